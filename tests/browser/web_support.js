// Starts `barometer serve` on an empty data folder for the tests of the web page.
//   BAROMETER_PROGRAM   the program; build/release/src/barometer where it is left out
//   BAROMETER_WEB_DIST  a folder that was built by `npm run build` in web/: served in front of the program, with the policy that
//                       the program sends, so that a page can be tried without building the program anew
import assert from "node:assert/strict";
import {spawn} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import http from "node:http";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import path from "node:path";
import {fileURLToPath} from "node:url";

const require = createRequire(import.meta.url);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");
export const program = path.resolve(process.env.BAROMETER_PROGRAM ?? path.join(root, "build/release/src/barometer"));
const dist = process.env.BAROMETER_WEB_DIST && path.resolve(process.env.BAROMETER_WEB_DIST);
const browser_path = process.env.BAROMETER_CHROMIUM ?? "/usr/bin/chromium";

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; media-src 'self' blob:; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'";
const types = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml",
  ".vtt": "text/vtt"};

export function why_not() {
  if (!existsSync(program)) return `no program at ${program}: set BAROMETER_PROGRAM`;
  if (!existsSync(browser_path)) return `no browser at ${browser_path}: set BAROMETER_CHROMIUM`;
  if (dist && !existsSync(path.join(dist, "index.html"))) return `no page in ${dist}: run npm run build in web/`;
  try {
    require.resolve("playwright-core");
    require.resolve("axe-core");
  } catch {
    return "playwright-core or axe-core is missing: run npm ci in tests/browser";
  }
  return false;
}

// `more`: arguments for chromium.
export async function open_browser(more = []) {
  const {chromium} = require("playwright-core");
  return chromium.launch({
    executablePath: browser_path,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", ...more],
  });
}

export const axe_source = () => readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

function spawn_server(data, port, more) {
  const child = spawn(program, ["serve", "--port", String(port), "--data", data, ...more], {stdio: ["ignore", "pipe", "pipe"]});
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk) => {
      said += chunk;
      const address = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said);
      if (address) resolve({child, port: Number(address[1])});
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) => reject(new Error(`barometer serve ended with ${code}: ${said}`)));
  });
}

// Serves `dist`; everything below /api and /healthz goes to the program as its own page would ask it.
function serve_front(upstream) {
  const front = http.createServer((request, response) => {
    const where = new URL(request.url, "http://front");
    if (/^\/(api|healthz|metrics)/.test(where.pathname)) {
      const own = `127.0.0.1:${upstream()}`;
      const headers = {...request.headers, host: own};
      if (headers.origin) headers.origin = `http://${own}`;
      const onward = http.request({host: "127.0.0.1", port: upstream(), path: request.url, method: request.method, headers},
        (answer) => {
          response.writeHead(answer.statusCode, answer.headers);
          answer.pipe(response);
          response.on("close", () => answer.destroy());
        });
      onward.on("error", () => response.destroy());
      request.pipe(onward);
      return;
    }
    let file = path.join(dist, path.normalize(where.pathname));
    if (where.pathname === "/" || (!existsSync(file) && !path.extname(file))) file = path.join(dist, "index.html");
    if (!existsSync(file)) { response.writeHead(404).end(); return; }
    response.writeHead(200, {"Content-Type": types[path.extname(file)] ?? "application/octet-stream",
      "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff"});
    response.end(readFileSync(file));
  });
  return new Promise((resolve) => front.listen(0, "127.0.0.1", () => resolve(front)));
}

// A running program with its page at `url`; `kill` ends it at once, as a power cut would, `start` brings it back at the same place.
// `more`: arguments for the program.
export async function start_barometer(more = []) {
  const data = mkdtempSync(path.join(tmpdir(), "barometer-web-"));
  let running = await spawn_server(data, 0, more);
  const port = running.port;
  const front = dist ? await serve_front(() => port) : null;
  const url = `http://127.0.0.1:${front ? front.address().port : port}`;
  const end = async (signal) => {
    if (!running) return;
    const {child} = running;
    running = null;
    child.removeAllListeners("exit");
    const over = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await over;
  };
  return {
    url,
    kill: () => end("SIGKILL"),
    start: async () => { assert.equal(running, null); running = await spawn_server(data, port, more); },
    stop: async () => {
      await end("SIGTERM");
      front?.closeAllConnections();
      front?.close();
      rmSync(data, {recursive: true, force: true});
    },
  };
}
