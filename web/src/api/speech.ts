// Recorded speech to text, by the endpoint of the settings. Servers that cannot pass speech on do not have the path in their document.
import {queryOptions, useMutation, useQuery} from "@tanstack/react-query";
import {newKey} from "../lib/idempotency";
import {client, send} from "./client";
import {settingsQuery} from "./settings";

const place = "/api/v1/speech/transcriptions";

const documentQuery = queryOptions({
  queryKey: ["document"],
  queryFn: () => send(client.GET("/api/v1/openapi.json")),
  staleTime: Infinity,
});

// The address that recordings go to; null where there is none, undefined while that is not known.
export function useSpeechEndpoint(): string | null | undefined {
  const {data: settings, isError: noSettings} = useQuery(settingsQuery);
  const address = settings?.speech?.url ?? null;
  const {data: document, isError: noDocument} = useQuery({...documentQuery, enabled: address !== null});
  if (noSettings || noDocument) return null;
  if (settings === undefined) return undefined;
  if (address === null) return null;
  if (document === undefined) return undefined;
  const {paths} = document as {paths?: Record<string, unknown>};
  return paths && place in paths ? address : null;
}

export function useTranscribe() {
  return useMutation({
    mutationFn: async (recording: Blob): Promise<string> => {
      const request = fetch(new URL(place, location.origin), {
        method: "POST",
        headers: {"Content-Type": recording.type, "Idempotency-Key": newKey()},
        body: recording,
      });
      const answer = await send<{text: string}>(
        request.then(async (response) => {
          const body: unknown = await response.json();
          return response.ok ? {data: body as {text: string}, response} : {error: body, response};
        }),
      );
      return answer.text;
    },
    retry: false,
  });
}
