/** The files that hosts, editors and bots read are what those take, and agree with the project. */
import { access, copyFile, glob, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { resolveConfig } from "prettier";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { languageNames } from "#strings/index.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const read = (file: string): Promise<string> => readFile(root + file, "utf8");
const json = async (file: string): Promise<unknown> => JSON.parse(await read(file));
const find = async (pattern: string): Promise<string[]> =>
  (await Array.fromAsync(glob(pattern, { cwd: root }))).map((file) => file.replaceAll("\\", "/")).sort();

interface Package {
  version: string;
  dependencies: Readonly<Record<string, string>>;
  devDependencies: Readonly<Record<string, string>>;
}

const project = (await json("package.json")) as Package;

interface Field {
  type: string;
  id?: string;
  attributes: {
    label?: string;
    description?: string;
    placeholder?: string;
    value?: string;
    render?: string;
    options?: readonly (string | { label: string })[];
  };
  validations?: { required: boolean };
}

interface Form {
  name: string;
  description: string;
  labels: readonly string[];
  body: readonly Field[];
}

const readForm = async (file: string): Promise<Form> => parse(await read(file)) as Form;

/** What GitHub asks of each kind of field: the attributes it must have, and those that it may have besides. */
const attributes: Readonly<Record<string, [must: readonly string[], may: readonly string[]]>> = {
  markdown: [["value"], []],
  input: [["label"], ["description", "placeholder", "value"]],
  textarea: [["label"], ["description", "placeholder", "value", "render"]],
  dropdown: [["label", "options"], ["description"]],
  checkboxes: [["label", "options"], ["description"]],
};

describe.each(await find(".github/ISSUE_TEMPLATE/*.yml"))("%s", async (file) => {
  const form = await readForm(file);
  const asked = form.body.filter(({ type }) => type !== "markdown");

  test("is a form that GitHub takes", () => {
    expect(Object.keys(form)).toEqual(["name", "description", "labels", "body"]);
    for (const field of form.body) {
      expect(["type", "id", "attributes", "validations"]).toEqual(expect.arrayContaining(Object.keys(field)));
      const [must, may] = attributes[field.type]!;
      const keys = Object.keys(field.attributes);
      expect(keys).toEqual(expect.arrayContaining([...must]));
      expect([...must, ...may]).toEqual(expect.arrayContaining(keys));
      const { options = [] } = field.attributes;
      const labels = options.map((option) => (typeof option === "string" ? option : option.label));
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  test("asks each thing once, and must have some of it", () => {
    const unique = (values: readonly unknown[]) => expect(new Set(values).size).toBe(values.length);
    unique(asked.map(({ id }) => id));
    unique(asked.map(({ attributes: { label } }) => label));
    for (const { id } of asked) expect(id).toMatch(/^[\w-]+$/);
    expect(asked.some(({ validations }) => validations?.required)).toBe(true);
  });
});

test("the form for a wrong verdict asks for what can be graded again", async () => {
  const { body } = await readForm(".github/ISSUE_TEMPLATE/grading.yml");
  const needed = body.filter(({ validations }) => validations?.required).map(({ id }) => id);
  expect(needed).toEqual(expect.arrayContaining(["exercise", "language", "answer", "verdict"]));
  expect(body.find(({ id }) => id === "language")!.attributes.options).toEqual(Object.values(languageNames));
});

describe("renovate.json", async () => {
  interface Renovate {
    extends: readonly string[];
    packageRules: readonly { matchPackageNames?: readonly string[]; allowedVersions?: string }[];
    customManagers: readonly { managerFilePatterns: readonly string[]; matchStrings: readonly string[] }[];
  }
  const { extends: presets, packageRules, customManagers } = (await json("renovate.json")) as Renovate;
  const texts = new Map(
    await Promise.all(
      [...(await find(".github/workflows/*")), ...(await find("content/**/*.mdx"))].map(
        async (file) => [file, await read(file)] as const,
      ),
    ),
  );
  const files = [...texts.keys()];
  const managed = (patterns: readonly string[]): string[] =>
    files.filter((file) => patterns.some((pattern) => new RegExp(pattern.slice(1, -1)).test(file)));
  /** What a custom manager finds, by the name of a group in its expressions. */
  const found = (index: number, group: string): string[] => {
    const { managerFilePatterns, matchStrings } = customManagers[index]!;
    return managed(managerFilePatterns).flatMap((file) =>
      matchStrings.flatMap((expression) =>
        [...texts.get(file)!.matchAll(new RegExp(expression, "g"))].map(({ groups }) => groups![group]!),
      ),
    );
  };

  test("keeps actions pinned", () => {
    expect(presets).toContain("helpers:pinGitHubActionDigestsToSemver");
  });

  test("allows the versions that are in use", () => {
    const limits = packageRules.flatMap(({ matchPackageNames: [name] = [], allowedVersions }) =>
      allowedVersions === undefined ? [] : [[name!, Number(allowedVersions.slice(1))] as const],
    );
    expect(limits.map(([name]) => name)).toEqual(["preact", "typescript"]);
    const versions = { ...project.dependencies, ...project.devDependencies };
    for (const [name, limit] of limits) expect(Number(/\d+/.exec(versions[name]!)![0]), name).toBe(limit - 1);
  });

  test("finds every place that names the version of Node", () => {
    const { node } = project.dependencies;
    const named = [...texts.values()].flatMap((text) => [...text.matchAll(new RegExp(`"${node!}"`, "g"))]);
    expect(found(0, "currentValue")).toEqual(named.map(() => node));
    expect(named.length).toBeGreaterThan(2);
  });

  test("finds every action in the workflow that a page shows", () => {
    const shown = [...texts].filter(([file]) => file.startsWith("content/"));
    const used = shown.flatMap(([, text]) => [...text.matchAll(/uses: (\S+)@/g)].map(([, name]) => name!));
    expect(found(1, "depName")).toEqual(used);
    expect(used.length).toBeGreaterThan(2);
  });
});

test("the development container installs what the lock file says", async () => {
  const container = (await json(".devcontainer/devcontainer.json")) as Record<string, unknown>;
  expect(container.image).toMatch(/javascript-node:\d+-/);
  expect(container.postCreateCommand).toBe("npm ci");
});

test(".editorconfig says what Prettier's configuration says", async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), "editorconfig-"));
  try {
    await copyFile(`${root}.editorconfig`, join(elsewhere, ".editorconfig"));
    for (const file of [
      "src/index.ts",
      "content/engine/example.ts",
      "src/page.astro",
      "style.css",
      "a.yml",
    ]) {
      const { plugins: _, parser: __, ...options } = (await resolveConfig(root + file))!;
      const byEditor = await resolveConfig(join(elsewhere, file), { editorconfig: true });
      // What the configuration leaves out is Prettier's own choice.
      expect(byEditor).toEqual({ endOfLine: "lf", tabWidth: 2, useTabs: false, ...options });
    }
  } finally {
    await rm(elsewhere, { recursive: true });
  }
});

test("CHANGELOG.md begins with what is not released, then the version of package.json", async () => {
  const text = await read("CHANGELOG.md");
  const versions = [...text.matchAll(/^## (.*)$/gm)].map(([, version]) => version);
  expect(versions[0]).toBe("[Unreleased]");
  expect(versions[1]).toMatch(/^\[[\d.]+\] - \d{4}-\d\d-\d\d$/);
  expect(versions[1]).toContain(`[${project.version}]`);
  const kinds = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];
  expect(kinds).toEqual(expect.arrayContaining([...text.matchAll(/^### (.*)$/gm)].map(([, kind]) => kind)));
});

test.each(await find("*.md"))("every file that %s names is there", async (file) => {
  const text = await read(file);
  const named = [
    ...[...text.matchAll(/`((?:src|tests|content|exercises|bench|pytorch|docs|\.github)\/[\w./-]*)`/g)],
    ...[...text.matchAll(/\]\(([\w./-]+)\)/g)],
  ].map(([, path]) => path!);
  const missing = await Promise.all(
    named.map((path) =>
      access(root + path).then(
        () => [],
        () => [path],
      ),
    ),
  );
  expect(missing.flat()).toEqual([]);
});
