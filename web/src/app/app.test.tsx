import {waitFor} from "@testing-library/react";
import {describe, expect, test} from "vitest";
import {FakeServer} from "../testing/fake-server";
import {openPage} from "../testing/render";

describe("The page", () => {
  test("has three doors, one of them coming", async () => {
    const {screen} = openPage("/");
    expect(await screen.findByRole("heading", {name: "Practise"})).toBeDefined();
    expect(screen.getByRole("heading", {name: "Read"})).toBeDefined();
    expect(screen.getByRole("heading", {name: "Run a loop"})).toBeDefined();
    expect(screen.getByText("Coming")).toBeDefined();
    expect(await screen.findByText(/Nothing leaves this machine/)).toBeDefined();
  });

  test("brings the focus to the heading of the page that was gone to, not on the first load", async () => {
    const {user, screen} = openPage("/");
    await screen.findByRole("heading", {level: 1});
    expect(document.activeElement).toBe(document.body);
    await user.click(screen.getByRole("link", {name: "Settings"}));
    const heading = await screen.findByRole("heading", {level: 1, name: "Settings"});
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toBe("Settings – Barometer");
  });

  test("offers to go on with an interview that is open", async () => {
    const server = new FakeServer();
    const {id} = server.startInterview();
    const {screen} = openPage("/", server);
    const link = await screen.findByRole("link", {name: "Go on with it"});
    expect(link.getAttribute("href")).toBe(`/practise/${id}`);
  });

  test("asks for the secret where the server does, once, and ends the session on request", async () => {
    const server = new FakeServer();
    server.secret = "0123456789abcdef";
    const {user, screen} = openPage("/settings", server);
    await screen.findByRole("heading", {name: "This server asks for its secret"});
    await user.type(screen.getByLabelText("Secret"), "a guess");
    await user.click(screen.getByRole("button", {name: "Go on"}));
    expect(await screen.findByText("This is not the secret that the server was started with.")).toBeDefined();
    await user.clear(screen.getByLabelText("Secret"));
    await user.type(screen.getByLabelText("Secret"), "0123456789abcdef");
    await user.click(screen.getByRole("button", {name: "Go on"}));
    await screen.findByRole("heading", {name: "Speech to text"});
    server.secret = "0123456789abcdef";
    await user.click(await screen.findByRole("button", {name: "Sign out of this browser"}));
    await screen.findByRole("heading", {name: "This server asks for its secret"});
    expect(JSON.stringify(localStorage)).not.toContain("0123456789abcdef");
  });

  test("asks for the secret again when the session has ended, and loses nothing that was typed", async () => {
    const server = new FakeServer();
    const {id} = server.startInterview();
    const {user, screen} = openPage(`/practise/${id}`, server);
    await user.type(await screen.findByLabelText("Your answer"), "I counted them.");
    server.secret = "0123456789abcdef";
    await user.click(screen.getByRole("button", {name: "Send the answer"}));
    await user.type(await screen.findByLabelText("Secret"), "0123456789abcdef");
    await user.click(screen.getByRole("button", {name: "Go on"}));
    const field = await screen.findByLabelText<HTMLTextAreaElement>("Your answer");
    expect(field.value).toBe("I counted them.");
  });

  test("says so where there is no such page", async () => {
    const {screen} = openPage("/nowhere");
    expect(await screen.findByRole("heading", {name: "There is no such page"})).toBeDefined();
  });
});
