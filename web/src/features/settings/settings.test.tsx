import {waitFor, within} from "@testing-library/react";
import {describe, expect, test} from "vitest";
import {FakeServer} from "../../testing/fake-server";
import {openPage} from "../../testing/render";

describe("Settings", () => {
  test("say plainly what leaves the machine", async () => {
    const {user, screen} = openPage("/settings");
    expect(await screen.findByText(/^Nothing\. Reading and practising need no network/)).toBeDefined();
    await user.click(screen.getByRole("button", {name: "Set up an endpoint: Speech to text"}));
    const form = within(screen.getByRole("form", {name: "Speech to text"}));
    await user.type(form.getByLabelText("Address"), "http://127.0.0.1:8080/v1");
    await user.click(form.getByRole("button", {name: "Keep it"}));
    expect(await screen.findByText("Recorded speech goes to 127.0.0.1:8080 to become text.")).toBeDefined();
    expect(screen.getByText(/sends nothing there yet/)).toBeDefined();
  });

  test("say that a key goes with its host", async () => {
    const server = new FakeServer();
    server.settings.speech = {url: "https://api.example/v1", model: "", has_secret: true};
    const {user, screen} = openPage("/settings", server);
    expect(await screen.findByText("One is kept. Leave this empty to keep it.")).toBeDefined();
    const form = within(screen.getByRole("form", {name: "Speech to text"}));
    await user.type(form.getByLabelText("Address"), "/more");
    expect(form.getByText("One is kept. Leave this empty to keep it.")).toBeDefined();
    await user.clear(form.getByLabelText("Address"));
    await user.type(form.getByLabelText("Address"), "https://other.example/v1");
    expect(form.getByText("If the endpoint asks for one")).toBeDefined();
  });

  test("never send a secret that was not typed anew", async () => {
    const server = new FakeServer();
    server.settings.speech = {url: "http://127.0.0.1:8080/v1", model: "", has_secret: true};
    const {user, screen} = openPage("/settings", server);
    await user.click(await screen.findByLabelText("Dark"));
    await waitFor(() => expect(server.settings.theme).toBe("dark"));
    expect(server.settings.speech.has_secret).toBe(true);
    expect(JSON.stringify(server.writes("/settings")[0]?.body)).not.toContain("secret");
    expect(document.documentElement.getAttribute("data-mantine-color-scheme")).toBe("dark");
  });

  test("refuse an address that is none", async () => {
    const {server, user, screen} = openPage("/settings");
    await user.click(await screen.findByRole("button", {name: "Set up an endpoint: Second reader"}));
    const form = within(screen.getByRole("form", {name: "Second reader"}));
    await user.type(form.getByLabelText("Address"), "example.org");
    await user.click(form.getByRole("button", {name: "Keep it"}));
    expect(await screen.findByText(/starts with http/)).toBeDefined();
    expect(server.writes("/settings")).toHaveLength(0);
  });

  test("erase only after the words were typed, drafts of this browser included", async () => {
    localStorage.setItem("barometer.answer.one", "x");
    const {server, user, screen} = openPage("/settings");
    await user.click(await screen.findByRole("button", {name: "Erase everything…"}));
    const dialog = within(await screen.findByRole("dialog"));
    const go = dialog.getByRole<HTMLButtonElement>("button", {name: "Erase everything"});
    expect(go.disabled).toBe(true);
    await user.type(dialog.getByLabelText(/Type/), "erase everything");
    await user.click(go);
    await waitFor(() => expect(server.writes("/erase")).toHaveLength(1));
    await waitFor(() => expect(localStorage.getItem("barometer.answer.one")).toBeNull());
  });
});
