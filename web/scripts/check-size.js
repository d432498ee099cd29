// Measures what the browser fetches before the first page stands: index.html, what it names, the chunk of the home page, and
// what those import at once.
import {readFileSync, readdirSync} from "node:fs";
import path from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";

const limit = 250_000;
const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "dist");
const read = (file) => readFileSync(path.join(dist, file));
const assets = readdirSync(path.join(dist, "assets")).map((name) => `assets/${name}`);

const first = new Set(["index.html"]);
for (const [, file] of read("index.html")
  .toString()
  .matchAll(/(?:src|href)="\/([^"]+)"/g))
  first.add(file);
for (const name of assets) if (/home-page/.test(name)) first.add(name);
// A set grows while it is walked. Static imports only; `import(...)` is fetched with its page.
for (const file of first) {
  if (!file.endsWith(".js")) continue;
  for (const [, name] of read(file)
    .toString()
    .matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
    first.add(`assets/${name}`);
}

let total = 0;
for (const file of first) {
  const size = gzipSync(read(file), {level: 9}).length;
  total += size;
  console.log(`${String(size).padStart(8)}  ${file}`);
}
console.log(`${String(total).padStart(8)}  first load, gzip; at most ${limit}`);
if (total > limit) {
  console.error("The first load is too large.");
  process.exit(1);
}
