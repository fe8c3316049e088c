#!/usr/bin/env node
// `zoho-scopes check`, for those who have Node and not the program.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { load } from "./node.js";

const usage = `Validate scope lists.

Usage: zoho-scopes check [OPTIONS] [LIST]...

  --file FILE       a file with lists; may be repeated
  --stdin           read lists from standard input, one a line
  --policy POLICY   strict, lax or granted
  --unknown WHAT    deny, warn or allow
  --deny CODE       treat diagnostics of this code, or all \`warnings\`, as errors; may be repeated
  --allow CODE      leave diagnostics of this code out; may be repeated
  --format FORMAT   human or json
  -q, --quiet       print nothing; the exit status answers

Exit status: 0 all are valid, 1 one is not, 2 wrong usage or an unreadable file.
All other commands are those of the program: https://github.com/zoho-scopes/zoho-scopes
`;

/** The lines of a text, without what ends them. */
const lines = (text) =>
  text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.replace(/\r+$/, ""));

/** A text with escapes for what a terminal would obey. */
const printable = (text) =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (c) => `\\u{${c.codePointAt(0).toString(16)}}`);

/** A text of which nothing that looks like a token of Zoho is repeated. */
const redacted = (text) => text.replace(/1000\.[\w.-]*[a-z.][\w.-]*/gi, "1000.…");

/** A diagnostic a line, as `scan` prints them, then how it went. */
function* human({ input, valid, scopes, diagnostics, file }) {
  for (const { severity, code, message, help, span, line, column } of diagnostics) {
    const place = file === undefined ? `${span[0] + 1}` : `${file}:${line}:${column}`;
    yield `${place}: ${severity}[${code}]: ${message}`;
    if (help) yield `  help: ${help}`;
  }
  yield `${valid ? "valid" : "invalid"}: ${scopes.length} ${scopes.length === 1 ? "scope" : "scopes"}`;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      file: { type: "string", multiple: true, default: [] },
      stdin: { type: "boolean" },
      policy: { type: "string" },
      unknown: { type: "string" },
      deny: { type: "string", multiple: true },
      allow: { type: "string", multiple: true },
      format: { type: "string", default: "human" },
      quiet: { type: "boolean", short: "q" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [command, ...lists] = positionals;
  if (values.help) return (process.stdout.write(usage), 0);
  if (command !== "check") throw new Error("the one command of this package is `check`");
  if (!["human", "json"].includes(values.format)) throw new Error("`--format` is `human` or `json`");
  if (!values.stdin && lists.length + values.file.length === 0) throw new Error("there is no list to check");
  const { validate, validateAll, validateFile } = await load();
  const { policy, unknown, deny, allow } = values;
  const options = { policy, unknown, deny, allow };
  const read = (file) => readFileSync(file === "-" ? 0 : file, "utf8");
  const reports = values.stdin ? lines(read("-")).map((list) => validate(list, options)) : [];
  reports.push(...lists.flatMap((list) => validateAll(list, options)));
  reports.push(...values.file.flatMap((file) => validateFile(file, read(file), options)));
  if (!values.quiet) {
    const shown = reports.flatMap((report) =>
      values.format === "json" ? [JSON.stringify(report)] : [...human(report)].map(printable),
    );
    process.stdout.write(shown.map((line) => `${line}\n`).join(""));
  }
  return reports.every(({ valid }) => valid) ? 0 : 1;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error) => {
    process.stderr.write(`error: ${redacted(printable(error.message))}\n`);
    process.exitCode = 2;
  },
);
