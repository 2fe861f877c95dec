import { existsSync } from "node:fs";
import { glob, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse } from "acorn";
import { courseRoot } from "#course/files.ts";
import { filesFor, nameForms, type NameForms } from "#cli/new/templates.ts";
import { UsageError } from "#cli/usage.ts";
import { isGraphExercise } from "#exercise/index.ts";

export const kinds = ["exercise", "lesson", "plot"] as const;
export type TemplateKind = (typeof kinds)[number];

const word = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";

const ids: Readonly<Record<TemplateKind, { what: string; pattern: RegExp; example: string }>> = {
  exercise: {
    what: "the id of an exercise",
    pattern: new RegExp(`^${word}/${word}$`),
    example: "scalar/cube, its lesson and its name",
  },
  lesson: { what: "the id of a lesson", pattern: new RegExp(`^${word}$`), example: "attention, its address" },
  plot: { what: "the name of a plot", pattern: new RegExp(`^${word}$`), example: "softmax-scale" },
};

/** Throws a UsageError if an id can't be one. */
export function checkId(kind: TemplateKind, id: string): void {
  const { what, pattern, example } = ids[kind];
  if (pattern.test(id)) return;
  throw new UsageError(
    `${JSON.stringify(id)} can't be ${what}: it is made of small letters, digits and single hyphens, such as ${example}.`,
  );
}

const nextSteps: Readonly<Record<TemplateKind, (id: string) => string>> = {
  exercise: (id) => `Fill in what it says, then ask what is still to do:

  npm run check -- ${id}
`,
  lesson: (id) => `Give it its place in content/curriculum.ts:

  {
    slug: "${id}",
    title: "${nameForms(id).Title}",
    derives: "",
    minutes: 30,
  },

Write what it says is to write, look at it by \`npm run dev\`, and ask what is still to do:

  npm run check -- ${id}
`,
  plot: (id) => {
    const { name, Pascal } = nameForms(id);
    return [
      "Show it on a page:",
      "",
      `import ${Pascal} from "#widgets/${name}/${Pascal}.astro";`,
      "",
      `<${Pascal} />`,
      "",
      "It draws x² with a tangent that can be moved. Put your own function, words and controls in their places, look",
      "at it by `npm run dev`, and try it:",
      "",
      `  npx vitest run --project unit tests/widgets/${name}`,
      "",
    ].join("\n");
  },
};

/**
 * Writes a starting point below the course's root. Returns what to tell its author. Throws a UsageError if a file exists: nothing
 * is overwritten.
 */
export async function writeNew(kind: TemplateKind, id: string, root: string): Promise<string> {
  const forms = nameForms(id);
  const isGraph = kind === "exercise" && isGraphExercise(id);
  const written = await filesFor(isGraph ? "graphExercise" : kind, forms);
  if (kind === "plot") await checkPlotNames(forms, root);
  for (const { path } of written) {
    if (existsSync(join(root, path))) {
      throw new UsageError(`${path} exists. Choose another id, or go on with that file.`);
    }
  }
  for (const { path, text } of written) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), await formatted(path, text), { flag: "wx" });
  }
  if (kind === "plot") await exportStrings(forms, root);
  const paths = written.map(({ path }) => path);
  return `${paths.length === 1 ? `${paths[0]!} is there.` : `${paths.join("\n")}\nare there.`} ${nextSteps[kind](id)}`;
}

/** With its lines broken where the course's are, however long its names. */
async function formatted(path: string, text: string): Promise<string> {
  const { format, resolveConfig } = await import("prettier");
  return format(text, { ...(await resolveConfig(join(courseRoot, path))), filepath: path });
}

const stringsFile = "src/strings/en.ts";

/** Throws a UsageError if the names of a plot's code mean something already. */
async function checkPlotNames({ name, camel, Pascal }: NameForms, root: string): Promise<void> {
  const [component] = await Array.fromAsync(
    glob(`{widgets,site}/**/${Pascal}.astro`, { cwd: join(root, "src") }),
  );
  if (component !== undefined) {
    throw new UsageError(`There is a component <${Pascal}> already, src/${component}. Choose another name.`);
  }
  if (existsSync(join(root, `src/widgets/${name}`))) {
    throw new UsageError(`src/widgets/${name} exists. Choose another name.`);
  }
  if (!isFreeName(camel) || (await stringGroups(root)).includes(camel)) {
    throw new UsageError(`The code can't use ${camel} as a name of its own. Choose another name.`);
  }
}

/** The names under which the interface's words are exported. */
async function stringGroups(root: string): Promise<string[]> {
  const paths = await Array.fromAsync(glob("src/strings/en/*.ts", { cwd: root }));
  const texts = await Promise.all(paths.map((path) => readFile(join(root, path), "utf8")));
  return texts.flatMap((text) => [...text.matchAll(/^export const (\w+)/gm)].map(([, name]) => name!));
}

/** Whether JavaScript has no meaning of its own for a name. */
function isFreeName(name: string): boolean {
  try {
    parse(`let ${name};`, { ecmaVersion: "latest", sourceType: "module" });
    return true;
  } catch {
    return false;
  }
}

/** Adds the strings of a plot to those of its language, in alphabetical order. */
async function exportStrings({ name }: NameForms, root: string): Promise<void> {
  const file = join(root, stringsFile);
  const added = `export * from "#strings/en/${name}.ts";`;
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
  const next = lines.findIndex((line) => line.startsWith("export * from") && line > added);
  await writeFile(file, `${lines.toSpliced(next === -1 ? lines.length : next, 0, added).join("\n")}\n`);
}
