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

  test("says so where there is no such page", async () => {
    const {screen} = openPage("/nowhere");
    expect(await screen.findByRole("heading", {name: "There is no such page"})).toBeDefined();
  });
});
