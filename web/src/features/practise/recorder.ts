// Records the microphone. Nothing is kept: the recording lives in memory until it is text.

export interface Recording {
  // The sound and how long it is.
  stop: () => Promise<{sound: Blob; ms: number}>;
  abandon: () => void;
}

export function canRecord(): boolean {
  return typeof MediaRecorder !== "undefined" && "mediaDevices" in navigator;
}

const forms = ["audio/webm", "audio/mp4", "audio/ogg"];

// Rejects with a message for people.
export async function record(): Promise<Recording> {
  let microphone: MediaStream;
  try {
    microphone = await navigator.mediaDevices.getUserMedia({audio: true});
  } catch (error) {
    const refused = error instanceof DOMException && error.name === "NotAllowedError";
    throw new Error(
      refused
        ? "The microphone is not allowed here. Allow it in the browser’s settings for this page, or write instead."
        : "There is no microphone. Plug one in, or write instead.",
    );
  }
  const form = forms.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(microphone, form === undefined ? {} : {mimeType: form});
  const pieces: Blob[] = [];
  recorder.addEventListener("dataavailable", ({data}) => pieces.push(data));
  const since = performance.now();
  recorder.start();
  const release = () => microphone.getTracks().forEach((track) => track.stop());
  return {
    stop: () =>
      new Promise((resolve) => {
        recorder.addEventListener("stop", () => {
          release();
          const type = (recorder.mimeType || form || "audio/webm").replace(/;.*/, "");
          resolve({sound: new Blob(pieces, {type}), ms: performance.now() - since});
        });
        recorder.stop();
      }),
    abandon: () => {
      if (recorder.state !== "inactive") recorder.stop();
      release();
    },
  };
}
