import { glob, readFile } from "node:fs/promises";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));

/** What each part of the project may import from the others; `types` stands for type-only imports. */
const mayImport: Record<string, { all: readonly string[]; types?: readonly string[] }> = {
  autodiff: { all: [] },
  reading: { all: [] },
  graph: { all: ["autodiff"] },
  exercise: { all: ["autodiff"] },
  exercises: { all: ["autodiff", "exercise"] },
  runtime: { all: ["autodiff", "reading"] },
  grader: { all: ["autodiff", "reading", "graph", "exercise"], types: ["runtime"] },
  learner: { all: [], types: ["grader", "runtime"] },
  playground: {
    all: ["strings", "autodiff", "reading", "graph", "exercise", "grader"],
    types: ["runtime"],
  },
  strings: { all: [] },
  lesson: { all: [] },
  widgets: {
    all: [
      "strings",
      "autodiff",
      "reading",
      "graph",
      "exercise",
      "exercises",
      "runtime",
      "grader",
      "learner",
      "playground",
    ],
  },
  notebook: {
    all: ["strings", "autodiff", "graph", "exercise", "grader", "lesson", "widgets", "content"],
    types: ["runtime"],
  },
  site: { all: ["strings", "lesson", "widgets", "content"] },
  pages: { all: ["notebook", "widgets", "content"] },
  content: { all: ["strings", "autodiff", "graph", "widgets", "site"] },
  cli: {
    all: ["content", "lesson", "autodiff", "graph", "exercise", "exercises", "runtime", "grader", "learner"],
  },
};

interface Import {
  file: string;
  from: string;
  to: string;
  typeOnly: boolean;
}

const partOf = (path: string): string | null => {
  const [top, folder] = path.split("/");
  if (top === "src") return folder !== undefined && path.split("/").length > 2 ? folder : null;
  return top === "content" || top === "exercises" ? top : null;
};

async function importsOf(file: string): Promise<Import[]> {
  const text = await readFile(root + file, "utf8");
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/gm,
  );
  return [...statements].flatMap(([, typeOnly, stated, dynamic]) => {
    const target = stated ?? dynamic!;
    const path = target.startsWith("#")
      ? `src/${target.slice(1)}`
      : target.startsWith(".")
        ? posix.join(posix.dirname(file), target)
        : target.startsWith("/")
          ? target.slice(1)
          : null;
    const to = path === null ? null : partOf(path);
    return to === null ? [] : [{ file, from: partOf(file)!, to, typeOnly: typeOnly !== undefined }];
  });
}

const files = (
  await Array.fromAsync(glob("{src,content,exercises}/**/*.{ts,tsx,astro,mdx}", { cwd: root }))
).filter((file) => partOf(file) !== null);
const imports = (await Promise.all(files.map(importsOf))).flat();

describe("imports follow the flow of data", () => {
  test.each(Object.keys(mayImport))("%s", (part) => {
    const { all, types = [] } = mayImport[part]!;
    const broken = imports.filter(
      ({ from, to, typeOnly }) =>
        from === part && to !== part && !all.includes(to) && !(typeOnly && types.includes(to)),
    );
    expect(broken).toEqual([]);
  });

  test("every folder is in the table", () => {
    expect([...new Set(files.map((file) => partOf(file)!))].filter((part) => !(part in mayImport))).toEqual(
      [],
    );
  });

  test("the table is put to use", () => {
    expect(imports.filter(({ from, to }) => from !== to).length).toBeGreaterThan(20);
  });
});
