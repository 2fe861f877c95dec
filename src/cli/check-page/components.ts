import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { posix } from "node:path";
import type { SourcePage } from "#cli/check-page/page-cache.ts";
import { shownByName } from "#cli/check-page/shown-by-name.ts";
import { likelyName, nearestFirst } from "#cli/nearest.ts";
import { problemAt, type Problem } from "#lesson/problem.ts";
import type { PageElement, ImportedName, NameUse } from "#lesson/page-names.ts";

/** What is wrong with what a page imports, and with the components and names that it uses. */
export async function componentProblems(page: SourcePage, root: string): Promise<Problem[]> {
  const { imports, elements, unknown } = page.names;
  const sources = sourcesOf(page);
  const [imported, named, shown] = await Promise.all([
    Promise.all(imports.map((each) => importProblems(each, page.file, root))),
    Promise.all(
      oncePerAttribute(unknown).map(async (each) => problemAt(each, await unknownName(each, imports, root))),
    ),
    Promise.all(
      elements.map(async (each) => {
        const source = sources.get(each.name);
        const props = await propFaults(each, source, page.file, root);
        return props.length > 0 ? props : shownProblems(each, source, root);
      }),
    ),
  ]);
  return [...imported.flat(), ...named, ...shown.flat()];
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

async function importProblems(imported: ImportedName, from: string, root: string): Promise<Problem[]> {
  const { source, named } = imported;
  const file = fileOf(source, from);
  if (file === null) {
    try {
      import.meta.resolve(source);
      return [];
    } catch {
      return [
        problemAt(
          imported,
          `There is no package ${JSON.stringify(source)}. Mend its name, or install it by npm.`,
        ),
      ];
    }
  }
  if (!existsSync(root + file)) {
    const all = await Array.fromAsync(glob("{src,content}/**/*.{astro,ts,tsx,json}", { cwd: root }));
    const near = likelyName(
      file,
      all.map((each) => each.replaceAll("\\", "/")),
    );
    return [
      problemAt(
        imported,
        `There is no file ${file} to import.${near === null ? " Mend its path." : ` Did you mean ${importedAs(near, from)}?`}`,
      ),
    ];
  }
  return file.endsWith(".astro") && named.length > 0 && !named.includes("default")
    ? [
        problemAt(
          imported,
          `${file} has no ${named.join(", ")} to pick out. Write import ${named[0]!} from ${JSON.stringify(source)}; without braces.`,
        ),
      ]
    : [];
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
): Promise<string> {
  if (attribute && !/^[A-Z]/.test(name)) {
    return `What stands in braces is an expression, and there is no ${name}. Text stands in quotes: ${attribute.name}=${JSON.stringify(attribute.braces)}.`;
  }
  if (!/^[A-Z]/.test(name)) {
    return `${name} in braces is an expression, and there is no ${name}. For a brace as such write \`\\{\`; in mathematics put dollar signs around the formula, in code backticks.`;
  }
  const files = (await Array.fromAsync(glob("{widgets,site}/**/*.astro", { cwd: `${root}src` }))).map(
    (each) => each.replaceAll("\\", "/"),
  );
  const byName = new Map(files.map((file) => [posix.basename(file, ".astro"), file]));
  const own = byName.get(name);
  if (own !== undefined) {
    return `<${name}> is not imported. Write import ${name} from "#${own}"; below the frontmatter.`;
  }
  const near = likelyName(name, [...imports.flatMap(({ locals }) => locals), ...byName.keys()]);
  return `There is no component <${name}>.${near === null ? " Import it, or mend its name." : ` Did you mean <${near}>?`}`;
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

/** Attributes that a component doesn't know, and those that it needs besides the name of what it shows. */
async function propFaults(
  element: PageElement,
  source: string | undefined,
  from: string,
  root: string,
): Promise<Problem[]> {
  const props = source === undefined ? null : await propsOf(source, from, root);
  if (props === null) return [];
  const present = [...element.attributes.keys()];
  const unknown = present.filter((name) => !props.has(name) && name !== "slot" && !name.includes(":"));
  const missing = [...props].flatMap(([name, need]) =>
    need === "needed" &&
    !present.includes(name) &&
    !element.spread &&
    name !== shownByName[source!]?.attribute
      ? [name]
      : [],
  );
  const takes = props.size === 0 ? "It takes no attributes." : `It takes ${[...props.keys()].join(", ")}.`;
  return [
    ...unknown.map((name) => {
      const near = likelyName(name, props.keys());
      return problemAt(
        element,
        `<${element.name}> knows no ${name}. ${near === null ? takes : `Did you mean ${near}?`}`,
      );
    }),
    ...missing
      .filter((name) => !unknown.some((each) => likelyName(each, props.keys()) === name))
      .map((name) => problemAt(element, `<${element.name}> has no ${name}. Write ${name}="…".`)),
  ];
}

/** So many names of what there is are listed. */
const listed = 12;

async function shownProblems(
  element: PageElement,
  source: string | undefined,
  root: string,
): Promise<Problem[]> {
  const shown = source === undefined ? undefined : shownByName[source];
  if (!shown) return [];
  const { attribute, what, names, remedy } = shown;
  const name = element.attributes.get(attribute);
  if (name === undefined) {
    return element.spread
      ? []
      : [
          problemAt(
            element,
            `<${element.name}> does not say which ${what} it shows. Write ${attribute}="…".`,
          ),
        ];
  }
  if (name === null) return []; // computed
  const all = await names(root);
  if (all.includes(name)) return [];
  const near = nearestFirst(name, all).slice(0, listed);
  const guess = likelyName(name, all);
  return [
    problemAt(
      element,
      `There is no ${what} ${JSON.stringify(name)}.${guess === null ? "" : ` Did you mean ${guess}?`} There ${near.length < all.length ? "are, the nearest first" : "are"}: ${near.join(", ")}${near.length < all.length ? ", …" : ""}. ${remedy(name)}`,
    ),
  ];
}
