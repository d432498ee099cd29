// Speaks into the page, by a microphone whose sound is a file: a recording of the real browser, before the real server.
// The endpoint is a stand-in, and, where espeak-ng and tools/setup/wheels-speech.txt are there, a real recogniser.
import assert from "node:assert/strict";
import {execFileSync, spawn} from "node:child_process";
import {existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import http from "node:http";
import {tmpdir} from "node:os";
import path from "node:path";
import {after, before, describe, test} from "node:test";
import {fileURLToPath} from "node:url";
import {axe_source, open_browser, start_barometer, why_not} from "./web_support.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");
const wheels = path.join(root, ".deps/speech");
const said = "The second pump failed because nobody had cleaned the filter since March.";

const skip = why_not();
if (skip) console.log(`Skipped: ${skip}`);

function has_voice() {
  try {
    execFileSync("espeak-ng", ["--version"], {stdio: "ignore"});
    return true;
  } catch {
    return false;
  }
}
const deaf = !has_voice() ? "espeak-ng is not installed"
  : !existsSync(path.join(wheels, ".stamp")) ? "the speech recogniser of tools/setup/wheels-speech.txt is not there" : false;
if (!skip && deaf) console.log(`Skipped: real speech in the browser: ${deaf}`);

// Ten seconds of a tone, as a WAV file.
function tone() {
  const samples = 480_000;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples * 2, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(48000, 24);
  head.writeUInt32LE(96000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples * 2, 40);
  const sound = Buffer.alloc(samples * 2);
  for (let at = 0; at < samples; at += 1) sound.writeInt16LE(Math.round(9000 * Math.sin((at * 2 * Math.PI * 440) / 48000)), at * 2);
  return Buffer.concat([head, sound]);
}

describe("Speaking", {skip}, () => {
  let barometer;
  let browser;
  let folder;
  let built = true;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "barometer-speech-"));
    const voice = path.join(folder, "voice.wav");
    if (deaf) writeFileSync(voice, tone());
    else execFileSync("espeak-ng", ["-v", "en-us", "-s", "140", "-w", voice, said]);
    barometer = await start_barometer();
    browser = await open_browser(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
      `--use-file-for-fake-audio-capture=${voice}%noloop`]);
    built = (await (await fetch(barometer.url)).text()).includes('id="root"');
    if (!built) console.log("Skipped: the program carries no page: run npm run build in web/ and build it anew");
  });
  after(async () => {
    await browser?.close();
    await barometer?.stop();
    rmSync(folder, {recursive: true, force: true});
  });

  // An interview on a page that may use the microphone, with speaking opened.
  async function interview(url, more = {}) {
    const settings = {theme: "system", pack: "amazon-2021", reader: null, speech: {url, ...more}};
    const set = await fetch(`${barometer.url}/api/v1/settings`, {method: "PUT", body: JSON.stringify(settings),
      headers: {"Content-Type": "application/json"}});
    assert.equal(set.status, 200, await set.text());
    const context = await browser.newContext({permissions: ["microphone"], reducedMotion: "reduce"});
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (message) => {
      const expected = /Failed to load resource/.test(message.text());
      if (["error", "warning"].includes(message.type()) && !expected) complaints.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
    await page.goto(`${barometer.url}/practise`);
    await page.getByRole("button", {name: "Begin the interview"}).click();
    await page.getByLabel("Your answer").waitFor();
    await page.getByText("Speak instead of writing").click();
    return {page, complaints, close: () => context.close()};
  }

  test("records, sends the sound to the endpoint, and puts the text where it can be corrected", {timeout: 120_000}, async (t) => {
    if (!built) { t.skip("no page in the program"); return; }
    const got = [];
    let status = 200;
    const remote = http.createServer((request, response) => {
      const pieces = [];
      request.on("data", (piece) => pieces.push(piece));
      request.on("end", () => {
        got.push({path: request.url, body: Buffer.concat(pieces)});
        response.writeHead(status, {"Content-Type": "application/json"});
        response.end(JSON.stringify({text: " The third pump."}));
      });
    });
    await new Promise((resolve) => remote.listen(0, "127.0.0.1", resolve));
    t.after(() => remote.close());
    const {page, complaints, close} = await interview(`http://127.0.0.1:${remote.address().port}`);
    t.after(close);
    await page.getByText(`127.0.0.1:${remote.address().port}`).waitFor();
    await page.getByLabel("Your answer").fill("It was this:");
    await page.getByRole("button", {name: "Start speaking"}).click();
    await page.getByText("Recording").waitFor();
    await page.evaluate(axe_source());
    const {violations} = await page.evaluate(() => globalThis.axe.run(document));
    assert.deepEqual(violations.map(({id}) => id), []);
    await page.waitForTimeout(1200);
    await page.getByRole("button", {name: "Stop"}).click();
    await page.waitForFunction(() => document.querySelector("textarea").value === "It was this: The third pump.");
    assert.equal(got[0].path, "/v1/audio/transcriptions");
    assert.ok(got[0].body.includes(Buffer.from([0x1a, 0x45, 0xdf, 0xa3])), "the recording is WebM");
    assert.ok(got[0].body.length > 1500);
    await page.getByRole("button", {name: "Start speaking"}).click();
    await page.getByRole("button", {name: "Cancel"}).click();
    await page.getByText("Nothing is kept of it.").waitFor();
    assert.equal(got.length, 1, "a cancelled recording goes nowhere");
    status = 500;
    await page.getByRole("button", {name: "Start speaking"}).click();
    await page.waitForTimeout(600);
    await page.getByRole("button", {name: "Stop"}).click();
    await page.getByRole("alert").getByText(/status 500/).waitFor();
    status = 200;
    await page.getByRole("button", {name: "Try again"}).click();
    await page.waitForFunction(() => document.querySelector("textarea").value.endsWith("pump. The third pump."));
    assert.deepEqual(complaints, []);
  });

  test("is heard by a real recogniser", {timeout: 120_000, skip: deaf}, async (t) => {
    if (!built) { t.skip("no page in the program"); return; }
    const whisper = spawn(path.join(root, ".deps/python/bin/python"), ["-B", path.join(root, "tests/e2e/whisper_endpoint.py"), "serve", "a-key"],
      {env: {...process.env, PYTHONPATH: wheels}, stdio: ["ignore", "pipe", "inherit"]});
    t.after(() => whisper.kill());
    const port = await new Promise((resolve) => { whisper.stdout.once("data", (line) => resolve(String(line).trim())); });
    const {page, complaints, close} = await interview(`http://127.0.0.1:${port}/v1`, {model: "whisper-tiny", secret: "a-key"});
    t.after(close);
    await page.getByRole("button", {name: "Start speaking"}).click();
    await page.getByText("Recording").waitFor();
    await page.waitForTimeout(7000);
    await page.getByRole("button", {name: "Stop"}).click();
    await page.getByText("The text is added to your answer.").waitFor({timeout: 60_000});
    const text = await page.getByLabel("Your answer").inputValue();
    const words = said.toLowerCase().match(/[a-z]+/g);
    const found = words.filter((word) => text.toLowerCase().includes(word));
    console.log(`heard: ${text}`);
    assert.ok(found.length >= 0.8 * words.length, text);
    await page.getByText(/words a minute|too little to tell a pace/).waitFor();
    assert.deepEqual(complaints, []);
  });
});
