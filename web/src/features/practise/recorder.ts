// Records the microphone. Nothing is kept: the recording lives in memory until it is text.

export const longestMs = 15 * 60_000;

// Speech stays clear with little: a quarter of a megabyte a minute.
const bitsPerSecond = 32_000;

export interface Sound {
  sound: Blob;
  ms: number;
}

export interface Recording {
  // When it is over: stopped, at its longest, or because the microphone went away. Null where it was abandoned or holds nothing.
  done: Promise<Sound | null>;
  stop: () => void;
  abandon: () => void;
}

export function canRecord(): boolean {
  return typeof MediaRecorder !== "undefined" && "mediaDevices" in navigator;
}

const forms = ["audio/webm", "audio/mp4", "audio/ogg"];

async function openMicrophone(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({audio: true});
  } catch (error) {
    const refused = error instanceof DOMException && error.name === "NotAllowedError";
    throw new Error(
      refused
        ? "The microphone is not allowed here. Allow it in the browser’s settings for this page, or write instead."
        : "There is no microphone. Plug one in, or write instead.",
    );
  }
}

// Rejects with a message for people.
export async function record(): Promise<Recording> {
  const microphone = await openMicrophone();
  const release = () => microphone.getTracks().forEach((track) => track.stop());
  const form = forms.find((type) => MediaRecorder.isTypeSupported(type));
  let recorder: MediaRecorder;
  try {
    recorder = new MediaRecorder(microphone, {
      audioBitsPerSecond: bitsPerSecond,
      ...(form !== undefined && {mimeType: form}),
    });
    recorder.start();
  } catch {
    release();
    throw new Error("This browser cannot record here. Write instead.");
  }
  const since = performance.now();
  const pieces: Blob[] = [];
  let abandoned = false;
  const end = () => {
    if (recorder.state !== "inactive") recorder.stop();
  };
  const limit = setTimeout(end, longestMs);
  recorder.addEventListener("dataavailable", ({data}) => pieces.push(data));
  recorder.addEventListener("error", end);
  const done = new Promise<Sound | null>((resolve) => {
    recorder.addEventListener("stop", () => {
      clearTimeout(limit);
      release();
      const type = (recorder.mimeType || form || "audio/webm").replace(/;.*/, "");
      const sound = new Blob(pieces, {type});
      resolve(abandoned || sound.size === 0 ? null : {sound, ms: performance.now() - since});
    });
  });
  return {
    done,
    stop: end,
    abandon: () => {
      abandoned = true;
      end();
    },
  };
}
