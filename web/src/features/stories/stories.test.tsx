import {describe, expect, test} from "vitest";
import {openPage} from "../../testing/render";

describe("Stories", () => {
  test("say what to do first, and load examples", async () => {
    const {server, user, screen} = openPage("/stories");
    expect(await screen.findByText("No story yet")).toBeDefined();
    await user.click(screen.getByRole("button", {name: "Load two examples"}));
    expect(await screen.findByRole("link", {name: "The late antibiotics"})).toBeDefined();
    expect(screen.getByText("used for too much")).toBeDefined();
    expect(screen.getByRole("row", {name: /Ownership/}).textContent).toContain("2 quotes for and 1 against");
    expect(server.writes("/import")).toHaveLength(1);
  });

  test("are kept in this browser while they are written", async () => {
    const first = openPage("/stories/new");
    await first.user.type(await first.screen.findByLabelText("Title"), "The pumps");
    first.close();
    const second = openPage("/stories/new");
    expect((await second.screen.findByLabelText<HTMLInputElement>("Title")).value).toBe("The pumps");
    await second.user.click(second.screen.getByRole("button", {name: "Keep the story"}));
    expect(await second.screen.findByRole("heading", {name: "The pumps"})).toBeDefined();
    expect(localStorage.getItem("barometer.story.new")).toBeNull();
  });

  test("need a title", async () => {
    const {server, user, screen} = openPage("/stories/new");
    await user.click(await screen.findByRole("button", {name: "Keep the story"}));
    expect(await screen.findByText("Give it a title first.")).toBeDefined();
    expect(server.writes("/stories")).toHaveLength(0);
  });

  test("that cannot be imported say why", async () => {
    const {server, user, screen} = openPage("/stories");
    const input = await screen.findByLabelText("File with stories");
    await user.upload(input, new File(["{half"], "stories.json", {type: "application/json"}));
    expect(await screen.findByText("stories.json is not JSON.")).toBeDefined();
    await user.upload(input, new File(["no heading"], "stories.md", {type: "text/markdown"}));
    expect(await screen.findByText("Line 1 is no heading of a story.")).toBeDefined();
    expect(server.writes("/import")[0]?.body).toBe("no heading");
  });
});
