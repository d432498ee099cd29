// What goes wrong between the page and the server, in words for the person who must act.
import type {components} from "./schema";

type Problem = components["schemas"]["Problem"];

export class RequestProblem extends Error {
  override name = "RequestProblem";

  constructor(
    readonly what: string,
    readonly advice: string,
    readonly status: number | null, // null: no answer came
    readonly type: string | null,
  ) {
    super(what);
  }

  get isConflict(): boolean {
    return this.status === 409;
  }
  get isMissing(): boolean {
    return this.status === 404;
  }
  // Sending the same again may help.
  get isPassing(): boolean {
    return this.status === null || this.status === 408 || this.status >= 502;
  }
}

export function noAnswer(): RequestProblem {
  return new RequestProblem(
    "Barometer does not answer.",
    "It may have been stopped. Start it again with “barometer serve”, then try again. What you typed is kept in this browser.",
    null,
    null,
  );
}

const adviceByStatus: Record<number, string> = {
  401: "Reload the page and give the secret that Barometer was started with. What you typed is kept in this browser.",
  403: "Open the page at the address that “barometer serve” printed.",
  404: "It may have been erased. Go back and choose another.",
  408: "Try again.",
  409: "Reload the page to see how things stand.",
  413: "Choose a smaller file (32 MB at most), or speak in shorter pieces (25 MB at most).",
  500: "This is a fault of Barometer. Try again; if it comes back, look into what “barometer serve” printed.",
  503: "Try again in a moment.",
  504: "Try again in a moment.",
};

export function fromProblem(status: number, body: unknown): RequestProblem {
  const problem = (typeof body === "object" && body !== null ? body : {}) as Partial<Problem>;
  const what = problem.detail ?? problem.title ?? `The server answered with status ${status}.`;
  return new RequestProblem(what, adviceByStatus[status] ?? "", status, problem.type ?? null);
}

export function asProblem(error: unknown): RequestProblem {
  if (error instanceof RequestProblem) return error;
  return new RequestProblem(
    "Something went wrong in this page.",
    "Reload it. What you typed is kept in this browser.",
    0,
    null,
  );
}
