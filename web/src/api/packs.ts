import {queryOptions, useQuery} from "@tanstack/react-query";
import {client, send, type Schemas} from "./client";

export const packsQuery = queryOptions({
  queryKey: ["packs"],
  queryFn: async () => (await send(client.GET("/api/v1/packs"))).packs,
  staleTime: Infinity,
});

export const packQuery = (id: string) =>
  queryOptions({
    queryKey: ["packs", id],
    queryFn: () => send(client.GET("/api/v1/packs/{pack_id}", {params: {path: {pack_id: id}}})),
    staleTime: Infinity,
  });

export function packName(pack: Schemas["PackName"]): string {
  return `${pack.id}@${pack.version}`;
}

// Names of principles and texts of indicators; ids where the pack is not there (yet).
export function usePackNames(id: string | undefined): {
  pack: Schemas["Pack"] | undefined;
  principle: (id: string) => string;
} {
  const {data: pack} = useQuery({...packQuery(id ?? ""), enabled: id !== undefined});
  return {
    pack,
    principle: (wanted) =>
      pack?.principles.find(({id: has}) => has === wanted)?.name ?? wanted.replace(/-/g, " "),
  };
}
