import {waitFor} from "@testing-library/react";
import {describe, expect, test} from "vitest";
import {FakeServer} from "../../testing/fake-server";
import {openPage} from "../../testing/render";
import {spreadOf} from "./trend";

const point = (interview: number, score: number | null, verdict: "weak" | "strong" | "insufficient") => ({
  interview_id: `b${String(interview).padStart(25, "0")}`,
  created_ms: Date.UTC(2026, 10, interview),
  verdict,
  score,
  supports: 2,
  contradicts: 1,
});

describe("The spread", () => {
  test("is of verdicts, and leaves insufficient out", () => {
    expect(spreadOf([point(1, null, "insufficient")])).toBeNull();
    expect(spreadOf([point(1, 0, "weak"), point(2, 0, "strong"), point(3, null, "insufficient")])).toEqual({
      lowest: 1,
      median: 2,
      highest: 3,
    });
  });
});

describe("Progress", () => {
  test("says what to do first", async () => {
    const {screen} = openPage("/progress");
    expect(await screen.findByText("Nothing to show yet")).toBeDefined();
  });

  test("shows each interview as a link to its words, with the spread, and no bare number", async () => {
    const server = new FakeServer();
    server.progress = [
      {
        principle: "dive-deep",
        points: [point(1, -0.31, "weak"), point(2, 0.64, "strong")],
        latest: "strong",
        median: 0.165,
        lowest: -0.31,
        highest: 0.64,
      },
      {principle: "ownership", points: [], latest: "not_assessed", median: null, lowest: null, highest: null},
    ];
    const {screen} = openPage("/progress", server);
    const second = await screen.findByRole("link", {
      name: /^Interview 2, .*: strong, 2 quotes for, 1 against$/,
    });
    expect(second.getAttribute("href")).toBe(`/practise/${point(2, 0, "strong").interview_id}/feedback`);
    expect(document.querySelector(".plot .spread")).not.toBeNull();
    await waitFor(() =>
      expect(screen.getByText(/Not practised yet/).parentElement?.textContent).toContain("Ownership"),
    );
    expect(document.body.textContent).not.toMatch(/0[.,]64|0[.,]31/);
  });

  test("shows one nudge at most", async () => {
    const server = new FakeServer();
    server.plan.nudge = "Tell one story about Ownership.";
    const {screen} = openPage("/progress", server);
    expect(await screen.findAllByText("Tell one story about Ownership.")).toHaveLength(1);
  });
});
