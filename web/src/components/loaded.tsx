// Shows a query: waiting, trouble with a way to try again, or what came.
import type {UseQueryResult} from "@tanstack/react-query";
import type {ReactNode} from "react";
import {Trouble} from "./trouble";
import {Waiting} from "./waiting";

interface Props<T> {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}

export function Loaded<T>({query, children}: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <Trouble error={query.error} onRetry={() => void query.refetch()} />;
  return <Waiting />;
}
