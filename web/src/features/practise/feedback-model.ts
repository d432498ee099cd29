// The feedback of schemas/feedback-1.schema.json, and the words for its codes. Turns are named by their number in the interview.
import type {InterviewTurn} from "../../api/interviews";
import type {VerdictName} from "../../components/verdict";
import {sliceBytes} from "../../lib/bytes";

export interface FeedbackQuote {
  quote: string;
  entry: number;
  span: [number, number]; // bytes of that turn's text
  indicator: string;
  polarity: "supports" | "contradicts";
  mode: "did" | "would" | "says";
  agency: "mine" | "ours" | "other";
}
export interface GapOutcome {
  gap: string;
  standing: "told" | "on-asking" | "missing" | "not-asked";
  asked: number | null; // turn of the follow-up
  told: number | null; // turn that tells it
}
export type StoryPart = "situation" | "task" | "action" | "result";
// A sentence of the candidate, or a question that is still open.
export type RebuiltPiece = {part: StoryPart} & ({sentence: string; entry: number} | {question: string});

export interface FeedbackTopic {
  topic: number;
  principle: string;
  question: string;
  verdict: VerdictName;
  rating: number | null;
  evidence: FeedbackQuote[];
  gaps: GapOutcome[];
  story_words: Record<StoryPart, number>;
  words: number;
  said_i: number;
  said_we: number;
  follow_ups: number;
  hints: number;
  work_on: string;
  rebuilt: RebuiltPiece[];
}
export interface Feedback {
  schema: "barometer.feedback/1";
  disclaimer: string;
  work_on: string;
  topics: FeedbackTopic[];
}

export const storyParts: StoryPart[] = ["situation", "task", "action", "result"];

// Null where it has a form that this page does not know.
export function asFeedback(value: unknown): Feedback | null {
  if (typeof value !== "object" || value === null) return null;
  const feedback = value as Partial<Feedback>;
  return feedback.schema === "barometer.feedback/1" && Array.isArray(feedback.topics)
    ? (value as Feedback)
    : null;
}

const gaps: Record<string, string> = {
  "for-whom": "Who it was for",
  "own-part": "Your own part",
  specifics: "Specifics",
  measure: "The measure",
  result: "The result",
  "how-known": "How you knew",
  alternatives: "Other ways",
  "what-happened-after": "What happened afterwards",
  "what-changed": "What is different since",
  reasoning: "Your reasons",
  "side-effects": "Effects on others",
  means: "What it took",
  obstacle: "What kept you from it",
  others: "What others got from it",
  "own-standard": "Your own bar",
  intent: "What you would do",
  "of-the-pack": "What this pack looks for",
};

export function gapWords(gap: string): string {
  return gaps[gap] ?? gap.replace(/-/g, " ");
}

export function modeWords({mode, agency}: FeedbackQuote): string {
  if (mode === "says") return "you say so";
  const said = mode === "did" ? "did it" : "would do it";
  if (agency === "ours") return `you ${said} together`;
  if (agency === "other") return `somebody else ${said}`;
  return `you ${said}`;
}

// Whether the quote is byte for byte in the turn that it names; others are not shown.
export function isVerbatim({quote, entry, span}: FeedbackQuote, turns: InterviewTurn[]): boolean {
  const turn = turns.find(({number}) => number === entry);
  return turn?.speaker === "candidate" && sliceBytes(turn.text, span[0], span[1]) === quote;
}

// The turns of one topic: its question and all up to the next.
export function turnsOf(topic: FeedbackTopic, turns: InterviewTurn[]): InterviewTurn[] {
  const questions = turns.filter(({kind}) => kind === "question");
  const at = questions.findIndex(({text}) => text === topic.question);
  const place = at >= 0 ? at : topic.topic;
  const from = questions[place]?.number ?? 0;
  const to = questions[place + 1]?.number ?? Infinity;
  return turns.filter(({number}) => number >= from && number < to);
}
