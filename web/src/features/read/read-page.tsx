// Transcripts in: dropped, chosen, or the example.
import "./read.css";
import {Button} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {useRef, useState, type DragEvent} from "react";
import {Link, useLocation} from "wouter";
import {asProblem, RequestProblem} from "../../api/problem";
import {readingsQuery, useCreateReading, useEraseReading, type Reading} from "../../api/readings";
import {useChosenPack} from "../../api/settings";
import {Confirm} from "../../components/confirm";
import {Loaded} from "../../components/loaded";
import {PageHead} from "../../components/page-head";
import {Trouble} from "../../components/trouble";
import {sayMoment} from "../../lib/dates";
import {newKey} from "../../lib/idempotency";
import exampleUrl from "../../../../examples/night-ward.vtt?url";

const largest = 32 * 1024 * 1024;

const stateWords: Record<Reading["status"], string> = {
  waiting_for_roles: "waits for you to say who is who",
  queued: "waits its turn",
  reading: "is being read",
  done: "read",
  failed: "could not be read",
};

function Recent({readings}: {readings: Reading[]}) {
  const erase = useEraseReading();
  const [erasing, setErasing] = useState<Reading | null>(null);
  if (readings.length === 0) return null;
  return (
    <section className="section" aria-labelledby="recent">
      <h2 id="recent">Read before</h2>
      <ol className="plain-list">
        {readings.map((reading) => (
          <li key={reading.id}>
            <div className="main">
              <Link href={`/read/${reading.id}`}>{reading.name}</Link>
              <p className="soft small">
                {sayMoment(reading.created_ms)} · {stateWords[reading.status]}
              </p>
            </div>
            <button
              type="button"
              className="text-link"
              onClick={() => setErasing(reading)}
              aria-label={`Erase ${reading.name}`}
            >
              Erase
            </button>
          </li>
        ))}
      </ol>
      <Confirm
        opened={erasing !== null}
        title="Erase this transcript?"
        action="Erase it"
        danger
        busy={erase.isPending}
        error={erase.error}
        onClose={() => setErasing(null)}
        onConfirm={() => erasing && erase.mutate(erasing.id, {onSuccess: () => setErasing(null)})}
      >
        <p>
          The copy of {erasing?.name} that Barometer keeps and its report go for good. Your own file stays.
        </p>
      </Confirm>
    </section>
  );
}

export default function ReadPage() {
  const [, go] = useLocation();
  const pack = useChosenPack() ?? "amazon-2021";
  const readings = useQuery(readingsQuery);
  const create = useCreateReading();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState("");
  const [problems, setProblems] = useState<{name: string; error: RequestProblem}[]>([]);

  async function take(files: {name: string; file: Blob}[]) {
    const failed: typeof problems = [];
    const made: Reading[] = [];
    setProblems([]);
    for (const {name, file} of files) {
      setBusy(name);
      try {
        if (file.size > largest)
          throw new RequestProblem(
            `${name} is larger than 32 MB.`,
            "Choose a text transcript, not the recording.",
            413,
            null,
          );
        if (file.size === 0)
          throw new RequestProblem(
            `${name} is empty.`,
            "Choose the file that your meeting tool exported.",
            422,
            null,
          );
        made.push(await create.mutateAsync({file, name, pack, key: newKey()}));
      } catch (error) {
        failed.push({name, error: asProblem(error)});
      }
    }
    setBusy("");
    setProblems(failed);
    const only = made[0];
    if (only && files.length === 1) go(`/read/${only.id}`);
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files].map((file) => ({name: file.name, file})));
  }

  async function loadExample() {
    try {
      const answer = await fetch(exampleUrl);
      if (!answer.ok) throw new Error();
      await take([{name: "night-ward.vtt", file: await answer.blob()}]);
    } catch {
      setProblems([
        {
          name: "night-ward.vtt",
          error: new RequestProblem(
            "The example could not be loaded.",
            "Reload the page and try again.",
            null,
            null,
          ),
        },
      ]);
    }
  }

  return (
    <>
      <PageHead title="Read">
        A transcript of an interview in; its report out: quotes for and against each principle, and what was
        not asked.
      </PageHead>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is an extra; the button is the way by keyboard */}
      <div
        className={over ? "drop over" : "drop"}
        role="group"
        aria-label="Files to read"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <p className="big">Drop transcripts here</p>
        <p className="soft small measure">
          Zoom, Teams, Meet, Otter, Fireflies, Whisper and other speech services; subtitles, text, Word. The
          content decides, never the name of the file.
        </p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Transcript files"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])].map((file) => ({name: file.name, file}));
            event.currentTarget.value = "";
            void take(files);
          }}
        />
        <div className="row">
          <Button loading={busy !== ""} onClick={() => input.current?.click()}>
            Choose files
          </Button>
          <Button variant="default" disabled={busy !== ""} onClick={() => void loadExample()}>
            Load an example
          </Button>
        </div>
        <p role="status" className="small">
          {busy && `Handing in ${busy}…`}
        </p>
      </div>
      <div className="stack section">
        {problems.map(({name, error}) => (
          <Trouble key={name} error={error} />
        ))}
      </div>
      <Loaded query={readings}>{(loaded) => <Recent readings={loaded} />}</Loaded>
    </>
  );
}
