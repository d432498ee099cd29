// Speaking instead of writing. The text lands in the field, where it can be corrected before it is sent.
import {useEffect, useRef, useState} from "react";
import {useSpeechEndpoint} from "../../api/speech";
import {EndpointSpeech} from "./endpoint-speech";
import {canRecognise, listen, type Listening} from "./recogniser";
import {canRecord} from "./recorder";
import {SpeechControls, type Spoken} from "./speech-controls";

interface Props {
  text: string;
  onText: (text: string) => void;
  busy: boolean;
}

// Appends to what stands in the field by then.
function useAppend({text, onText}: Props): (words: string) => void {
  const field = useRef({text, onText});
  useEffect(() => {
    field.current = {text, onText};
  }, [text, onText]);
  return (words) => {
    const written = field.current.text;
    const gap = written === "" || /\s$/.test(written) ? "" : " ";
    field.current.text = `${written}${gap}${words}`;
    field.current.onText(field.current.text);
  };
}

function BrowserSpeech({busy, onWords}: {busy: boolean; onWords: (words: string) => void}) {
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
          onWords(words);
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
      <SpeechControls
        on={session !== null}
        state={session ? "Listening" : ""}
        disabled={busy}
        failure={failure && <p role="alert">{failure}</p>}
        measured={measured}
        onStart={begin}
        onStop={() => session?.stop()}
      />
    </>
  );
}

function NoMicrophone() {
  return (
    <p className="small measure">
      An endpoint for speech is set, but this browser gives this page no microphone: it does so at https://
      addresses, and on the machine that Barometer runs on.
    </p>
  );
}

export function Speech(props: Props) {
  const address = useSpeechEndpoint();
  const append = useAppend(props);
  if (address === undefined || (address === null && !canRecognise())) return null;
  const way =
    address !== null && canRecord() ? (
      <EndpointSpeech key={address} address={address} busy={props.busy} onWords={append} />
    ) : canRecognise() ? (
      <BrowserSpeech busy={props.busy} onWords={append} />
    ) : (
      <NoMicrophone />
    );
  return (
    <details className="speech">
      <summary className="soft">Speak instead of writing</summary>
      <div className="stack tight">{way}</div>
    </details>
  );
}
