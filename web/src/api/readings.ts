import {queryOptions, useMutation, useQueryClient} from "@tanstack/react-query";
import {client, once, send, type Schemas} from "./client";

export type Reading = Schemas["Reading"];
export type Role = Schemas["Role"];

const path = (id: string) => ({path: {reading_id: id}});

export const reportPath = (id: string) => `/api/v1/readings/${id}/report.html`;
export const eventsPath = (id: string) => `/api/v1/readings/${id}/events`;

export const readingsQuery = queryOptions({
  queryKey: ["readings"],
  queryFn: async () => (await send(client.GET("/api/v1/readings"))).readings,
  staleTime: 0,
});

export const readingQuery = (id: string) =>
  queryOptions({
    queryKey: ["readings", id],
    queryFn: () => send(client.GET("/api/v1/readings/{reading_id}", {params: path(id)})),
    staleTime: 0,
  });

export function useCreateReading() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({file, name, pack, key}: {file: Blob; name: string; pack: string; key: string}) =>
      send(
        client.POST("/api/v1/readings", {
          params: {query: {name, pack}, ...once(key)},
          headers: {"Content-Type": "application/octet-stream"},
          body: file as unknown as string,
          bodySerializer: (body) => body as unknown as string,
        }),
      ),
    onSuccess: (reading) => {
      queries.setQueryData(readingQuery(reading.id).queryKey, reading);
      return queries.invalidateQueries({queryKey: readingsQuery.queryKey, exact: true});
    },
  });
}

export function useAssignRoles(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({roles, key}: {roles: {speaker: string; role: Role}[]; key: string}) =>
      send(
        client.POST("/api/v1/readings/{reading_id}/roles", {
          params: {...path(id), ...once(key)},
          body: {roles},
        }),
      ),
    onSuccess: (reading) => queries.setQueryData(readingQuery(id).queryKey, reading),
  });
}

export function useEraseReading() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send(client.DELETE("/api/v1/readings/{reading_id}", {params: path(id)})),
    onSuccess: (_, id) => {
      queries.removeQueries({queryKey: readingQuery(id).queryKey});
      return queries.invalidateQueries({queryKey: readingsQuery.queryKey, exact: true});
    },
  });
}
