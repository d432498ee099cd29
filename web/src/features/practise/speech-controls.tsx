// The buttons of speaking, what is going on, and what came of it.
import {Button} from "@mantine/core";
import {useEffect, useState, type ReactNode} from "react";
import {sayLength} from "../../lib/dates";
import {Delivery} from "./delivery";

export interface Spoken {
  spoken: string;
  ms: number;
}

interface Props {
  on: boolean;
  state: string;
  disabled: boolean;
  failure: ReactNode;
  measured: Spoken | null;
  onStart: () => void;
  onStop: () => void;
  onCancel?: (() => void) | undefined; // where there is something to throw away
}

function Elapsed() {
  const [ms, setMs] = useState(0);
  useEffect(() => {
    const since = performance.now();
    const timer = setInterval(() => setMs(performance.now() - since), 500);
    return () => clearInterval(timer);
  }, []);
  return <span role="timer">{sayLength(ms)}</span>;
}

export function SpeechControls({on, state, disabled, failure, measured, onStart, onStop, onCancel}: Props) {
  return (
    <>
      <div className="row">
        <Button variant="default" disabled={disabled && !on} onClick={on ? onStop : onStart}>
          {on ? "Stop" : "Start speaking"}
        </Button>
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <span role="status">
          {on && <span className="recording" aria-hidden="true" />} {state}
        </span>
        {on && <Elapsed />}
      </div>
      {failure}
      {measured && <Delivery {...measured} />}
    </>
  );
}
