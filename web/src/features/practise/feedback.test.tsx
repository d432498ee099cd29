import {waitFor} from "@testing-library/react";
import {describe, expect, test} from "vitest";
import {FakeServer} from "../../testing/fake-server";
import {openPage} from "../../testing/render";
import type {Feedback} from "./feedback-model";

const said = ["We had trouble with the pumps on line two.", "I took one apart myself."];

const feedback: Feedback = {
  schema: "barometer.feedback/1",
  disclaimer: "",
  work_on: "Say what came of it, and how you know.",
  topics: [
    {
      topic: 0,
      principle: "dive-deep",
      question: "Tell me about a problem you examined closely.",
      verdict: "mixed",
      rating: null,
      evidence: [
        {
          polarity: "supports",
          quote: "I took one apart myself",
          entry: 3,
          span: [0, 23],
          indicator: "checks-in-person",
          mode: "did",
          agency: "mine",
        },
      ],
      gaps: [
        {gap: "specifics", standing: "missing", asked: 2, told: null},
        {gap: "measure", standing: "not-asked", asked: null, told: null},
        {gap: "own-part", standing: "told", asked: null, told: 3},
      ],
      story_words: {situation: 9, task: 0, action: 5, result: 0},
      words: 14,
      said_i: 1,
      said_we: 1,
      follow_ups: 1,
      hints: 0,
      work_on: "",
      rebuilt: [
        {part: "situation", sentence: said[0] ?? "", entry: 1},
        {part: "action", sentence: said[1] ?? "", entry: 3},
        {part: "result", question: "What came of it?"},
      ],
    },
  ],
};

async function ended() {
  const server = new FakeServer();
  const {id} = server.startInterview();
  const turn = {reason: null, gap: null, created_ms: 0};
  server.interviews.get(id)?.turns.push(
    {...turn, number: 1, speaker: "candidate", kind: "answer", text: said[0] ?? ""},
    {
      ...turn,
      number: 2,
      speaker: "interviewer",
      kind: "probe",
      text: "Which pumps, exactly?",
      reason: "No name or number was told.",
    },
    {...turn, number: 3, speaker: "candidate", kind: "answer", text: said[1] ?? ""},
    {...turn, number: 4, speaker: "interviewer", kind: "close", text: "Thank you for your time."},
  );
  const interview = server.interviews.get(id);
  if (interview) interview.status = "ended";
  server.feedback = feedback;
  return {server, id};
}

describe("Feedback", () => {
  test("shows quotes, what was missing with the probe that went after it, and one thing to work on", async () => {
    const {server, id} = await ended();
    const {screen} = openPage(`/practise/${id}/feedback`, server);
    expect(await screen.findByText("“I took one apart myself”")).toBeDefined();
    expect(screen.getByText("Say what came of it, and how you know.")).toBeDefined();
    expect(screen.getByText("Specifics")).toBeDefined();
    expect(screen.getByText(/no fault of the answer/)).toBeDefined();
    expect(screen.getByRole("link", {name: "“Which pumps, exactly?”"}).getAttribute("href")).toBe("#turn-2");
    expect(screen.getByText(/You said “I” once and “we” once/)).toBeDefined();
    expect(screen.getByText("What came of it?")).toBeDefined();
    expect(screen.getByText("No name or number was told.")).toBeDefined();
  });

  test("keeps an answer as a story with what was said as its first telling", async () => {
    const {server, id} = await ended();
    const {user, screen} = openPage(`/practise/${id}/feedback`, server);
    await user.click(await screen.findByRole("button", {name: "Save as a story"}));
    await user.type(screen.getByLabelText("Title of the story"), "The pumps");
    await user.click(screen.getByRole("button", {name: "Keep the story"}));
    expect(await screen.findByRole("link", {name: "See the story"})).toBeDefined();
    expect(server.writes("/stories")[0]?.body).toMatchObject({
      title: "The pumps",
      situation: said[0],
      action: said[1],
      result: "",
      notes: "Still open: What came of it?",
      principles: ["dive-deep"],
    });
    await waitFor(() =>
      expect(server.writes("/tellings")[0]?.body).toEqual({text: said.join("\n\n"), interview_id: id}),
    );
  });

  test("leaves out a quote that nobody said", async () => {
    const {server, id} = await ended();
    const [topic] = feedback.topics;
    const [quote] = topic?.evidence ?? [];
    server.feedback = {
      ...feedback,
      topics: [{...topic, evidence: [{...quote, quote: "I took all apart myself"}]}],
    };
    const {screen} = openPage(`/practise/${id}/feedback`, server);
    expect(await screen.findByText(/1 quote left out/)).toBeDefined();
    expect(screen.queryByText(/I took all apart/)).toBeNull();
  });

  test("does not come while the interview runs", async () => {
    const server = new FakeServer();
    const {id} = server.startInterview();
    const {screen} = openPage(`/practise/${id}/feedback`, server);
    expect(await screen.findByText("Feedback comes when the interview is over.")).toBeDefined();
  });

  test("says so when it has a form that the page does not know", async () => {
    const {server, id} = await ended();
    server.feedback = {schema: "barometer.feedback/9"};
    const {screen} = openPage(`/practise/${id}/feedback`, server);
    expect(await screen.findByText(/a form that the page does not know/)).toBeDefined();
  });
});
