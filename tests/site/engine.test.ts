import { execFile } from "node:child_process";
import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";

import { createNodeRuntime } from "#runtime/node/index.ts";
import { asCell } from "#site/as-cell.ts";
import { excerpt } from "#site/excerpt.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = await readFile(`${root}content/engine.mdx`, "utf8");
const examples = (await Array.fromAsync(glob("*.ts", { cwd: `${root}content/engine` }))).sort();

const runtime = createNodeRuntime();
afterAll(() => runtime.close());

const shown = (component: string): string[] =>
  [...page.matchAll(new RegExp(`<${component} file="([^"]+)"`, "g"))].map(([, file]) => file!);

test("the page shows every example, once", () => {
  expect(shown("EngineExample").sort()).toEqual(examples);
});

/** What the text of the page says about an example's output. */
const told: Record<string, string> = {
  "gradients.ts": "tensor(-12.)\n",
  "graph.ts": "z was made by AddBackward0\n12 by MulBackward0\n3 by nobody\n",
  "edge.ts": "the gradient: tensor(7.)\nwithout the second path: tensor(6.)\n",
  "higher.ts": "tensor(48.)\n",
  "operation.ts": "the rule: 12\na difference: 12.000000\nwith the mal-rule: 24\n",
};

describe.each(examples)("the example %s", (file) => {
  test("prints in Node what its cell prints, which is what the page tells", async () => {
    const path = `content/engine/${file}`;
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [path], { cwd: root });
    const code = asCell(await readFile(root + path, "utf8"));
    expect(code).toMatch(/^const \{[^}]*\} = torch;\n/);
    expect(await runtime.runCell({ language: "javascript", code })).toEqual({ stdout, error: null });
    expect(stderr).toBe("");
    expect(stdout).toContain(told[file] ?? "tensor(");
  });
});

test("the sweep that the page writes out gives the engine's gradients", async () => {
  const code = asCell(await readFile(`${root}content/engine/sweep.ts`, "utf8"));
  const { stdout } = await runtime.runCell({ language: "javascript", code });
  const [dx, dw, ...engine] = stdout.trimEnd().split("\n");
  const value = (line: string) => /tensor\((\[.*?\]|[^,)]*)/.exec(line)![1];
  expect([dx!, dw!].map(value)).toEqual(engine.map(value));
});

describe("an excerpt", () => {
  const source = `import { a } from "a";

/** What it does. */
export const first = defineOp({
  name: "First",
});

const second = (x: number): number => x + 1;

function third(): void {
  first();
}
`;

  test("is a declaration with the comment above it", () => {
    expect(excerpt(source, "first")).toBe(
      '/** What it does. */\nexport const first = defineOp({\n  name: "First",\n});',
    );
    expect(excerpt(source, "second")).toBe("const second = (x: number): number => x + 1;");
    expect(excerpt(source, "third")).toBe("function third(): void {\n  first();\n}");
  });

  test("says so when the name is no longer there", () => {
    expect(() => excerpt(source, "fir")).toThrow("No declaration of fir was found");
  });
});
