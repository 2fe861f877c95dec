/** Every rule lies in a layer of the one order, none needs more weight than that, and styles and markup know the same names. */
import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import postcss, { type AtRule, type ChildNode, type Container, type Rule } from "postcss";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const starlight = "node_modules/@astrojs/starlight/dist/";

/** The text of all files of a pattern. */
async function texts(pattern: string): Promise<Map<string, string>> {
  const files = (await Array.fromAsync(glob(pattern, { cwd: root }))).sort();
  return new Map(
    await Promise.all(
      files.map(async (file) => [file.replaceAll("\\", "/"), await readFile(root + file, "utf8")] as const),
    ),
  );
}

/** The style sheets among these files, and those that stand in a component. */
const sheetsIn = (files: ReadonlyMap<string, string>): Map<string, string> =>
  new Map(
    [...files].flatMap(([file, text]): [string, string][] => {
      if (file.endsWith(".css")) return [[file, text]];
      const [, style] = /<style[^>]*>([^]*?)<\/style>/.exec(text) ?? [];
      return style === undefined ? [] : [[file, style]];
    }),
  );

const isAtRule = (node: ChildNode | Container | undefined, name: string): node is AtRule =>
  node?.type === "atrule" && (node as AtRule).name === name;

/** The order of layers that a style sheet begins with, and the layer that it imports each file into. */
function orderIn(css: string): { order: string[]; imports: Map<string, string | undefined> } {
  const { nodes } = postcss.parse(css);
  const first = nodes.find((node) => isAtRule(node, "layer"));
  const imported = nodes.filter((node) => isAtRule(node, "import"));
  return {
    order: first?.params.split(/,\s*/) ?? [],
    imports: new Map(
      imported.map(({ params }) => [/"([^"]+)"/.exec(params)![1]!, /layer\(([^)]+)\)/.exec(params)?.[1]]),
    ),
  };
}

/** Rules that stand in none of these layers. A file that is imported into a layer has its rules there. */
function strayRules(css: string, order: readonly string[], importedInto?: string): string[] {
  const stray: string[] = [];
  postcss.parse(css).walkRules((rule: Rule) => {
    let [layer, place]: [string | undefined, Container | undefined] = [importedInto, rule.parent];
    for (; place && place.type !== "root"; place = place.parent as Container | undefined) {
      if (isAtRule(place, "keyframes")) return;
      if (isAtRule(place, "layer")) layer = importedInto ? `${importedInto}.${place.params}` : place.params;
    }
    if (layer === undefined || !order.includes(layer)) stray.push(rule.selector);
  });
  return stray;
}

/** Declarations that are called important. */
function important(css: string): string[] {
  const found: string[] = [];
  postcss.parse(css).walkDecls((each) => {
    if (each.important) found.push(each.toString());
  });
  return found;
}

/** The classes that selectors name. */
function classesIn(css: string): string[] {
  const names = new Set<string>();
  postcss.parse(css).walkRules(({ selector }) => {
    for (const [, name] of selector.replaceAll("\\:", "_").matchAll(/\.([a-z][\w-]*)/gi)) names.add(name!);
  });
  return [...names];
}

const defined = (css: string): string[] => [...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name!);
/** Those that are used without anything to fall back to. */
const used = (text: string): string[] => [...text.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name!);

/** The names that a text holds as whole words, and the beginnings of those that end in a part to be filled in: `hg-icon-${name}` */
function namesIn(text: string): { has: (name: string) => boolean } {
  const words = new Set(text.match(/[\w-]+/g));
  const beginnings = [...text.matchAll(/(?<![\w-])((?:[a-z]+-){2,})\$\{/g)].map(
    ([, beginning]) => beginning!,
  );
  return { has: (name) => words.has(name) || beginnings.some((beginning) => name.startsWith(beginning)) };
}

const sources = await texts("{src,content}/**/*.{ts,tsx,astro,mdx,css,txt}");
const sheets = sheetsIn(sources);
const markup = [...sources]
  .filter(([file]) => !file.endsWith(".css"))
  .map(([, text]) => text.replace(/<style[^]*?<\/style>/, ""))
  .join("\n");
const framework = await texts(`${starlight}**/*.{astro,css,js}`);
const known = namesIn([markup, ...framework.values()].join("\n"));
const { order, imports } = orderIn(sheets.get("src/styles/layers.css")!);
const inStyles = "src/styles/";
const layerOf = (file: string): string | undefined =>
  file.startsWith(inStyles) ? imports.get(file.replace(inStyles, "./")) : undefined;

describe.each([...sheets])("%s", (file, css) => {
  test("has every rule in a layer", () => {
    expect(strayRules(css, order, layerOf(file))).toEqual([]);
  });

  test("calls nothing important", () => {
    expect(important(css)).toEqual([]);
  });

  test("names classes that are there", () => {
    expect(classesIn(css).filter((name) => !known.has(name))).toEqual([]);
  });
});

test("every style sheet of the site is imported, once", () => {
  const here = [...sheets.keys()]
    .filter((file) => file.startsWith(inStyles))
    .map((file) => file.slice(inStyles.length));
  expect(here.filter((file) => !imports.has(`./${file}`))).toEqual(["katex.css", "layers.css"]);
  expect(orderIn(sheets.get("src/styles/katex.css")!).imports.get("katex/dist/katex.min.css")).toBe("katex");
  expect(order.slice(0, 2)).toEqual(["starlight", "katex"]);
});

test("what Starlight brings lies in its layer, but for the styles that are known", () => {
  const without = [...sheetsIn(framework)].flatMap(([file, css]) => {
    const layered = postcss
      .parse(css)
      .nodes.every(
        (node) =>
          node.type === "comment" || (isAtRule(node, "layer") && node.params.startsWith("starlight.")),
      );
    return layered ? [] : [file.slice(starlight.length)];
  });
  expect(without).toEqual(["components/Page.astro", "style/print.css"]);
});

test("every custom property that is used is set somewhere, and every one of ours is used", () => {
  const all = [...sheets.values()].join("\n");
  const set = new Set(
    [all, markup, ...framework.values()].flatMap(defined).concat(...markup.matchAll(/"(--[\w-]+)":/g)),
  );
  const uses = new Set([
    ...used(all),
    ...used(markup),
    ...[...all.matchAll(/var\((--[\w-]+),/g)].map(([, name]) => name!),
  ]);
  expect([...uses].filter((name) => !set.has(name))).toEqual([]);
  // Shiki writes the names of its theme by itself.
  const ours = new Set(defined(all).filter((name) => /^--hg-(?!code-token-)/.test(name)));
  expect([...ours].filter((name) => !uses.has(name) && name !== "--hg-code-foreground")).toEqual([]);
});

test("every class of ours in the markup has a style", () => {
  const styled = [...sheets.values()].flatMap(classesIn);
  const mentioned = [...markup.matchAll(/(?<![\w-])(hg-[a-z0-9-]+)(\$\{)?/g)];
  const unknown = mentioned.flatMap(([, name, open]) => {
    const known = open ? styled.some((each) => each.startsWith(name!)) : styled.includes(name!);
    return known ? [] : [name!];
  });
  expect([...new Set(unknown)]).toEqual([]);
});

describe("what is wrong is found:", () => {
  test.each([
    [".a { color: red }", undefined, [".a"]],
    ["@layer parts { .a { color: red } }", undefined, []],
    ["@layer part { .a { color: red } }", undefined, [".a"]],
    ["@media print { .a { color: red } @layer parts { .b { color: red } } }", undefined, [".a"]],
    [".a { .b & { color: red } }", "parts", []],
    ["@layer reader { .a { color: red } }", "parts", [".a"]],
    ["@keyframes turn { to { rotate: 1turn } }", undefined, []],
  ])("%s, imported into %s", (css, layer, stray) => {
    expect(strayRules(css, ["parts", "reader"], layer)).toEqual(stray);
  });

  test("importance, classes and names", () => {
    expect(important(".a { color: red !important }")).toHaveLength(1);
    expect(classesIn(".a:not(.b-c) { &.d { color: red } }")).toEqual(["a", "b-c", "d"]);
    const { has } = namesIn("hg-a hg-kind-${x} hg-${x}");
    expect(["hg-a", "hg-ab", "hg-kind-x", "hg-kin"].filter(has)).toEqual(["hg-a", "hg-kind-x"]);
    expect(used("var(--a) var(--b, 1px)")).toEqual(["--a"]);
  });
});
