// The whole page at a place, before a fake server.
import {render, screen} from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {vi} from "vitest";
import {makeQueryClient} from "../api/query-client";
import {App} from "../app/app";
import {FakeServer} from "./fake-server";

export class FakeEventSource {
  static all: FakeEventSource[] = [];
  readonly CLOSED = 2;
  readyState = 1;
  private hears = new Map<string, (event: unknown) => void>();

  constructor(readonly url: string) {
    FakeEventSource.all.push(this);
  }
  addEventListener(name: string, hear: (event: unknown) => void) {
    this.hears.set(name, hear);
  }
  send(name: string, data: unknown) {
    this.hears.get(name)?.({data: JSON.stringify(data)});
  }
  close() {
    this.readyState = this.CLOSED;
  }
}

export function openPage(path: string, server = new FakeServer()) {
  vi.stubGlobal("fetch", server.fetch);
  vi.stubGlobal("EventSource", FakeEventSource);
  FakeEventSource.all = [];
  history.replaceState(null, "", path);
  const view = render(<App queries={makeQueryClient()} />);
  return {server, user: userEvent.setup(), screen, close: view.unmount};
}
