import {queryOptions, useMutation, useQueryClient} from "@tanstack/react-query";
import {client, once, send, type Schemas} from "./client";

export type Interview = Schemas["Interview"];
export type InterviewTurn = Schemas["InterviewTurn"];
export type InterviewSetup = Schemas["InterviewSetup"];
export type InterviewEntry = Schemas["InterviewEntry"];

const path = (id: string) => ({path: {interview_id: id}});

export const interviewsQuery = queryOptions({
  queryKey: ["interviews"],
  queryFn: async () => (await send(client.GET("/api/v1/interviews"))).interviews,
});

export const interviewQuery = (id: string) =>
  queryOptions({
    queryKey: ["interviews", id],
    queryFn: () => send(client.GET("/api/v1/interviews/{interview_id}", {params: path(id)})),
  });

export const feedbackQuery = (id: string) =>
  queryOptions({
    queryKey: ["interviews", id, "feedback"],
    queryFn: () => send(client.GET("/api/v1/interviews/{interview_id}/feedback", {params: path(id)})),
    staleTime: Infinity,
  });

export function useCreateInterview() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({setup, key}: {setup: InterviewSetup; key: string}) =>
      send(client.POST("/api/v1/interviews", {params: once(key), body: setup})),
    onSuccess: (interview) => {
      queries.setQueryData(interviewQuery(interview.id).queryKey, interview);
      return queries.invalidateQueries({queryKey: interviewsQuery.queryKey, exact: true});
    },
  });
}

export function useSubmitAnswer(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({text, key}: {text: string; key: string}) =>
      send(
        client.POST("/api/v1/interviews/{interview_id}/answers", {
          params: {...path(id), ...once(key)},
          body: {text},
        }),
      ),
    onSuccess: ({answer, utterances, status}) => {
      queries.setQueryData(interviewQuery(id).queryKey, (kept) => {
        if (!kept) return kept;
        const before = kept.turns.filter(({number}) => number < answer.number);
        return {...kept, turns: [...before, answer, ...utterances], status, draft: ""};
      });
      // Once it is over, the reasons may be seen.
      return status === "ended"
        ? queries.invalidateQueries({queryKey: interviewQuery(id).queryKey})
        : undefined;
    },
  });
}

export function useEndInterview(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({key}: {key: string}) =>
      send(client.POST("/api/v1/interviews/{interview_id}/end", {params: {...path(id), ...once(key)}})),
    onSuccess: async (interview) => {
      queries.setQueryData(interviewQuery(id).queryKey, interview);
      await queries.invalidateQueries({queryKey: interviewsQuery.queryKey, exact: true});
    },
  });
}

export function useEraseInterview() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send(client.DELETE("/api/v1/interviews/{interview_id}", {params: path(id)})),
    onSuccess: (_, id) => {
      queries.removeQueries({queryKey: interviewQuery(id).queryKey});
      return queries.invalidateQueries();
    },
  });
}

export function saveDraft(id: string, text: string): Promise<unknown> {
  return send(client.PUT("/api/v1/interviews/{interview_id}/draft", {params: path(id), body: {text}}));
}
