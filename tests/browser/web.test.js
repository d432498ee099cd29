// Uses the web page as a person would, before the real server.
//   npm ci && npm run build      in web/, then build the program (it carries web/dist), or set BAROMETER_WEB_DIST=web/dist
//   BAROMETER_PROGRAM=build/release/src/barometer node --test tests/browser/web.test.js
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import path from "node:path";
import {after, before, describe, test} from "node:test";
import {fileURLToPath} from "node:url";
import {axe_source, open_browser, start_barometer, why_not} from "./web_support.js";

const desktop = {width: 1280, height: 900};
const phone = {width: 360, height: 740};
const answer_field = "Your answer";
const examples = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "..", "examples");

const skip = why_not();
if (skip) console.log(`Skipped: ${skip}`);

describe("The web page", {skip}, () => {
  let barometer;
  let browser;
  let axe;
  let built = true;

  before(async () => {
    barometer = await start_barometer();
    browser = await open_browser();
    axe = axe_source();
    built = (await (await fetch(barometer.url)).text()).includes('id="root"');
    if (!built) console.log("Skipped: the program carries no page: run npm run build in web/ and build it anew");
  });
  after(async () => {
    await browser?.close();
    await barometer?.stop();
  });

  // A test in a fresh browser; fails when the page asks another host, breaks the policy, or its script complains.
  function flow(name, options, work) {
    test(name, {timeout: 120_000}, async (t) => {
      if (!built) { t.skip("no page in the program"); return; }
      const context = await browser.newContext({viewport: desktop, reducedMotion: "reduce", ...options.browser});
      const page = await context.newPage();
      const complaints = [];
      page.on("request", (request) => {
        const url = new URL(request.url());
        if (url.origin !== barometer.url && !["blob:", "data:", "about:"].includes(url.protocol)) complaints.push(`request: ${url}`);
      });
      page.on("console", (message) => {
        // A refused or failed request is logged by the browser itself, a page that did not come by React.
        const expected = options.failures && /Failed to load resource|preload|dynamically imported/.test(message.text());
        if (["error", "warning"].includes(message.type()) && !expected) complaints.push(`console: ${message.text()}`);
      });
      page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
      try {
        await work(page, context);
      } finally {
        await context.close();
      }
      assert.deepEqual(complaints, []);
    });
  }

  const open = async (page, place) => {
    await page.goto(barometer.url + place);
    await page.locator("h1").first().waitFor();
    await page.waitForLoadState("networkidle");
  };
  const question = (page) => page.locator(".asked .utterance").last().textContent();
  const start_interview = async (page) => {
    await open(page, "/practise");
    await page.getByLabel("Let me choose the principles").check();
    await page.getByLabel("Dive Deep").check();
    await page.getByLabel("Short").check();
    await page.getByRole("button", {name: "Begin the interview"}).click();
    await page.getByLabel(answer_field).waitFor();
  };
  const answer = async (page, text) => {
    const turns = await page.locator(".turns > li").count();
    await page.getByLabel(answer_field).fill(text);
    await page.getByLabel(answer_field).press("Control+Enter");
    await page.waitForFunction((before) => document.querySelectorAll(".turns > li").length > before ||
      document.querySelector("h1").textContent.includes("over"), turns);
  };
  const in_axe = async (page, where) => {
    await page.evaluate(axe);
    const {violations} = await page.evaluate(() => globalThis.axe.run(document,
      {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], iframes: false}));
    assert.deepEqual(violations.map(({id, nodes}) => `${where}: ${id}: ${nodes.map(({html}) => html).join(" ")}`), []);
  };
  const fits = async (page, where) => {
    const [wide, window_width] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(wide <= window_width, `${where} is ${wide} px wide in a window of ${window_width}`);
  };

  flow("practises by keyboard alone: set-up, five answers, end", {}, async (page) => {
    await open(page, "/");
    const tab_to = async (wanted) => {
      let name = "";
      for (let step = 0; step < 60; step += 1) {
        name = await page.evaluate(() => {
          const at = document.activeElement;
          return at?.labels?.[0]?.textContent ?? at?.getAttribute("aria-label") ?? at?.textContent ?? "";
        });
        if (name.trim().startsWith(wanted)) return;
        await page.keyboard.press("Tab");
        const ring = await page.evaluate(() => {
          const at = document.activeElement;
          if (at === document.body) return true;
          // The door of the first page draws its ring around the whole box.
          const box = at.closest(".door") ?? at;
          return [at, box].some((one) => getComputedStyle(one).outlineStyle !== "none");
        });
        assert.ok(ring, `the focus cannot be seen after ${name}`);
      }
      assert.fail(`the Tab key does not lead to ${wanted}`);
    };
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), "Skip to the page");
    await page.keyboard.press("Enter");
    await tab_to("Practise");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/practise$/);
    await page.getByRole("button", {name: "Begin the interview"}).waitFor();
    await tab_to("Surprise me");
    await page.keyboard.press("ArrowDown");
    await page.getByLabel("Dive Deep").waitFor();
    await tab_to("Dive Deep");
    await page.keyboard.press("Space");
    await tab_to("Usual");
    await page.keyboard.press("ArrowUp");
    assert.ok(await page.getByLabel("Short").isChecked());
    await tab_to("Begin the interview");
    await page.keyboard.press("Enter");
    await page.getByLabel(answer_field).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "TEXTAREA");
    const asked = [await question(page)];
    for (const text of ["We had trouble with the pumps on line two and we fixed them.", "I took one apart.", "Three of them.",
      "I read it off the log.", "Nothing more."]) {
      if (await page.getByLabel(answer_field).count() === 0) break;
      const before = await question(page);
      await page.keyboard.type(text);
      await page.keyboard.press("Control+Enter");
      await page.waitForFunction((old) => [...document.querySelectorAll(".asked .utterance")].at(-1)?.textContent !== old, before);
      asked.push(await question(page));
      if (await page.getByLabel(answer_field).count() > 0) {
        assert.equal(await page.evaluate(() => document.activeElement.tagName), "TEXTAREA", "the focus is back in the field");
      }
    }
    assert.equal(new Set(asked).size, asked.length, "no question came twice");
    if (await page.getByRole("button", {name: "End the interview"}).count() > 0) {
      await tab_to("End the interview");
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({state: "detached"});
      await page.waitForFunction(() => document.activeElement.textContent === "End the interview");
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor();
      await tab_to("End it");
      await page.keyboard.press("Enter");
      await page.waitForURL(/feedback$/);
    }
  });

  flow("keeps a draft over a reload, and what was answered over a kill of the server", {failures: true}, async (page) => {
    await start_interview(page);
    await answer(page, "We had trouble with the pumps on line two and we fixed them.");
    const asked = await question(page);
    await page.getByLabel(answer_field).pressSequentially("Half an ans");
    await page.reload();
    await page.getByLabel(answer_field).waitFor();
    assert.equal(await page.getByLabel(answer_field).inputValue(), "Half an ans");
    await barometer.kill();
    await page.getByLabel(answer_field).fill("I took one apart myself.");
    await page.getByLabel(answer_field).press("Control+Enter");
    await page.getByText("Barometer does not answer.").waitFor();
    assert.equal(await page.getByLabel(answer_field).inputValue(), "I took one apart myself.");
    await in_axe(page, "the server is down");
    await barometer.start();
    await page.getByRole("button", {name: "Try again"}).click();
    await page.waitForFunction((old) => [...document.querySelectorAll(".asked .utterance")].at(-1)?.textContent !== old, asked);
    await page.getByText("What was said so far").click();
    const said = await page.locator(".turns > li.candidate .said").allTextContents();
    assert.deepEqual(said, ["We had trouble with the pumps on line two and we fixed them.", "I took one apart myself."]);
  });

  flow("says what to do when the server is down from the start", {failures: true}, async (page) => {
    await open(page, "/");
    await barometer.kill();
    // Neither the script of the page comes (as from the program itself), ...
    await page.route("**/assets/**", (route) => route.abort());
    await page.getByRole("link", {name: "Settings"}).click();
    await page.getByText("Barometer does not answer.").waitFor();
    await in_axe(page, "the script of a page does not come");
    // ... nor, where that is at hand, its data.
    await page.unroute("**/assets/**");
    await barometer.start();
    await page.goto(`${barometer.url}/settings`);
    await page.getByRole("heading", {name: "Your data"}).waitFor();
    await open(page, "/");
    await barometer.kill();
    await page.getByRole("link", {name: "Settings"}).click();
    await page.getByText("Barometer does not answer.").first().waitFor();
    await barometer.start();
  });

  flow("keeps stories: an example, one of one's own, a telling, the sheet, out and in again", {}, async (page) => {
    await open(page, "/stories");
    await page.getByRole("button", {name: "Load two examples"}).click();
    await page.getByRole("link", {name: "The late antibiotics"}).waitFor();
    await page.getByRole("link", {name: "Write a story"}).click();
    await page.getByLabel("Title").fill("The third pump");
    await page.getByLabel("Action", {exact: true}).fill("I took it apart.");
    await page.getByLabel("Dive Deep").check();
    await page.reload();
    assert.equal(await page.getByLabel("Title").inputValue(), "The third pump");
    await page.getByRole("button", {name: "Keep the story"}).click();
    await page.getByRole("heading", {name: "The third pump"}).waitFor();
    await page.getByText("Tell it again, in writing").click();
    await page.getByLabel("As you would say it").fill("There were 3 pumps. I took one apart.");
    await page.getByRole("button", {name: "Keep this telling"}).click();
    await page.getByRole("article", {name: "Telling 1"}).waitFor();
    await open(page, "/stories");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("Export as Markdown").click()]);
    const file = await download.path();
    const markdown = readFileSync(file, "utf8");
    assert.match(markdown, /The third pump/);
    await page.getByLabel("File with stories").setInputFiles({name: "stories.md", mimeType: "text/markdown", buffer: Buffer.from(markdown)});
    await page.getByText("0 stories came in. 3 were there already.").waitFor();
    await open(page, "/stories/sheet");
    await page.frameLocator("iframe").getByText("The third pump").waitFor();
    await open(page, "/api/v1/story-bank/sheet.html");
    const boxes = await page.locator("article, footer").evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()).map(
      ({top, bottom}) => ({top, bottom})));
    const footer = boxes.pop();
    for (const {bottom} of boxes) assert.ok(footer.top >= bottom, "nothing is drawn over a story");
  });

  flow("gives feedback after the interview, and keeps the answer as a story", {}, async (page) => {
    await start_interview(page);
    const first = "Last spring the three pumps on line two kept failing, twice a week. I took one apart myself on a Sunday.";
    await answer(page, first);
    await answer(page, "I measured the shaft: it was 0.4 millimetres out. I compared it with the log of eleven months.");
    await answer(page, "We realigned all three. Since then there was one failure in five months.");
    if (await page.getByRole("button", {name: "End the interview"}).count() > 0) {
      await page.getByRole("button", {name: "End the interview"}).click();
      await page.getByRole("button", {name: "End it"}).click();
    } else {
      await page.getByRole("link", {name: "See the feedback"}).click();
    }
    await page.getByRole("heading", {name: "Dive Deep"}).waitFor();
    for (const quote of await page.locator(".quote blockquote").allTextContents()) {
      const said = await page.locator(".turns > li.candidate .said").allTextContents();
      assert.ok(said.some((text) => text.includes(quote.slice(1, -1))), `nobody said ${quote}`);
    }
    for (const sentence of await page.locator(".rebuilt dd p:not(.open-question)").allTextContents()) {
      const said = await page.locator(".turns > li.candidate .said").allTextContents();
      assert.ok(said.some((text) => text.includes(sentence)), `nobody said ${sentence}`);
    }
    await in_axe(page, "feedback");
    await fits(page, "feedback");
    await page.setViewportSize(phone);
    await fits(page, "feedback on a phone");
    await page.setViewportSize(desktop);
    await page.getByRole("button", {name: "Save as a story"}).click();
    await page.getByLabel("Title of the story").fill("The pumps on line two");
    await page.getByRole("button", {name: "Keep the story"}).click();
    await page.getByRole("link", {name: "See the story"}).click();
    await page.getByRole("heading", {name: "The pumps on line two"}).waitFor();
    assert.match(await page.getByRole("article", {name: "Telling 1"}).textContent(), /I took one apart myself on a Sunday/);
    await open(page, "/progress");
    await page.getByRole("article", {name: "Dive Deep"}).waitFor();
    await in_axe(page, "progress");
    await page.setViewportSize(phone);
    await fits(page, "progress on a phone");
    await open(page, "/practise/history");
    await page.getByRole("link", {name: "Dive Deep"}).first().waitFor();
    await in_axe(page, "history");
    await fits(page, "history on a phone");
  });

  flow("reads a file, asking who is who, and shows the report", {}, async (page) => {
    await open(page, "/read");
    await page.getByLabel("Transcript files").setInputFiles(path.join(examples, "night-ward.vtt"));
    await page.getByRole("heading", {name: "Who is who?"}).waitFor();
    await page.getByRole("button", {name: "Read it"}).click();
    await page.getByText("Say who the candidate is").waitFor();
    await page.getByLabel("Role of Ines Duarte").selectOption("candidate");
    await page.getByLabel("Role of Martin Keller").selectOption("interviewer");
    await page.getByRole("button", {name: "Read it"}).click();
    const report = page.frameLocator('iframe[title="Report on night-ward.vtt"]');
    await report.getByText("Evidence by principle").waitFor({timeout: 60_000});
    await report.getByText("I checked that myself.").first().waitFor();
    // The script of the report runs, without any right on this page.
    await report.getByText("Against", {exact: true}).first().waitFor();
    assert.equal(await page.locator("iframe").evaluate((frame) => frame.contentDocument), null);
    await page.getByRole("link", {name: "Read another"}).click();
    await page.getByRole("button", {name: "Erase night-ward.vtt"}).click();
    await page.getByRole("button", {name: "Erase it"}).click();
    await page.getByRole("button", {name: "Erase night-ward.vtt"}).waitFor({state: "detached"});
  });

  flow("takes a dropped file, and says what is wrong with one that cannot be read", {failures: true}, async (page) => {
    await open(page, "/read");
    const drop = async (name, bytes) => {
      const data = await page.evaluateHandle(([file, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(content)], file));
        return transfer;
      }, [name, [...bytes]]);
      await page.dispatchEvent(".drop", "drop", {dataTransfer: data});
    };
    await drop("picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
    const trouble = page.locator(".trouble").first();
    await trouble.waitFor();
    assert.ok((await trouble.textContent()).length > 20);
    await open(page, "/read");
    await drop("call.vtt", readFileSync(path.join(examples, "night-ward.vtt")));
    await page.getByRole("heading", {name: "Who is who?"}).waitFor();
  });

  flow("plans backwards from the interview", {}, async (page) => {
    const day = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);
    await open(page, "/plan");
    await page.getByLabel("Day of the interview").fill(day);
    await page.getByRole("button", {name: "Make the plan"}).click();
    await page.getByRole("heading", {name: "Sessions"}).waitFor();
    assert.ok(await page.locator(".plan > li").count() >= 3);
    await page.getByRole("button", {name: "Take the date back"}).click();
    await page.getByText("No date yet.").waitFor();
  });

  flow("remembers the theme without a flash", {}, async (page) => {
    await open(page, "/settings");
    await page.getByLabel("Dark").check();
    await page.waitForLoadState("networkidle");
    await page.reload({waitUntil: "commit"});
    await page.waitForSelector("html[data-mantine-color-scheme=dark]", {state: "attached"});
    await open(page, "/settings");
    await page.getByLabel("As the system").check();
    await page.waitForLoadState("networkidle");
  });

  for (const colorScheme of ["light", "dark"]) {
    for (const [size, viewport] of Object.entries({desktop, phone, "desktop at 200 %": {width: 640, height: 450}})) {
      flow(`is accessible and fits: ${colorScheme}, ${size}`, {browser: {colorScheme, viewport}}, async (page) => {
        for (const place of ["/", "/practise", "/practise/history", "/stories", "/stories/new", "/stories/sheet", "/progress", "/plan",
          "/read", "/settings", "/nowhere"]) {
          await open(page, place);
          await in_axe(page, place);
          await fits(page, place);
        }
        await open(page, "/stories");
        await page.getByRole("link", {name: "The late antibiotics"}).click();
        await page.getByRole("article", {name: "Telling 2"}).waitFor();
        await in_axe(page, "a story");
        await fits(page, "a story");
        await start_interview(page);
        await answer(page, "We had trouble with the pumps on line two and we fixed them.");
        await page.getByText("What was said so far").click();
        await in_axe(page, "an interview");
        await fits(page, "an interview");
        await page.getByRole("button", {name: "End the interview"}).click();
        await page.getByRole("dialog").waitFor();
        await in_axe(page, "a dialog");
        await page.getByRole("button", {name: "Cancel"}).click();
      });
    }
  }

  // Last: it leaves nothing for the others.
  flow("erases everything once the words were typed", {}, async (page) => {
    await open(page, "/settings");
    await page.getByRole("button", {name: "Erase everything…"}).click();
    await page.getByLabel(/Type/).fill("erase everything");
    await page.getByRole("dialog").getByRole("button", {name: "Erase everything"}).click();
    await page.getByText("Everything is erased.").waitFor();
    await open(page, "/stories");
    await page.getByText("No story yet").waitFor();
  });
});
