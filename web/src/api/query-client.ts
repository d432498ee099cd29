import {QueryClient} from "@tanstack/react-query";
import {asProblem} from "./problem";

// A lost answer is asked for again a few times: every write carries a key and counts once.
const again = (failures: number, error: unknown) => failures < 2 && asProblem(error).isPassing;

export function makeQueryClient(): QueryClient {
  return new QueryClient({
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
}
