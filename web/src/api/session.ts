// Who may ask, where the server asks for a secret. The session is a cookie that scripts cannot read.
import {queryOptions, useMutation, useQueryClient} from "@tanstack/react-query";
import {client, send} from "./client";

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: () => send(client.GET("/api/v1/session")),
});

export function useOpenSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (secret: string) => send(client.POST("/api/v1/session", {body: {secret}})),
    retry: false,
    onSuccess: () => queries.resetQueries(),
  });
}

export function useCloseSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send(client.DELETE("/api/v1/session")),
    retry: false,
    onSuccess: () => queries.resetQueries(),
  });
}
