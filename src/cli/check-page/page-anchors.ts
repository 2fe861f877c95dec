/** The places on a page that a link may lead to. */
import { readFile } from "node:fs/promises";
import GithubSlugger from "github-slugger";
import type { Heading } from "mdast";
import { visit } from "unist-util-visit";
import { fileOf, sourcesOf } from "#cli/check-page/components.ts";
import type { SourcePage } from "#cli/check-page/page-cache.ts";
import { shownByName } from "#cli/check-page/shown-by-name.ts";
import { isExercise } from "#lesson/page-exercises.ts";
import { problemAt, type Problem } from "#lesson/problem.ts";
import type { PageElement } from "#lesson/page-names.ts";
import { termId, terms } from "../../../content/glossary.ts";

/** Those that the site gives to every page. */
const everywhere = ["_top"];

/** The ids on a page: of headings, elements and components, and of the terms that it introduces. */
export async function anchorsOf(page: SourcePage, root: string): Promise<ReadonlySet<string>> {
  const ofElements = await elementAnchors(page, root);
  return new Set([
    ...everywhere,
    ...headingAnchors(page),
    ...ofElements.map(({ anchor }) => anchor),
    ...terms.filter(({ lesson }) => lesson === page.name).map((term) => `term-${termId(term)}`),
  ]);
}

/** What stands twice on a page though links, labels and scripts find it by its id. Exercises are told of elsewhere. */
export async function repeatedAnchors(page: SourcePage, root: string): Promise<Problem[]> {
  const holders = new Map<string, PageElement>();
  const repeated = new Map<PageElement, { anchor: string; line: number }>();
  for (const { anchor, element } of await elementAnchors(page, root)) {
    const earlier = holders.get(anchor);
    if (earlier === undefined) holders.set(anchor, element);
    else if (!repeated.has(element)) repeated.set(element, { anchor, line: earlier.line });
  }
  return [...repeated]
    .filter(([{ name }]) => !isExercise(name))
    .map(([element, { anchor, line }]) =>
      problemAt(
        element,
        `<${element.name}> has the id ${anchor}, as another one on line ${line} has. Keep one of them.`,
      ),
    );
}

async function elementAnchors(
  page: SourcePage,
  root: string,
): Promise<{ anchor: string; element: PageElement }[]> {
  const sources = sourcesOf(page);
  const ofElements = await Promise.all(
    page.names.elements.map(async (element) => {
      const { name, attributes } = element;
      const source = sources.get(name);
      const shown = source === undefined ? undefined : shownByName[source];
      const shows = shown && attributes.get(shown.attribute);
      const id = /^[a-z]/.test(name) ? attributes.get("id") : null;
      const anchors = [
        ...(typeof id === "string" ? [id] : []),
        ...(shown?.anchor && typeof shows === "string" ? [shown.anchor(shows)] : []),
        ...(source === undefined ? [] : await anchorsIn(source, page.file, root)),
      ];
      return anchors.map((anchor) => ({ anchor, element }));
    }),
  );
  return ofElements.flat();
}

/** As Astro makes them, from the text of a heading; formulas are no part of it. */
function headingAnchors({ tree }: SourcePage): string[] {
  const slugger = new GithubSlugger();
  const anchors: string[] = [];
  visit(tree, "heading", (heading) => void anchors.push(slugger.slug(plainText(heading))));
  return anchors;
}

function plainText(heading: Heading): string {
  let text = "";
  visit(heading, (node) => {
    if (node.type === "text" || node.type === "inlineCode") text += node.value;
  });
  return text;
}

/** The anchors that a component of ours has wherever it is used. */
async function anchorsIn(source: string, from: string, root: string): Promise<string[]> {
  const file = fileOf(source, from);
  if (!file?.endsWith(".astro")) return [];
  const text = await readFile(root + file, "utf8").catch(() => "");
  return [
    ...[...text.matchAll(/<PlotFigure\s[^>]*\bname="([^"]+)"/g)].map(([, name]) => `figure-${name!}`),
    ...[...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!),
    ...(text.includes("content/glossary.ts") ? terms.map(termId) : []),
  ];
}
