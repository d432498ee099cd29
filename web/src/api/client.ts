// The typed way to the server; every request goes through `send`.
import createClient from "openapi-fetch";
import {fromProblem, noAnswer} from "./problem";
import type {components, paths} from "./schema";

export type Schemas = components["schemas"];

export const client = createClient<paths>({
  baseUrl: typeof location === "undefined" ? "" : location.origin,
  fetch: (request) => globalThis.fetch(request),
});

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

export async function send<T>(request: Promise<Outcome<T>>): Promise<T> {
  let outcome: Outcome<T>;
  try {
    outcome = await request;
  } catch {
    throw noAnswer();
  }
  if (!outcome.response.ok) throw fromProblem(outcome.response.status, outcome.error);
  return outcome.data as T;
}

// The header of a write.
export function once(key: string): {header: {"Idempotency-Key": string}} {
  return {header: {"Idempotency-Key": key}};
}
