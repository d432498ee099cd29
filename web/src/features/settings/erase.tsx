import {Button, TextInput} from "@mantine/core";
import {useState} from "react";
import {useEraseData} from "../../api/settings";
import {Confirm} from "../../components/confirm";
import {forgetStored} from "../../lib/storage";
import {newKey} from "../../lib/idempotency";

const phrase = "erase everything";

export function Erase() {
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const [done, setDone] = useState(false);
  const erase = useEraseData();
  return (
    <>
      <Button color="against" variant="default" size="sm" onClick={() => setAsking(true)}>
        Erase everything…
      </Button>
      <span role="status">{done && "Everything is erased."}</span>
      <Confirm
        opened={asking}
        title="Erase everything?"
        action="Erase everything"
        danger
        busy={erase.isPending}
        disabled={typed.trim().toLowerCase() !== phrase}
        error={erase.error}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          erase.mutate(
            {key: newKey()},
            {
              onSuccess: () => {
                forgetStored("barometer.");
                setAsking(false);
                setTyped("");
                setDone(true);
              },
            },
          )
        }
      >
        <div className="stack">
          <p>
            Transcripts, reports, interviews, stories, the plan and the settings go for good, and so do the
            drafts in this browser. Export them first if you may want them back.
          </p>
          <TextInput
            label={`Type “${phrase}” to go on`}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
      </Confirm>
    </>
  );
}
