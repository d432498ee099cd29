// What was typed for the next answer of an interview, kept in this browser on every key. An answer that was sent without an
// acknowledgement keeps its idempotency key, so that sending it again, even after a reload, counts once.
import {newKey} from "./idempotency";
import {forgetStored, readStored, writeStored} from "./storage";

const prefix = "barometer.answer.";

interface Stored {
  text: string;
  sent?: {text: string; key: string};
}

function read(interview: string): Stored | null {
  const stored = readStored(prefix + interview);
  if (stored === null) return null;
  try {
    const value = JSON.parse(stored) as Partial<Stored>;
    return typeof value.text === "string" ? {text: value.text, ...(value.sent && {sent: value.sent})} : null;
  } catch {
    return null;
  }
}

export function keptAnswer(interview: string): string | null {
  return read(interview)?.text ?? null;
}

// After a reload: an answer whose acknowledgement was lost may have arrived all the same. `last` is the last that did.
export function settleAnswer(interview: string, last: string | undefined): void {
  const kept = read(interview);
  if (kept?.sent !== undefined && kept.sent.text === last) {
    answerArrived(interview, kept.text === kept.sent.text ? "" : kept.text);
  }
}

export function keepAnswer(interview: string, text: string): boolean {
  return writeStored(prefix + interview, JSON.stringify({...read(interview), text}));
}

// The key for sending `text`: the one it was sent with before, if it was.
export function keyForAnswer(interview: string, text: string): string {
  const kept = read(interview);
  if (kept?.sent?.text === text) return kept.sent.key;
  const key = newKey();
  writeStored(prefix + interview, JSON.stringify({text: kept?.text ?? text, sent: {text, key}}));
  return key;
}

// It was acknowledged; `rest` is what is typed beside it.
export function answerArrived(interview: string, rest: string): void {
  writeStored(prefix + interview, rest === "" ? null : JSON.stringify({text: rest}));
}

export function forgetAnswers(): void {
  forgetStored(prefix);
}
