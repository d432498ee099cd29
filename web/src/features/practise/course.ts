// Where an interview stands, told from its turns.
import type {InterviewTurn} from "../../api/interviews";

export const deepest = 5;

export interface Course {
  question: string | null; // that opened the topic
  questions: number; // asked so far
  level: number; // follow-ups under the topic, at most `deepest`
  // What is to be answered, where it was asked earlier and what was said since does not ask ("Take your time.").
  open: InterviewTurn | null;
  now: InterviewTurn[]; // what the interviewer said since the last answer
  earlier: InterviewTurn[];
}

const asking = new Set(["question", "probe", "hint"]);
const asksAgain = new Set([...asking, "repeat"]);

export function courseOf(turns: InterviewTurn[]): Course {
  let question: string | null = null;
  let questions = 0;
  let level = 0;
  let begin = 0;
  let asked: InterviewTurn | null = null;
  turns.forEach((turn, index) => {
    if (turn.speaker === "candidate") begin = index + 1;
    if (turn.kind === "question") {
      question = turn.text;
      questions += 1;
      level = 0;
    }
    if (asking.has(turn.kind)) asked = turn;
    if (turn.kind === "probe" || turn.kind === "hint") level = Math.min(level + 1, deepest);
  });
  const now = turns.slice(begin);
  const open = now.some(({kind}) => asksAgain.has(kind)) ? null : asked;
  return {question, questions, level, open, now, earlier: turns.slice(0, begin)};
}
