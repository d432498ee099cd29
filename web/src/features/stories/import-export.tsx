// Stories out and in: Markdown for people, JSON for programs; either can be read in again.
import {Button} from "@mantine/core";
import {useRef, useState} from "react";
import {exportPaths, useImportStories, type StoryBank} from "../../api/stories";
import {RequestProblem} from "../../api/problem";
import {Trouble} from "../../components/trouble";
import {newKey} from "../../lib/idempotency";
import {amount} from "../../lib/words";

async function bankOf(file: File): Promise<StoryBank | string> {
  const text = await file.text();
  if (!/\.json$/i.test(file.name) && !text.trimStart().startsWith("{")) return text;
  try {
    return JSON.parse(text) as StoryBank;
  } catch {
    throw new RequestProblem(
      `${file.name} is not JSON.`,
      "Choose a file that “Export as JSON” or “Export as Markdown” made.",
      422,
      null,
    );
  }
}

export function ImportExport({some}: {some: boolean}) {
  const input = useRef<HTMLInputElement>(null);
  const load = useImportStories();
  const [unreadable, setUnreadable] = useState<unknown>(null);
  const done = load.data;
  return (
    <div className="stack tight no-print">
      <div className="row">
        {some && (
          <>
            <a href={exportPaths.markdown} download="stories.md">
              Export as Markdown
            </a>
            <a href={exportPaths.json} download="stories.json">
              Export as JSON
            </a>
          </>
        )}
        <input
          ref={input}
          type="file"
          hidden
          aria-label="File with stories"
          accept=".md,.markdown,.json,text/markdown,application/json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = "";
            if (!file) return;
            setUnreadable(null);
            bankOf(file).then((bank) => load.mutate({bank, key: newKey()}), setUnreadable);
          }}
        />
        <Button variant="default" size="sm" loading={load.isPending} onClick={() => input.current?.click()}>
          Import a file
        </Button>
      </div>
      <p role="status" className="small">
        {done &&
          `${amount(done.added, "story", "stories")} came in.${done.left_out > 0 ? ` ${amount(done.left_out, "was", "were")} there already.` : ""}`}
      </p>
      {(unreadable ?? load.error) ? <Trouble error={unreadable ?? load.error} /> : null}
    </div>
  );
}
