// Pace and fillers of speech, for the speaker's own eyes. Wide bands of usual conversation; nothing is judged by them.
import {countWords} from "./words";

export const usualPace = {lowest: 110, highest: 180};
export const usualFillers = {highest: 6};

const fillers =
  /(?<![\p{L}\p{N}])(?:u+h+m*|u+m+|e+r+m*|hm+|mm+|you know|i mean|sort of|kind of)(?![\p{L}\p{N}])/giu;

export interface Delivery {
  words: number;
  wordsPerMinute: number | null; // null where too little was said to tell
  fillers: number;
  fillersPerHundred: number | null;
}

export function deliveryOf(text: string, spokenMs: number): Delivery {
  const words = countWords(text);
  const found = text.match(fillers)?.length ?? 0;
  const enough = words >= 20 && spokenMs >= 5000;
  return {
    words,
    wordsPerMinute: enough ? words / (spokenMs / 60_000) : null,
    fillers: found,
    fillersPerHundred: enough ? (found * 100) / words : null,
  };
}
