import {MutationCache, QueryCache, QueryClient} from "@tanstack/react-query";
import {asProblem} from "./problem";
import {settingsQuery} from "./settings";

// A lost answer is asked for again a few times: every write carries a key and counts once.
const again = (failures: number, error: unknown) => failures < 2 && asProblem(error).isPassing;

export function makeQueryClient(): QueryClient {
  // A session that ended shows in the settings first: the page then asks for the secret.
  const onError = (error: unknown) => {
    const known = queries.getQueryState(settingsQuery.queryKey);
    if (asProblem(error).status === 401 && known?.status === "success")
      void queries.invalidateQueries({queryKey: settingsQuery.queryKey});
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({onError}),
    mutationCache: new MutationCache({onError}),
    defaultOptions: {
      queries: {
        retry: again,
        retryDelay: 400,
        staleTime: 15_000,
        networkMode: "always",
        refetchOnWindowFocus: false,
      },
      mutations: {retry: again, retryDelay: 400, networkMode: "always"},
    },
  });
  return queries;
}
