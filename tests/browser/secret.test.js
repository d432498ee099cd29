// Uses the page of a server that asks for a secret: what a browser frames and streams cannot carry a header.
import assert from "node:assert/strict";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {after, before, describe, test} from "node:test";
import {fileURLToPath} from "node:url";
import {axe_source, open_browser, start_barometer, why_not} from "./web_support.js";

const examples = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "..", "examples");
const secret = "0123456789abcdef0123";

const skip = why_not();
if (skip) console.log(`Skipped: ${skip}`);

describe("A server with a secret", {skip}, () => {
  let barometer;
  let browser;
  let folder;
  let built = true;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "barometer-secret-"));
    writeFileSync(path.join(folder, "secret"), secret);
    barometer = await start_barometer(["--secret-file", path.join(folder, "secret")]);
    browser = await open_browser();
    built = (await (await fetch(barometer.url)).text()).includes('id="root"');
    if (!built) console.log("Skipped: the program carries no page: run npm run build in web/ and build it anew");
  });
  after(async () => {
    await browser?.close();
    await barometer?.stop();
    rmSync(folder, {recursive: true, force: true});
  });

  test("asks for it once, then streams progress, frames the report and the sheet, and can be left", {timeout: 120_000}, async (t) => {
    if (!built) { t.skip("no page in the program"); return; }
    const context = await browser.newContext({reducedMotion: "reduce"});
    t.after(() => context.close());
    const page = await context.newPage();
    const streams = [];
    page.on("response", (response) => {
      if (response.url().endsWith("/events")) streams.push(response.status());
    });
    await page.goto(`${barometer.url}/read`);
    await page.getByRole("heading", {name: "This server asks for its secret"}).waitFor();
    await page.evaluate(axe_source());
    const {violations} = await page.evaluate(() => globalThis.axe.run(document));
    assert.deepEqual(violations.map(({id}) => id), []);
    await page.getByLabel("Secret", {exact: true}).fill("a guess");
    await page.getByRole("button", {name: "Go on"}).click();
    await page.getByText("This is not the secret").waitFor();
    await page.getByLabel("Secret", {exact: true}).fill(secret);
    await page.getByLabel("Secret", {exact: true}).press("Enter");
    await page.getByLabel("Transcript files").setInputFiles(path.join(examples, "night-ward.vtt"));
    await page.getByRole("heading", {name: "Who is who?"}).waitFor();
    await page.getByLabel("Role of Ines Duarte").selectOption("candidate");
    await page.getByLabel("Role of Martin Keller").selectOption("interviewer");
    await page.getByRole("button", {name: "Read it"}).click();
    const report = page.frameLocator('iframe[title="Report on night-ward.vtt"]');
    await report.getByText("Evidence by principle").waitFor({timeout: 60_000});
    assert.ok(streams.length > 0 && streams.every((status) => status === 200), `event streams: ${streams}`);
    const [cookie] = await context.cookies();
    assert.deepEqual([cookie.name, cookie.httpOnly, cookie.sameSite], ["barometer_session", true, "Strict"]);
    assert.ok(!cookie.value.includes(secret));
    assert.equal(await page.evaluate(() => document.cookie), "", "scripts cannot read it");
    await page.reload();
    await report.getByText("Evidence by principle").waitFor({timeout: 60_000});
    const kept = await page.evaluate(async () => {
      const headers = {"Content-Type": "application/json", "Idempotency-Key": "one-story-key"};
      return (await fetch("/api/v1/stories", {method: "POST", headers, body: '{"title":"The night bell"}'})).status;
    });
    assert.equal(kept, 201);
    await page.goto(`${barometer.url}/stories/sheet`);
    await page.frameLocator("iframe").getByText("The night bell").first().waitFor();
    await page.goto(`${barometer.url}/settings`);
    await page.getByRole("button", {name: "Sign out of this browser"}).click();
    await page.getByRole("heading", {name: "This server asks for its secret"}).waitFor();
    await page.goto(`${barometer.url}/read`);
    await page.getByRole("heading", {name: "This server asks for its secret"}).waitFor();
  });
});
