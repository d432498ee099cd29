// Opens the sample reports as a person would and checks what only a browser can tell.
//   build/dev/src/report_samples build/dev/report
//   BAROMETER_REPORT_SAMPLES=build/dev/report node --test tests/browser/
import assert from "node:assert/strict";
import {existsSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import path from "node:path";
import {after, before, describe, test} from "node:test";
import {pathToFileURL} from "node:url";

const require = createRequire(import.meta.url);
const samples = path.resolve(process.env.BAROMETER_REPORT_SAMPLES ?? "build/dev/report");
const browser_path = process.env.BAROMETER_CHROMIUM ?? "/usr/bin/chromium";
const pages = ["sample", "gate-failed", "no-evidence", "hostile", "empty"];
const desktop = {width: 1280, height: 900};
const phone = {width: 360, height: 740};

function why_not() {
  if (!existsSync(path.join(samples, "sample.html"))) {
    return `no sample reports in ${samples}: set BAROMETER_REPORT_SAMPLES`;
  }
  if (!existsSync(browser_path)) return `no browser at ${browser_path}: set BAROMETER_CHROMIUM`;
  try {
    require.resolve("playwright-core");
    require.resolve("axe-core");
  } catch {
    return "playwright-core or axe-core is missing: run npm ci in tests/browser";
  }
  return false;
}

const skip = why_not();
if (skip) console.log(`Skipped: ${skip}`);

describe("The report page", {skip}, () => {
  let browser;
  let axe;

  before(async () => {
    const {chromium} = require("playwright-core");
    axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
    browser = await chromium.launch({
      executablePath: browser_path,
      args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
  });
  after(() => browser?.close());

  // Runs `work` on a sample page; fails when the page asks for anything, or its policy or script complains.
  async function on(name, options, work) {
    const context = await browser.newContext({viewport: desktop, reducedMotion: "reduce", ...options});
    const page = await context.newPage();
    const file = pathToFileURL(path.join(samples, `${name}.html`)).href;
    const complaints = [];
    page.on("request", (request) => {
      if (request.url().split("#")[0] !== file) complaints.push(`request: ${request.url()}`);
    });
    page.on("console", (message) => complaints.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => { complaints.push("dialog"); dialog.dismiss(); });
    try {
      await page.goto(file);
      await work(page, complaints);
    } finally {
      await context.close();
    }
    assert.deepEqual(complaints, []);
  }

  const visible_quotes = (page) => page.locator("li.quote:visible").count();
  const focused_quote = (page) => page.evaluate(() => document.activeElement.closest("li.quote")?.id);
  const in_view = (page, selector) => page.evaluate((wanted) => {
    const box = document.querySelector(wanted).getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  }, selector);

  for (const name of pages) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [size, viewport] of Object.entries({desktop, phone})) {
        test(`${name} has no accessibility fault, ${colorScheme}, ${size}`, () =>
          on(name, {colorScheme, viewport, bypassCSP: true}, async (page) => {
            await page.evaluate(axe);
            const {violations} = await page.evaluate(() => globalThis.axe.run({
              runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            }));
            assert.deepEqual(violations.map((one) => [one.id, one.nodes.map((node) => node.html)]), []);
            const [wide, view] = await page.evaluate(() =>
              [document.documentElement.scrollWidth, innerWidth]);
            assert.ok(wide <= view, `${wide} pixels wide in ${view}`);
          }));
      }
    }
  }

  test("would be stopped by its policy if it asked", () => on("sample", {}, async (page, complaints) => {
    const answers = [];
    page.on("response", (response) => answers.push(response.url()));
    const blocked = await page.evaluate(async () => {
      const seen = [];
      document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
      await fetch("https://example.org/").catch(() => {});
      document.body.append(Object.assign(document.createElement("img"), {src: "https://example.org/i.png"}));
      document.body.append(Object.assign(document.createElement("script"), {textContent: "globalThis.ran = 1"}));
      const styled = document.createElement("p");
      styled.setAttribute("style", "color: red");
      document.body.append(styled);
      await new Promise((done) => setTimeout(done, 200));
      return [seen.sort(), globalThis.ran];
    });
    assert.deepEqual(blocked, [["connect-src", "img-src", "script-src-elem", "style-src-attr"], undefined]);
    assert.deepEqual(answers, []);
    complaints.length = 0;  // this test provoked them
  }));

  test("reads without script", () => on("sample", {javaScriptEnabled: false}, async (page) => {
    assert.equal(await visible_quotes(page), 18);
    assert.equal(await page.locator("#tools").isVisible(), false);
    await page.click("#q7 blockquote a");
    assert.match(page.url(), /#t\d+-\d+$/);
    assert.ok(await in_view(page, "mark.both[data-quotes]"));
  }));

  for (const [size, viewport] of Object.entries({desktop, phone})) {
    test(`leads from every quote to its words and back, ${size}`, () =>
      on("sample", {viewport}, async (page) => {
        for (let number = 1; number <= await visible_quotes(page); ++number) {
          const link = page.locator(`#q${number} blockquote a`);
          const said = await link.textContent();
          await link.focus();
          await page.keyboard.press("Enter");
          const marks = page.locator(`mark[data-quotes~="${number}"]`);
          assert.equal((await marks.allTextContents()).join(" ").replace(/\s+/g, ""), said.replace(/\s+/g, ""));
          const target = new URL(page.url()).hash;
          assert.equal(await marks.first().getAttribute("id"), target.slice(1));
          assert.ok(await in_view(page, target), `quote ${number}`);
          await page.locator(`.notes li[data-quotes="${number}"] a`).click();
          assert.ok(await in_view(page, `#q${number} blockquote`), `back to quote ${number}`);
        }
      }));
  }

  test("walks the quotes with j and k", () => on("sample", {}, async (page) => {
    for (const [key, quote] of [["j", "q1"], ["j", "q2"], ["j", "q3"], ["k", "q2"]]) {
      await page.keyboard.press(key);
      assert.equal(await focused_quote(page), quote);
      assert.ok(await in_view(page, `#${quote}`));
      assert.ok(await in_view(page, "mark.found"), "the transcript follows");
    }
    for (let i = 0; i < 30; ++i) await page.keyboard.press("j");
    assert.equal(await focused_quote(page), "q18");
  }));

  test("filters by principle and side from the keyboard", () => on("sample", {}, async (page) => {
    for (const key of ["f", "/"]) {
      await page.keyboard.press(key);
      assert.equal(await page.evaluate(() => document.activeElement.id), "filter-principle");
      await page.evaluate(() => document.activeElement.blur());
    }
    await page.selectOption("#filter-principle", {label: "Ownership"});
    assert.equal(await visible_quotes(page), 4);
    assert.equal(await page.textContent("#showing"), "4 of 18 quotes");
    assert.equal(await page.locator("section.principle:visible").count(), 1);
    assert.equal(await page.locator("mark.both").count(), 1, "only the legend: one side is filtered out");
    await page.keyboard.press("Escape");
    await page.keyboard.press("a");
    assert.equal(await page.isChecked('input[name="side"][value="for"]'), true);
    assert.equal(await page.locator("li.quote.against:visible").count(), 0);
    await page.keyboard.press("a");
    assert.equal(await page.locator("li.quote.for:visible").count(), 0);
    await page.keyboard.press("j");
    assert.equal(await focused_quote(page), "q3", "hidden quotes are passed over");
    await page.keyboard.press("Escape");
    assert.equal(await visible_quotes(page), 18);
    assert.equal(await page.textContent("#showing"), "");
  }));

  test("shows its keys, and closes them", () => on("sample", {}, async (page) => {
    await page.keyboard.press("?");
    assert.equal(await page.locator("#keys").isVisible(), true);
    await page.keyboard.press("j");
    assert.equal(await focused_quote(page), undefined, "the page behind is still");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#keys").isVisible(), false);
    await page.click("#help");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#keys").isVisible(), false);
  }));

  test("follows the system's theme until told otherwise", () => on("sample", {colorScheme: "dark"}, async (page) => {
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await paper();
    await page.click("#theme");
    const light = await paper();
    assert.notEqual(light, dark);
    assert.equal(await page.textContent("#theme"), "Theme: light");
    await page.keyboard.press("t");
    assert.equal(await paper(), dark);
    await page.keyboard.press("t");
    assert.equal(await page.textContent("#theme"), "Theme: auto");
  }));

  test("shows where the focus is on everything that can have it", () => on("sample", {}, async (page) => {
    const seen = new Set();
    for (let i = 0; i < 25; ++i) {
      await page.keyboard.press("Tab");
      const [what, outline] = await page.evaluate(() => {
        const at = document.activeElement;
        const ring = at.matches(".sides input") ? at.nextElementSibling : at;
        return [at.outerHTML.slice(0, 60), getComputedStyle(ring).outlineStyle];
      });
      seen.add(what);
      assert.equal(outline, "solid", what);
    }
    assert.ok(seen.size > 15);
  }));

  test("keeps markup of the interview as text", () => on("hostile", {}, async (page) => {
    const counts = await page.evaluate(() => ({
      scripts: document.scripts.length,
      images: document.images.length,
      styles: document.styleSheets.length,
      foreign: document.querySelectorAll("i, iframe, object, embed, base, link").length,
      outside: [...document.links].filter((link) => !link.getAttribute("href").startsWith("#")).length,
    }));
    assert.deepEqual(counts, {scripts: 1, images: 0, styles: 1, foreign: 0, outside: 0});
    const text = await page.textContent("#transcript");
    assert.ok(text.includes("<img src=x onerror=alert(1)> Tell me about </script><script>alert(2)</script>"));
    assert.ok(text.includes('I said "quoted" & \'single\' <b>bold</b> </style> `code` {{script}}'));
    assert.ok((await page.title()).startsWith("</title><script>alert(0)</script>"));
  }));

  test("tells what failed instead of judging", () => on("gate-failed", {}, async (page) => {
    assert.match(await page.textContent(".stop"), /31 of 40 turns have no speaker/);
    assert.equal(await page.locator(".grid, .verdict, li.quote").count(), 0);
    assert.equal(await page.locator("#tools").isVisible(), false);
    for (const key of ["j", "k", "a", "b", "Escape"]) await page.keyboard.press(key);
  }));

  test("prints everything, on white, without its controls", () => on("sample", {colorScheme: "dark"}, async (page) => {
    const pdf = await page.pdf({format: "A4"});
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    await page.emulateMedia({media: "print", colorScheme: "dark"});
    const look = await page.evaluate(() => ({
      paper: getComputedStyle(document.body).backgroundColor,
      ink: getComputedStyle(document.body).color,
      bar: getComputedStyle(document.querySelector(".bar")).display,
      transcript: getComputedStyle(document.querySelector("#transcript")).overflowY,
      underline: getComputedStyle(document.querySelector("mark.against")).textDecorationStyle,
    }));
    assert.deepEqual(look, {paper: "rgb(255, 255, 255)", ink: "rgb(0, 0, 0)", bar: "none",
      transcript: "visible", underline: "dashed"});
  }));
});
