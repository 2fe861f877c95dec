/** The places on a page that a link may lead to. */
import { readFile } from "node:fs/promises";
import GithubSlugger from "github-slugger";
import type { Heading } from "mdast";
import { visit } from "unist-util-visit";
import { fileOf, sourcesOf } from "#cli/check-page/components.ts";
import type { ShelvedPage } from "#cli/check-page/page-shelf.ts";
import { shownByName } from "#cli/check-page/shown-by-name.ts";
import { termId, terms } from "../../../content/glossary.ts";

/** Those that the site gives to every page. */
const everywhere = ["_top"];

export async function anchorsOf(page: ShelvedPage, root: string): Promise<ReadonlySet<string>> {
  const sources = sourcesOf(page);
  const ofElements = await Promise.all(
    page.names.elements.map(async ({ name, attributes }) => {
      const source = sources.get(name);
      const shown = source === undefined ? undefined : shownByName[source];
      const shows = shown && attributes.get(shown.attribute);
      return [
        attributes.get("id") ?? "",
        ...(shown?.anchor && typeof shows === "string" ? [shown.anchor(shows)] : []),
        ...(source === undefined ? [] : await anchorsIn(source, page.file, root)),
      ];
    }),
  );
  return new Set([
    ...everywhere,
    ...headingAnchors(page),
    ...ofElements.flat(),
    ...terms.filter(({ lesson }) => lesson === page.name).map((term) => `term-${termId(term)}`),
  ]);
}

/** As Astro makes them, from the text of a heading; formulas are no part of it. */
function headingAnchors({ tree }: ShelvedPage): string[] {
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
