import {sayLength} from "../../lib/dates";
import {deliveryOf, usualFillers, usualPace} from "../../lib/pace";
import {amount} from "../../lib/words";

// Pace and fillers, for the speaker's eyes only.
export function Delivery({spoken, ms}: {spoken: string; ms: number}) {
  const {words, wordsPerMinute, fillers, fillersPerHundred} = deliveryOf(spoken, ms);
  if (wordsPerMinute === null || fillersPerHundred === null) {
    return (
      <p className="small soft">
        {amount(words, "word")} in {sayLength(ms)}: too little to tell a pace.
      </p>
    );
  }
  return (
    <p className="small soft">
      {Math.round(wordsPerMinute)} words a minute; usual conversation lies between {usualPace.lowest} and{" "}
      {usualPace.highest}. {amount(fillers, "filler")}, {fillersPerHundred.toFixed(1)} in a hundred words; up
      to {usualFillers.highest} is usual, and recognisers leave many out. Only you see this, it is not kept,
      and nothing is judged by it.
    </p>
  );
}
