/** Runs generated programs in CPython and keeps what they print: `node tests/runtime/python/record-programs.ts`. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { generated, programOf } from "./generated-programs.ts";

/** A piece of a program, and the line that CPython prints for it. */
export interface Recorded {
  code: string;
  prints: string;
}

/** Leaves out what a Python before 3.12 can't read: a string inside an f-string, in the same quotes. */
const readable = `
import json, sys

def can_be_read(code):
    try:
        return bool(compile(code, "", "exec"))
    except SyntaxError:
        return False

print(json.dumps([code for code in json.load(sys.stdin) if can_be_read(code)]))
`;

const python = (args: readonly string[], input: string): string =>
  execFileSync(process.env.HANDGRAD_PYTHON ?? "python3", args, { input, encoding: "utf8" });

if (import.meta.main) {
  const made = fc.sample(generated, { numRuns: 6000, seed: 1 }).map(({ code }) => code);
  const short = new Set(made.filter(({ length }) => length < 200));
  const codes = JSON.parse(python(["-c", readable], JSON.stringify([...short]))) as string[];
  const programs = codes.map((code) => ({ code }));
  const lines = python(["-"], programOf(programs)).trimEnd().split("\n");
  const recorded: Recorded[] = programs.map(({ code }, i) => ({ code, prints: lines[i]! }));
  writeFileSync(new URL("recorded-programs.json", import.meta.url), `${JSON.stringify(recorded, null, 2)}\n`);
}
