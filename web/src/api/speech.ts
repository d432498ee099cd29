// A recorded answer to text, by the endpoint of the settings.
import {useMutation, useQuery} from "@tanstack/react-query";
import {client, send, type Schemas} from "./client";
import {settingsQuery} from "./settings";

export type Transcription = Schemas["Transcription"];

// The address that recordings go to; null where there is none, undefined while that is not known.
export function useSpeechEndpoint(): string | null | undefined {
  const {data: settings, isError} = useQuery(settingsQuery);
  if (settings === undefined) return isError ? null : undefined;
  return settings.speech?.url ?? null;
}

export function useTranscribe() {
  return useMutation({
    mutationFn: ({sound, signal}: {sound: Blob; signal: AbortSignal}): Promise<Transcription> =>
      send(
        client.POST("/api/v1/speech/transcriptions", {
          headers: {"Content-Type": sound.type},
          body: sound as unknown as string, // bytes; the document has no other word for them
          bodySerializer: (body: unknown) => body as Blob,
          signal,
        }),
      ),
    retry: false,
  });
}
