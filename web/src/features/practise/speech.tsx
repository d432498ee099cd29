// Speaking instead of writing. The text lands in the field, where it can be corrected before it is sent.
import {Button} from "@mantine/core";
import {useEffect, useRef, useState, type ReactNode} from "react";
import {useSpeechEndpoint, useTranscribe} from "../../api/speech";
import {Trouble} from "../../components/trouble";
import {Delivery} from "./delivery";
import {canRecognise, listen, type Listening} from "./recogniser";
import {canRecord, record, type Recording} from "./recorder";

interface Props {
  text: string;
  onText: (text: string) => void;
  busy: boolean;
}

interface Spoken {
  spoken: string;
  ms: number;
}

// Appends to what stands in the field by then.
function useAppend({text, onText}: Props): (words: string) => void {
  const written = useRef(text);
  useEffect(() => {
    written.current = text;
  }, [text]);
  return (words) => {
    const gap = written.current === "" || /\s$/.test(written.current) ? "" : " ";
    written.current = `${written.current}${gap}${words}`;
    onText(written.current);
  };
}

interface ControlsProps {
  on: boolean;
  state: string;
  disabled: boolean;
  failure: ReactNode;
  measured: Spoken | null;
  onStart: () => void;
  onStop: () => void;
}

function Controls({on, state, disabled, failure, measured, onStart, onStop}: ControlsProps) {
  return (
    <>
      <div className="row">
        <Button variant="default" disabled={disabled} onClick={on ? onStop : onStart}>
          {on ? "Stop" : "Start speaking"}
        </Button>
        <span role="status">
          {on && <span className="recording" aria-hidden="true" />} {state}
        </span>
      </div>
      {failure}
      {measured && <Delivery {...measured} />}
    </>
  );
}

function BrowserSpeech(props: Props) {
  const append = useAppend(props);
  const [session, setSession] = useState<Listening | null>(null);
  const [failure, setFailure] = useState("");
  const [measured, setMeasured] = useState<Spoken | null>(null);
  useEffect(() => () => session?.stop(), [session]);

  function begin() {
    let heard = "";
    const since = performance.now();
    setFailure("");
    setMeasured(null);
    setSession(
      listen({
        said: (words) => {
          heard = `${heard} ${words}`.trim();
          append(words);
        },
        failed: setFailure,
        ended: () => {
          setSession(null);
          if (heard) setMeasured({spoken: heard, ms: performance.now() - since});
        },
      }),
    );
  }

  return (
    <>
      <p className="small measure">
        Your browser turns speech into text.{" "}
        <strong>Some browsers send the sound to their maker for that</strong>, and Barometer cannot tell
        whether yours does. Correct the text before you send it.
      </p>
      <Controls
        on={session !== null}
        state={session ? "Listening" : ""}
        disabled={props.busy}
        failure={failure && <p role="alert">{failure}</p>}
        measured={measured}
        onStart={begin}
        onStop={() => session?.stop()}
      />
    </>
  );
}

function EndpointSpeech({address, ...props}: Props & {address: string}) {
  const append = useAppend(props);
  const transcribe = useTranscribe();
  const [recording, setRecording] = useState<Recording | null>(null);
  const [failure, setFailure] = useState("");
  const [measured, setMeasured] = useState<Spoken | null>(null);
  const last = useRef<{sound: Blob; ms: number} | null>(null);
  useEffect(() => () => recording?.abandon(), [recording]);

  function begin() {
    setFailure("");
    setMeasured(null);
    transcribe.reset();
    record().then(setRecording, (error: Error) => setFailure(error.message));
  }

  function write() {
    if (!last.current) return;
    const {sound, ms} = last.current;
    transcribe.mutate(sound, {
      onSuccess: (words) => {
        last.current = null;
        append(words.trim());
        setMeasured({spoken: words, ms});
      },
    });
  }

  async function finish() {
    if (!recording) return;
    last.current = await recording.stop();
    setRecording(null);
    write();
  }

  return (
    <>
      <p className="small measure">
        Your voice goes to <strong>{address}</strong>, which turns it into text; the sound is not kept.
        Correct the text before you send it.
      </p>
      <Controls
        on={recording !== null}
        state={recording ? "Recording" : transcribe.isPending ? "Turning it into text…" : ""}
        disabled={props.busy || transcribe.isPending}
        failure={
          <>
            {failure && <p role="alert">{failure}</p>}
            {transcribe.isError && <Trouble error={transcribe.error} onRetry={write} />}
          </>
        }
        measured={measured}
        onStart={begin}
        onStop={() => void finish()}
      />
    </>
  );
}

export function Speech(props: Props) {
  const address = useSpeechEndpoint();
  const byEndpoint = typeof address === "string" && canRecord();
  if (address === undefined || (!byEndpoint && !canRecognise())) return null;
  return (
    <details className="speech">
      <summary className="soft">Speak instead of writing</summary>
      <div className="stack tight">
        {byEndpoint ? <EndpointSpeech {...props} address={address} /> : <BrowserSpeech {...props} />}
      </div>
    </details>
  );
}
