import {act, waitFor} from "@testing-library/react";
import {describe, expect, test} from "vitest";
import {FakeServer} from "../../testing/fake-server";
import {FakeEventSource, openPage} from "../../testing/render";

describe("Read", () => {
  test("hands a file in and asks who is who", async () => {
    const {server, user, screen} = openPage("/read");
    await user.upload(await screen.findByLabelText("Transcript files"), new File(["WEBVTT"], "call.vtt"));
    expect(await screen.findByRole("heading", {name: "Who is who?"})).toBeDefined();
    expect(server.writes("/readings")).toHaveLength(1);
    await user.click(screen.getByRole("button", {name: "Read it"}));
    expect(await screen.findByText(/Say who the candidate is/)).toBeDefined();
    await user.selectOptions(screen.getByLabelText("Role of Ines Duarte"), "candidate");
    await user.click(screen.getByRole("button", {name: "Read it"}));
    await waitFor(() =>
      expect(server.writes("/roles")[0]?.body).toEqual({
        roles: [{speaker: "Ines Duarte", role: "candidate"}],
      }),
    );
  });

  test("shows progress as it comes, then the very report of the export without any right on the page", async () => {
    const server = new FakeServer();
    const reading = server.addReading("reading");
    const {screen} = openPage(`/read/${reading.id}`, server);
    await screen.findByText("Reading: 0 of 100.");
    const stream = FakeEventSource.all.at(-1);
    expect(stream?.url).toBe(`/api/v1/readings/${reading.id}/events`);
    act(() => stream?.send("reading", {...reading, progress: 0.4}));
    expect(await screen.findByText("Reading: 40 of 100.")).toBeDefined();
    act(() => stream?.send("reading", {...reading, status: "done", progress: 1}));
    const frame = await screen.findByTitle<HTMLIFrameElement>("Report on call.vtt");
    expect(frame.getAttribute("src")).toBe(`/api/v1/readings/${reading.id}/report.html`);
    expect(frame.getAttribute("sandbox")).not.toContain("allow-same-origin");
  });

  test("says why a file could not be read", async () => {
    const server = new FakeServer();
    const {id} = server.addReading("failed", {
      problem: "call.vtt is a picture. Export the transcript as text.",
    });
    const {screen} = openPage(`/read/${id}`, server);
    expect(await screen.findByText("call.vtt is a picture. Export the transcript as text.")).toBeDefined();
  });

  test("refuses an empty file before sending it", async () => {
    const {server, user, screen} = openPage("/read");
    await user.upload(await screen.findByLabelText("Transcript files"), new File([], "call.vtt"));
    expect(await screen.findByText("call.vtt is empty.")).toBeDefined();
    expect(server.writes("/readings")).toHaveLength(0);
  });
});
