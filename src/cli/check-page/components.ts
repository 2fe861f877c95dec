import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { posix } from "node:path";
import type { SourcePage } from "#cli/check-page/page-cache.ts";
import { shownByName } from "#cli/check-page/shown-by-name.ts";
import { didYouMean, likelyName, nearestListed } from "#cli/nearest.ts";
import { pathsIn } from "#course/files.ts";
import { problemAt, type Location, type Problem } from "#lesson/problem.ts";
import type { PageElement, ImportedName, NameUse } from "#lesson/page-names.ts";

/** What is wrong with what a page imports, and with the components and names that it uses. */
export async function componentProblems(page: SourcePage, root: string): Promise<Problem[]> {
  const { imports, elements, unknown } = page.names;
  const sources = sourcesOf(page);
  const found = async (place: Location, complaints: string[] | Promise<string[]>): Promise<Problem[]> =>
    (await complaints).map((message) => problemAt(place, message));
  const problems = await Promise.all([
    ...imports.map((each) => found(each, importComplaints(each, page.file, root))),
    ...oncePerAttribute(unknown).map((each) => found(each, unknownName(each, imports, root))),
    ...elements.map((each) => found(each, elementComplaints(each, sources.get(each.name), page.file, root))),
  ]);
  return problems.flat();
}

/** Where components usually come from: one whose import was forgotten is known by its name. */
const usual = Object.keys(shownByName).map((source) => [posix.basename(source, ".astro"), source] as const);

/** From where a page has its components, by the names that it gives to them. */
export const sourcesOf = ({ names: { imports } }: SourcePage): ReadonlyMap<string, string> =>
  new Map([
    ...usual,
    ...imports.flatMap(({ locals, source }) => locals.map((local) => [local, source] as const)),
  ]);

/** The file that an import of this course names, from its root; null for one of a package. */
export function fileOf(source: string, from: string): string | null {
  const [path = ""] = source.split("?");
  if (path.startsWith("#")) return `src/${path.slice(1)}`;
  if (path.startsWith(".")) return posix.join(posix.dirname(from), path);
  return path.startsWith("/") ? path.slice(1) : null;
}

async function importComplaints(
  { source, named }: ImportedName,
  from: string,
  root: string,
): Promise<string[]> {
  const file = fileOf(source, from);
  if (file === null) {
    try {
      import.meta.resolve(source);
      return [];
    } catch {
      return [`There is no package ${JSON.stringify(source)}. Mend its name, or install it by npm.`];
    }
  }
  if (!existsSync(root + file)) {
    const paths = await Array.fromAsync(glob("{src,content}/**/*.{astro,ts,tsx,json}", { cwd: root }));
    const all = paths.map((path) => path.replaceAll("\\", "/"));
    const guess = didYouMean(file, all, "Mend its path.", (near) => importedAs(near, from));
    return [`There is no file ${file} to import.${guess}`];
  }
  if (!file.endsWith(".astro") || named.length === 0 || named.includes("default")) return [];
  const instead = `import ${named[0]!} from ${JSON.stringify(source)};`;
  return [`${file} has no ${named.join(", ")} to pick out. Write ${instead} without braces.`];
}

/** How a page imports a file of this course. */
const importedAs = (file: string, from: string): string =>
  JSON.stringify(
    file.startsWith("src/")
      ? `#${file.slice("src/".length)}`
      : `./${posix.relative(posix.dirname(from), file)}`,
  );

/** Of the names in one attribute's braces only the first. */
const oncePerAttribute = (unknown: readonly NameUse[]): NameUse[] =>
  unknown.filter(
    ({ attribute }, i) =>
      attribute === undefined || unknown.findIndex((each) => each.attribute === attribute) === i,
  );

async function unknownName(
  { name, attribute }: NameUse,
  imports: readonly ImportedName[],
  root: string,
): Promise<string[]> {
  if (attribute && !/^[A-Z]/.test(name)) {
    return [
      `What stands in braces is an expression, and there is no ${name}. Text stands in quotes: ${attribute.name}=${JSON.stringify(attribute.braces)}.`,
    ];
  }
  if (!/^[A-Z]/.test(name)) {
    return [
      `${name} in braces is an expression, and there is no ${name}. For a brace as such write \`\\{\`; in mathematics put dollar signs around the formula, in code backticks.`,
    ];
  }
  const components = await pathsIn("src", ".astro", root);
  const byName = new Map(components.map((path) => [posix.basename(path), path]));
  const own = byName.get(name);
  if (own !== undefined) {
    return [`<${name}> is not imported. Write import ${name} from "#${own}.astro"; below the frontmatter.`];
  }
  const all = [...imports.flatMap(({ locals }) => locals), ...byName.keys()];
  const guess = didYouMean(name, all, "Import it, or mend its name.", (near) => `<${near}>`);
  return [`There is no component <${name}>.${guess}`];
}

/** What a component of the course is given, as its file declares it; null for others. */
async function propsOf(
  source: string,
  from: string,
  root: string,
): Promise<Map<string, "needed" | "optional"> | null> {
  const file = fileOf(source, from);
  if (!file?.endsWith(".astro")) return null;
  const text = await readFile(root + file, "utf8").catch(() => null);
  if (text === null) return null;
  const [, declared] = /^(?:export )?interface Props \{\n([^]*?)^\}/m.exec(text) ?? [];
  if (declared === undefined) return text.includes("Astro.props") ? null : new Map();
  return new Map(
    [...declared.matchAll(/^ {2}(\w+)(\??):/gm)].map(([, name, mark]) => [
      name!,
      mark === "" ? ("needed" as const) : ("optional" as const),
    ]),
  );
}

/** What is wrong with an element that comes from `source`: with its attributes, or else with the name of what it shows. */
async function elementComplaints(
  element: PageElement,
  source: string | undefined,
  from: string,
  root: string,
): Promise<string[]> {
  if (source === undefined) return [];
  const props = await propsOf(source, from, root);
  const complaints = props ? propComplaints(element, props, shownByName[source]?.attribute) : [];
  return complaints.length > 0 ? complaints : shownComplaints(element, source, root);
}

/** Attributes that a component doesn't know, and those that it needs besides the name of what it shows. */
function propComplaints(
  { name: component, attributes, spread }: PageElement,
  props: ReadonlyMap<string, "needed" | "optional">,
  nameAttribute: string | undefined,
): string[] {
  const names = [...props.keys()];
  const unknown = [...attributes.keys()].filter(
    (name) => !props.has(name) && name !== "slot" && !name.includes(":"),
  );
  const missing = names.filter(
    (name) => props.get(name) === "needed" && !attributes.has(name) && !spread && name !== nameAttribute,
  );
  const takes = names.length === 0 ? "It takes no attributes." : `It takes ${names.join(", ")}.`;
  return [
    ...unknown.map((name) => `<${component}> knows no ${name}.${didYouMean(name, names, takes)}`),
    ...missing
      .filter((name) => !unknown.some((each) => likelyName(each, names) === name))
      .map((name) => `<${component}> has no ${name}. Write ${name}="…".`),
  ];
}

/** So many names of what there is are listed. */
const listed = 12;

async function shownComplaints(element: PageElement, source: string, root: string): Promise<string[]> {
  const shown = shownByName[source];
  if (!shown) return [];
  const { attribute, what, names, remedy } = shown;
  const name = element.attributes.get(attribute);
  if (name === undefined && !element.spread)
    return [`<${element.name}> does not say which ${what} it shows. Write ${attribute}="…".`];
  if (name === undefined || name === null) return []; // computed
  const all = await names(root);
  if (all.includes(name)) return [];
  const there = `There is no ${what} ${JSON.stringify(name)}.${didYouMean(name, all)}`;
  return [`${there} ${nearestListed(name, all, listed)} ${remedy(name)}`];
}
