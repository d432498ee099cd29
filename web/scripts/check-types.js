// src/api/schema.ts is made from the server's document; this fails when the two differ.
import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {fileURLToPath} from "node:url";
import openapi, {astToString} from "openapi-typescript";

const here = path.dirname(fileURLToPath(import.meta.url));
const source = new URL("../../src/api/openapi.yaml", import.meta.url);
const target = path.join(here, "..", "src", "api", "schema.ts");
const made = `// Made from src/api/openapi.yaml by \`npm run types\`. Do not edit.\n${astToString(await openapi(source))}`;
if (process.argv.includes("--write")) {
  writeFileSync(target, made);
} else if (readFileSync(target, "utf8") !== made) {
  console.error("src/api/schema.ts differs from the server's openapi.yaml: run `npm run types`.");
  process.exit(1);
}
