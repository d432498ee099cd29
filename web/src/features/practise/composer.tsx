// Where the answer is written.
import {Button} from "@mantine/core";
import {useEffect, useId, useRef, useState, type KeyboardEvent} from "react";
import type {Interview} from "../../api/interviews";
import {Trouble} from "../../components/trouble";
import {amount, countWords} from "../../lib/words";
import {Speech} from "./speech";
import {useAnswer, type Kept} from "./use-answer";

const keptWords: Record<Kept, string> = {
  nowhere: "",
  browser: "Draft kept in this browser.",
  server: "Draft kept.",
};

interface Props {
  interview: Interview;
  onEnd: () => void;
}

export function Composer({interview, onEnd}: Props) {
  const {text, write, answer, say, again, kept, busy, error, unsure} = useAnswer(interview);
  const [empty, setEmpty] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const about = useId();
  const turns = interview.turns.length;

  // After each question the writer can go on typing at once.
  useEffect(() => {
    field.current?.focus();
  }, [turns]);

  function submit() {
    if (busy) return;
    if (text.trim() === "") {
      setEmpty(true);
      field.current?.focus();
      return;
    }
    setEmpty(false);
    answer();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  }

  const words = countWords(text);
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={`${about}-answer`}>Your answer</label>
      <textarea
        ref={field}
        id={`${about}-answer`}
        value={text}
        readOnly={busy || unsure}
        maxLength={100_000}
        spellCheck
        aria-describedby={`${about}-keys ${about}-kept`}
        onChange={(event) => {
          setEmpty(false);
          write(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="below">
        <p className="kept" id={`${about}-kept`}>
          {words > 0 && `${amount(words, "word")}. `}
          {keptWords[kept]}
        </p>
        <div className="row">
          <span className="kept keys" id={`${about}-keys`}>
            <kbd>Ctrl</kbd> + <kbd>Enter</kbd> sends
          </span>
          <Button type="submit" loading={busy}>
            Send the answer
          </Button>
        </div>
      </div>
      <div role="status">
        {empty && <p className="small">There is nothing to send yet. Write first, or ask for a minute.</p>}
      </div>
      {error && <Trouble error={error} onRetry={again} />}
      <Speech text={text} onText={write} busy={busy || unsure} />
      <div className="sayings">
        <button
          type="button"
          className="text-link"
          disabled={busy}
          onClick={() => say("Could you repeat that, please?")}
        >
          Repeat the question
        </button>
        <button
          type="button"
          className="text-link"
          disabled={busy}
          onClick={() => say("Give me a minute, please.")}
        >
          A minute, please
        </button>
        <button type="button" className="text-link" disabled={busy} onClick={onEnd}>
          End the interview
        </button>
      </div>
    </form>
  );
}
