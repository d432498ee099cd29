import {waitFor, within} from "@testing-library/react";
import {describe, expect, test} from "vitest";
import {FakeServer} from "../../testing/fake-server";
import {openPage} from "../../testing/render";
import {courseOf} from "./course";

const field = "Your answer";

describe("Set-up", () => {
  test("starts a surprise interview with the usual choices at once", async () => {
    const {server, user, screen} = openPage("/practise");
    await user.click(await screen.findByRole("button", {name: "Begin the interview"}));
    expect(await screen.findByText("Tell me about a problem you examined closely.")).toBeDefined();
    expect(server.writes("/interviews")[0]?.body).toEqual({
      pack: "amazon-2021",
      principles: [],
      length: "usual",
      probing: "usual",
    });
  });

  test("asks for a principle where none was chosen", async () => {
    const {server, user, screen} = openPage("/practise");
    await user.click(await screen.findByLabelText("Let me choose the principles"));
    await screen.findByLabelText("Dive Deep");
    await user.click(screen.getByRole("button", {name: "Begin the interview"}));
    expect(await screen.findByText(/Choose at least one principle/)).toBeDefined();
    expect(server.writes("/interviews")).toHaveLength(0);
  });

  test("takes the principles that a link names", async () => {
    const {screen} = openPage("/practise?principles=ownership");
    const box = await screen.findByLabelText<HTMLInputElement>("Ownership");
    expect(box.checked).toBe(true);
  });
});

describe("The interview", () => {
  test("sends with Ctrl and Enter, shows the next question, and counts its level", async () => {
    const server = new FakeServer();
    const {id} = server.startInterview();
    const {user, screen} = openPage(`/practise/${id}`, server);
    await user.type(await screen.findByLabelText(field), "We fixed the pumps.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("Which pumps, exactly?")).toBeDefined();
    expect(screen.getByText("Follow-up 1 of at most 5")).toBeDefined();
    expect(screen.getByLabelText<HTMLTextAreaElement>(field).value).toBe("");
    await user.type(screen.getByLabelText(field), "The three on line two.");
    await user.click(screen.getByRole("button", {name: "Send the answer"}));
    expect(await screen.findByText("Hint")).toBeDefined();
  });

  test("says the next question to screen readers", async () => {
    const server = new FakeServer();
    const {id} = server.startInterview();
    const {screen} = openPage(`/practise/${id}`, server);
    const question = await screen.findByText("Tell me about a problem you examined closely.");
    expect(question.closest('[aria-live="polite"]')).not.toBeNull();
  });

  test("keeps what is typed over a reload, and on the server after a pause", async () => {
    const server = new FakeServer();
    const {id} = server.startInterview();
    const first = openPage(`/practise/${id}`, server);
    await first.user.type(await first.screen.findByLabelText(field), "Half an ans");
    await waitFor(() => expect(server.interviews.get(id)?.draft).toBe("Half an ans"), {timeout: 4000});
    first.close();
    const second = openPage(`/practise/${id}`, server);
    const again = await second.screen.findByLabelText<HTMLTextAreaElement>(field);
    expect(again.value).toBe("Half an ans");
  });

  test("takes the server's draft where this browser has none", async () => {
    const server = new FakeServer();
    const interview = server.startInterview();
    interview.draft = "Typed elsewhere";
    const {screen} = openPage(`/practise/${interview.id}`, server);
    expect((await screen.findByLabelText<HTMLTextAreaElement>(field)).value).toBe("Typed elsewhere");
  });

  test("counts an answer once, though its acknowledgement was lost", async () => {
    const server = new FakeServer();
    const {id} = server.startInterview();
    server.loseAnswers = 3; // the first and both repeats
    const first = openPage(`/practise/${id}`, server);
    await first.user.type(await first.screen.findByLabelText(field), "We fixed the pumps.");
    await first.user.click(first.screen.getByRole("button", {name: "Send the answer"}));
    expect(await first.screen.findByText("Barometer does not answer.", {}, {timeout: 5000})).toBeDefined();
    expect(first.screen.getByLabelText<HTMLTextAreaElement>(field).value).toBe("We fixed the pumps.");
    await first.user.click(first.screen.getByRole("button", {name: "Try again"}));
    expect(await first.screen.findByText("Which pumps, exactly?")).toBeDefined();
    expect(server.interviews.get(id)?.turns).toHaveLength(3);
    expect(new Set(server.writes("/answers").map(({key}) => key)).size).toBe(1);
  });

  test("does not offer an answer again that had arrived before the reload", async () => {
    const server = new FakeServer();
    const {id} = server.startInterview();
    server.loseAnswers = 3;
    const first = openPage(`/practise/${id}`, server);
    await first.user.type(await first.screen.findByLabelText(field), "We fixed the pumps.");
    await first.user.click(first.screen.getByRole("button", {name: "Send the answer"}));
    await first.screen.findByText("Barometer does not answer.", {}, {timeout: 5000});
    first.close();
    const second = openPage(`/practise/${id}`, server);
    expect(await second.screen.findByText("Which pumps, exactly?")).toBeDefined();
    expect(second.screen.getByLabelText<HTMLTextAreaElement>(field).value).toBe("");
  });

  test("keeps what is typed when only a minute is asked for", async () => {
    const server = new FakeServer();
    const {id} = server.startInterview();
    server.script = [{kind: "wait", text: "Take your time."}];
    const asked = "Tell me about a problem you examined closely.";
    const {user, screen} = openPage(`/practise/${id}`, server);
    await user.type(await screen.findByLabelText(field), "It was");
    await user.click(screen.getByRole("button", {name: "A minute, please"}));
    expect(await screen.findByText("Take your time.")).toBeDefined();
    expect(screen.getByLabelText<HTMLTextAreaElement>(field).value).toBe("It was");
    expect(document.querySelector(".asked")?.textContent).toContain(asked);
    expect(server.writes("/answers")[0]?.body).toEqual({text: "Give me a minute, please."});
  });

  test("does not send nothing", async () => {
    const server = new FakeServer();
    const {id} = server.startInterview();
    const {user, screen} = openPage(`/practise/${id}`, server);
    await screen.findByLabelText(field);
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText(/nothing to send yet/)).toBeDefined();
    expect(server.writes("/answers")).toHaveLength(0);
  });

  test("asks before it ends", async () => {
    const server = new FakeServer();
    const {id} = server.startInterview();
    const {user, screen} = openPage(`/practise/${id}`, server);
    await user.click(await screen.findByRole("button", {name: "End the interview"}));
    const dialog = await screen.findByRole("dialog");
    expect(server.writes("/end")).toHaveLength(0);
    await user.click(within(dialog).getByRole("button", {name: "End it"}));
    await waitFor(() => expect(location.pathname).toBe(`/practise/${id}/feedback`));
  });

  test("says what happened when the server is down", async () => {
    const server = new FakeServer();
    server.down = true;
    const {screen} = openPage("/practise/history", server);
    expect(await screen.findByText("Barometer does not answer.", {}, {timeout: 5000})).toBeDefined();
    expect(screen.getByText(/barometer serve/)).toBeDefined();
  });
});

describe("The course of an interview", () => {
  const turn = (number: number, kind: "answer" | "question" | "probe" | "transition", text = "") => ({
    number,
    speaker: kind === "answer" ? ("candidate" as const) : ("interviewer" as const),
    kind,
    text,
    reason: null,
    gap: null,
    created_ms: 0,
  });
  test("starts its levels anew with each question and shows all that was said since the answer", () => {
    const turns = [turn(0, "question", "A?"), turn(1, "answer"), turn(2, "probe"), turn(3, "answer")];
    expect(courseOf(turns)).toMatchObject({question: "A?", questions: 1, level: 1, now: []});
    const more = [...turns, turn(4, "transition"), turn(5, "question", "B?")];
    expect(courseOf(more)).toMatchObject({question: "B?", questions: 2, level: 0});
    expect(courseOf(more).now.map(({number}) => number)).toEqual([4, 5]);
  });
});
