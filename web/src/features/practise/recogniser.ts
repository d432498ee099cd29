// The browser's own speech recogniser, where it has one. Not in TypeScript's library, as it is no standard.

interface Alternative {
  transcript: string;
}
interface ResultEvent extends Event {
  resultIndex: number;
  results: ArrayLike<ArrayLike<Alternative> & {isFinal: boolean}>;
}
interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  start: () => void;
  stop: () => void;
  abort: () => void;
}
type Made = new () => Recognition;

function maker(): Made | undefined {
  const has = window as unknown as {SpeechRecognition?: Made; webkitSpeechRecognition?: Made};
  return has.SpeechRecognition ?? has.webkitSpeechRecognition;
}

export function canRecognise(): boolean {
  return maker() !== undefined;
}

export interface Listening {
  stop: () => void;
}

const faults: Record<string, string> = {
  "not-allowed":
    "The microphone is not allowed here. Allow it in the browser’s settings for this page, or write instead.",
  "service-not-allowed": "This browser does not allow its recogniser here. Write instead.",
  "audio-capture": "There is no microphone. Plug one in, or write instead.",
  network: "The browser’s recogniser needs a network that it does not reach. Write instead.",
  "no-speech": "Nothing was heard. Try again, closer to the microphone.",
};

export function listen(on: {
  said: (text: string) => void;
  failed: (message: string) => void;
  ended: () => void;
}): Listening | null {
  const Recogniser = maker();
  if (!Recogniser) return null;
  const recognition = new Recogniser();
  recognition.lang = "en";
  recognition.continuous = true;
  recognition.interimResults = false;
  recognition.addEventListener("result", (event) => {
    const {results, resultIndex} = event as ResultEvent;
    for (let index = resultIndex; index < results.length; index += 1) {
      const result = results[index];
      const text = result?.[0]?.transcript.trim();
      if (result?.isFinal && text) on.said(text);
    }
  });
  recognition.addEventListener("error", (event) => {
    const {error} = event as Event & {error?: string};
    if (error === "aborted") return;
    on.failed(faults[error ?? ""] ?? "The browser’s recogniser failed. Write instead.");
  });
  recognition.addEventListener("end", on.ended);
  recognition.start();
  return {stop: () => recognition.stop()};
}
