import {queryOptions, useMutation, useQueryClient} from "@tanstack/react-query";
import {client, once, send, type Schemas} from "./client";

export type Story = Schemas["Story"];
export type StoryInput = Schemas["StoryInput"];
export type StoryBank = Schemas["StoryBank"];
export type StoryMatrix = Schemas["StoryMatrix"];
export type Telling = Schemas["Telling"];

export const exportPaths = {
  markdown: "/api/v1/story-bank/export.md",
  json: "/api/v1/story-bank/export.json",
};
export const sheetPath = (pack: string) => `/api/v1/story-bank/sheet.html?pack=${encodeURIComponent(pack)}`;

const path = (id: string) => ({path: {story_id: id}});

export const storiesQuery = queryOptions({
  queryKey: ["stories"],
  queryFn: async () => (await send(client.GET("/api/v1/stories"))).stories,
});

export const storyQuery = (id: string) =>
  queryOptions({
    queryKey: ["stories", id],
    queryFn: () => send(client.GET("/api/v1/stories/{story_id}", {params: path(id)})),
  });

export const tellingsQuery = (id: string) =>
  queryOptions({
    queryKey: ["stories", id, "tellings"],
    queryFn: async () =>
      (await send(client.GET("/api/v1/stories/{story_id}/tellings", {params: path(id)}))).tellings,
  });

export const matrixQuery = (pack: string) =>
  queryOptions({
    queryKey: ["stories", "matrix", pack],
    queryFn: () => send(client.GET("/api/v1/story-bank/matrix", {params: {query: {pack}}})),
  });

function useStoriesChanged() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({queryKey: storiesQuery.queryKey});
}

export function useCreateStory() {
  const changed = useStoriesChanged();
  return useMutation({
    mutationFn: ({story, key}: {story: StoryInput; key: string}) =>
      send(client.POST("/api/v1/stories", {params: once(key), body: story})),
    onSuccess: changed,
  });
}

export function useReplaceStory(id: string) {
  const changed = useStoriesChanged();
  return useMutation({
    mutationFn: ({story}: {story: StoryInput}) =>
      send(client.PUT("/api/v1/stories/{story_id}", {params: path(id), body: story})),
    onSuccess: changed,
  });
}

export function useEraseStory(id: string) {
  const queries = useQueryClient();
  const changed = useStoriesChanged();
  return useMutation({
    mutationFn: () => send(client.DELETE("/api/v1/stories/{story_id}", {params: path(id)})),
    onSuccess: () => {
      queries.removeQueries({queryKey: storyQuery(id).queryKey});
      return changed();
    },
  });
}

export function useAddTelling() {
  const changed = useStoriesChanged();
  return useMutation({
    mutationFn: ({
      story,
      text,
      interview,
      key,
    }: {
      story: string;
      text: string;
      interview: string | null;
      key: string;
    }) =>
      send(
        client.POST("/api/v1/stories/{story_id}/tellings", {
          params: {...path(story), ...once(key)},
          body: {text, interview_id: interview},
        }),
      ),
    onSuccess: changed,
  });
}

export function useImportStories() {
  const changed = useStoriesChanged();
  return useMutation({
    mutationFn: ({bank, key}: {bank: StoryBank | string; key: string}) =>
      send(
        typeof bank === "string"
          ? client.POST("/api/v1/story-bank/import", {
              params: once(key),
              headers: {"Content-Type": "text/markdown"},
              body: bank as unknown as StoryBank,
              bodySerializer: (text) => text as unknown as string,
            })
          : client.POST("/api/v1/story-bank/import", {params: once(key), body: bank}),
      ),
    onSuccess: changed,
  });
}
