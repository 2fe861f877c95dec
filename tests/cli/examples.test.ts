import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readCommandLine } from "#cli/commands.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The command lines for `handgrad` in a text, with what stands for something else filled in. */
function commandsIn(text: string): string[] {
  const found = text.matchAll(/npm run (?:-s handgrad --|check(?: --)?(?![\w-]))([^\n`]*)/g);
  return [...found].map(([whole, rest]) => {
    const [command] = rest!.split(/[>|#]\s|\s#/);
    const filled = command!.replaceAll(/\$\{\{.*?\}\}/g, "1").replaceAll(/<[^>]*>/g, "name");
    return `${whole.startsWith("npm run check") ? "check " : ""}${filled.trim()}`;
  });
}

const files = [
  "README.md",
  "CONTRIBUTING.md",
  ...(await Array.fromAsync(glob("content/**/*.mdx", { cwd: root }))),
];
const texts = await Promise.all(files.map((file) => readFile(root + file, "utf8")));
const examples = files.flatMap((file, i) => commandsIn(texts[i]!).map((command) => [file, command] as const));

describe("the commands that are shown can be understood", () => {
  test.each(examples)("%s: handgrad %s", async (_file, command) => {
    await expect(readCommandLine(command.split(/\s+/))).resolves.toBeTypeOf("function");
  });

  test("they are found", () => {
    expect(examples.length).toBeGreaterThan(15);
  });
});
