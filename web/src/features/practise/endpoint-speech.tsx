// Speaking by a recording that goes to the endpoint of the settings.
import {useEffect, useRef, useState} from "react";
import {useTranscribe, type Transcription} from "../../api/speech";
import {Trouble} from "../../components/trouble";
import {placeOf} from "../../lib/endpoint-place";
import {record, type Recording, type Sound} from "./recorder";
import {SpeechControls, type Spoken} from "./speech-controls";

interface Props {
  address: string;
  busy: boolean;
  onWords: (words: string) => void;
}

function Where({address}: {address: string}) {
  const {host, sameMachine, encrypted} = placeOf(address);
  return (
    <p className="small measure">
      {sameMachine ? (
        <>
          Your voice goes to <strong>{host}</strong>, another program on the machine that Barometer runs on,
          which turns it into text.
        </>
      ) : (
        <>
          Your voice <strong>leaves this machine</strong>: it goes to <strong>{host}</strong>, which turns it
          into text{encrypted ? "" : "; it is not encrypted on its way"}.
        </>
      )}{" "}
      Barometer keeps no sound. Correct the text before you send it.
    </p>
  );
}

// From the first word to the last where the endpoint tells it; else all of the recording.
function spokenMs({words}: Transcription, recordedMs: number): number {
  const first = words[0];
  const last = words.at(-1);
  return first && last ? last.end_ms - first.begin_ms : recordedMs;
}

type Doing = "nothing" | "asking" | "recording" | "writing";
const states: Record<Doing, string> = {
  nothing: "",
  asking: "Waiting for the microphone…",
  recording: "Recording",
  writing: "Turning it into text…",
};

// A recording and its way to text. What is under way when the page is left is thrown away.
function useRecording(onWords: (words: string) => void) {
  const transcribe = useTranscribe();
  const [doing, setDoing] = useState<Doing>("nothing");
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState("");
  const [measured, setMeasured] = useState<Spoken | null>(null);
  const recording = useRef<Recording | null>(null);
  const last = useRef<Sound | null>(null);
  const work = useRef<AbortController | null>(null);
  useEffect(
    () => () => {
      work.current?.abort();
      recording.current?.abandon();
    },
    [],
  );

  async function write() {
    if (!last.current) return;
    const {sound, ms} = last.current;
    const {signal} = (work.current = new AbortController());
    setDoing("writing");
    try {
      const heard = await transcribe.mutateAsync({sound, signal});
      if (signal.aborted) return;
      last.current = null;
      if (heard.text) {
        onWords(heard.text);
        setMeasured({spoken: heard.text, ms: spokenMs(heard, ms)});
      }
      setSaid(
        heard.text ? "The text is added to your answer." : "Nothing was heard. Speak up, and try again.",
      );
      setDoing("nothing");
    } catch {
      if (!signal.aborted) setDoing("nothing"); // `transcribe` tells the error
    }
  }

  async function begin() {
    const {signal} = (work.current = new AbortController());
    setSaid("");
    setFailure("");
    setMeasured(null);
    transcribe.reset();
    setDoing("asking");
    try {
      const begun = await record();
      if (signal.aborted) {
        begun.abandon();
        return;
      }
      recording.current = begun;
      setDoing("recording");
      const sound = await begun.done;
      recording.current = null;
      if (signal.aborted) return;
      last.current = sound;
      if (sound) await write();
      else {
        setFailure("Nothing was recorded. Is the microphone still there? Try again, or write instead.");
        setDoing("nothing");
      }
    } catch (error) {
      if (signal.aborted) return;
      setFailure((error as Error).message);
      setDoing("nothing");
    }
  }

  function cancel() {
    work.current?.abort();
    recording.current?.abandon();
    last.current = null;
    transcribe.reset();
    setDoing("nothing");
    setSaid("Nothing is kept of it.");
  }

  const error = doing === "nothing" && transcribe.isError ? transcribe.error : null;
  const stop = () => recording.current?.stop();
  return {doing, said, failure, error, measured, begin, stop, cancel, write};
}

export function EndpointSpeech({address, busy, onWords}: Props) {
  const {doing, said, failure, error, measured, begin, stop, cancel, write} = useRecording(onWords);
  return (
    <>
      <Where address={address} />
      <SpeechControls
        on={doing === "recording"}
        state={states[doing] || said}
        disabled={busy || doing !== "nothing"}
        failure={
          <>
            {failure && <p role="alert">{failure}</p>}
            {error && <Trouble error={error} onRetry={() => void write()} />}
          </>
        }
        measured={measured}
        onStart={() => void begin()}
        onStop={stop}
        onCancel={doing === "nothing" ? undefined : cancel}
      />
    </>
  );
}
