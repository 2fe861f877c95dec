import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nodeRuntime } from "../node-runtime.ts";
import { generated, programOf } from "./generated-programs.ts";
import type { Recorded } from "./record-programs.ts";

const runtime = nodeRuntime();

/** The lines that our Python prints for a program that runs to its end. */
async function printed(code: string): Promise<string[]> {
  const { stdout, error } = await runtime.runCell({ language: "python", code });
  expect(error).toBeNull();
  return stdout.trimEnd().split("\n");
}

const list = (said: readonly (number | string)[]): string =>
  `[${said.map((one) => (typeof one === "string" ? `'${one}'` : one)).join(", ")}]`;

test("every part of a statement is evaluated once, and in Python's order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(generated, { minLength: 10, maxLength: 30 }), async (pieces) => {
      const lines = await printed(programOf(pieces));
      expect(lines).toHaveLength(pieces.length);
      pieces.forEach(({ says }, i) => expect(lines[i]).toContain(`${list(says)} `));
    }),
    { numRuns: 5 },
  );
});

test("generated programs print what CPython printed for them", async () => {
  const recorded = JSON.parse(
    await readFile(new URL("recorded-programs.json", import.meta.url), "utf8"),
  ) as Recorded[];
  expect(recorded.length).toBeGreaterThan(400);
  expect(await printed(programOf(recorded))).toEqual(recorded.map(({ prints }) => prints));
});
