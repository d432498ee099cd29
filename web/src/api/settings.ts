import {queryOptions, useMutation, useQuery, useQueryClient} from "@tanstack/react-query";
import {client, once, send, type Schemas} from "./client";

export type Settings = Schemas["Settings"];
export type SettingsInput = Schemas["SettingsInput"];
export type EndpointInput = Schemas["EndpointInput"];
export type Endpoint = Schemas["Endpoint"];
export type DataOverview = Schemas["DataOverview"];

export const exportDataPath = "/api/v1/data/export.json";

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: () => send(client.GET("/api/v1/settings")),
});

export const dataQuery = queryOptions({
  queryKey: ["data"],
  queryFn: () => send(client.GET("/api/v1/data")),
  staleTime: 0,
});

// The pack that pages show when none is named.
export function useChosenPack(): string | undefined {
  return useQuery(settingsQuery).data?.pack;
}

// What the server takes to keep `settings` as they are: an endpoint without a secret keeps the one it has.
export function keeping(settings: Settings): SettingsInput {
  const endpoint = (kept: Endpoint | null) => kept && {url: kept.url, model: kept.model};
  return {
    theme: settings.theme,
    pack: settings.pack,
    speech: endpoint(settings.speech),
    reader: endpoint(settings.reader),
  };
}

export function useReplaceSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (settings: SettingsInput) => send(client.PUT("/api/v1/settings", {body: settings})),
    onSuccess: async (settings) => {
      queries.setQueryData(settingsQuery.queryKey, settings);
      await queries.invalidateQueries({queryKey: dataQuery.queryKey});
    },
  });
}

export function useEraseData() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({key}: {key: string}) =>
      send(client.POST("/api/v1/data/erase", {params: once(key), body: {confirm: "erase everything"}})),
    onSuccess: () => {
      queries.clear();
    },
  });
}
