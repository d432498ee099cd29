import {queryOptions, useMutation, useQueryClient} from "@tanstack/react-query";
import {client, send, type Schemas} from "./client";

export type Progress = Schemas["Progress"];
export type Plan = Schemas["Plan"];

export const progressQuery = (pack: string) =>
  queryOptions({
    queryKey: ["progress", pack],
    queryFn: () => send(client.GET("/api/v1/progress", {params: {query: {pack}}})),
    staleTime: 0,
  });

export const planQuery = queryOptions({
  queryKey: ["plan"],
  queryFn: () => send(client.GET("/api/v1/plan")),
  staleTime: 0,
});

export function useSetPlan() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({date, pack}: {date: string | null; pack: string}) =>
      send(client.PUT("/api/v1/plan", {body: {interview_date: date, pack}})),
    onSuccess: (plan) => queries.setQueryData(planQuery.queryKey, plan),
  });
}
