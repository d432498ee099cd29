// The answer being written: kept in this browser on every key, by the server when the writer pauses, and sent once.
import {useEffect, useRef, useState} from "react";
import {asProblem} from "../../api/problem";
import {saveDraft, useSubmitAnswer, type Interview} from "../../api/interviews";
import {answerArrived, keepAnswer, keptAnswer, keyForAnswer, settleAnswer} from "../../lib/answer-draft";

const pauseMs = 1200;

export type Kept = "nowhere" | "browser" | "server";

export function useAnswer(interview: Interview) {
  const {id} = interview;
  const [text, setText] = useState(() => {
    settleAnswer(id, interview.turns.filter(({speaker}) => speaker === "candidate").at(-1)?.text);
    return keptAnswer(id) ?? interview.draft;
  });
  const [kept, setKept] = useState<Kept>(text === "" ? "nowhere" : "browser");
  const [aside, setAside] = useState<string | null>(null);
  const submit = useSubmitAnswer(id);
  const newest = useRef(text);
  const unsaved = useRef(false);

  // To the server when the writer pauses, and at once when the page is put away.
  useEffect(() => {
    if (!unsaved.current) return undefined;
    const save = () => {
      if (!unsaved.current) return;
      unsaved.current = false;
      saveDraft(id, newest.current).then(
        () => {
          if (!unsaved.current) setKept(newest.current === "" ? "nowhere" : "server");
        },
        () => {
          unsaved.current = true;
        },
      );
    };
    const timer = setTimeout(save, pauseMs);
    const away = () => {
      if (document.visibilityState === "hidden") save();
    };
    document.addEventListener("visibilitychange", away);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", away);
    };
  }, [id, text]);

  function write(next: string) {
    newest.current = next;
    unsaved.current = true;
    setText(next);
    setKept(keepAnswer(id, next) ? "browser" : "nowhere");
  }

  // Sends `said`; `rest` stays in the field (what was typed, when only "a minute, please" is said).
  function send(said: string, rest: string) {
    unsaved.current = false;
    submit.mutate(
      {text: said, key: keyForAnswer(id, said)},
      {
        onSuccess: () => {
          answerArrived(id, rest);
          newest.current = rest;
          setText(rest);
          setKept(rest === "" ? "nowhere" : "browser");
          // An answer clears the server's draft.
          if (rest !== "")
            saveDraft(id, rest).then(
              () => setKept("server"),
              () => undefined,
            );
        },
      },
    );
  }

  return {
    text,
    write,
    kept,
    busy: submit.isPending,
    error: submit.error,
    // Until it is known whether the answer arrived, only the same can be sent again.
    unsure: submit.isError && aside === null && asProblem(submit.error).isPassing,
    answer: () => {
      setAside(null);
      send(text, "");
    },
    // Says something beside the answer, which stays as it is.
    say: (words: string) => {
      setAside(words);
      send(words, text);
    },
    again: () => (aside === null ? send(text, "") : send(aside, text)),
  };
}
