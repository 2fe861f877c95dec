import { basename } from "node:path";
import type { Link, PhrasingContent, Root, Text } from "mdast";
import { toString } from "mdast-util-to-string";
import { CONTINUE, EXIT, SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";

import { lessons } from "../../content/curriculum.ts";
import { termId, terms, type GlossaryTerm } from "../../content/glossary.ts";

/** Titles of works and of their sections stay as they are. */
const citations = "Read further";

/** Each word in lower case, with single spaces. */
const spelling = (text: string): string => text.toLowerCase().replace(/\s+/g, " ");

const byForm = new Map(
  terms.flatMap((term) => [term.name, ...(term.forms ?? [])].map((form) => [spelling(form), term] as const)),
);

/** The longest form first: a partial derivative isn't a derivative. */
const anyForm = new RegExp(
  `(?<![\\p{L}\\p{N}–-])(?:${[...byForm.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replaceAll(" ", "\\s+"))
    .join("|")})(?![\\p{L}\\p{N}–-])`,
  "giu",
);

/**
 * Links every term of the glossary to its entry where a lesson uses it first: in running text, not in headings, tables, links,
 * code or formulas. Where the lesson links a term by itself, it has that link alone. In the lesson that introduces a term, the
 * glossary links back to that place.
 */
export function remarkGlossary() {
  return (tree: Root, file: VFile): void => {
    const slug = basename(file.path, ".mdx");
    if (!lessons.some((lesson) => lesson.slug === slug)) return;
    const open = new Set(terms.filter(({ only }) => only?.includes(slug) ?? true));
    visit(tree, "link", (node) => {
      const term = terms.find((each) => node.url === addressOf(each));
      if (!term) return;
      if (open.delete(term)) node.data = asTerm(term, slug);
    });
    visit(tree, (node, index, parent) => {
      if (node.type === "heading") return toString(node) === citations ? EXIT : SKIP;
      if (node.type === "link" || node.type === "table") return SKIP;
      if (node.type !== "text" || !parent || index === undefined) return CONTINUE;
      const parts = linked(node, open, slug);
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
  };
}

/** The text with links from the first uses of terms that are still open, which are then no longer so. */
function linked({ value }: Text, open: Set<GlossaryTerm>, slug: string): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const { 0: found, index } of value.matchAll(anyForm)) {
    const term = byForm.get(spelling(found))!;
    if (!open.delete(term)) continue;
    if (index > end) parts.push({ type: "text", value: value.slice(end, index) });
    parts.push(link(term, found, slug));
    end = index + found.length;
  }
  if (end < value.length) parts.push({ type: "text", value: value.slice(end) });
  return parts;
}

const addressOf = (term: GlossaryTerm): string => `../glossary/#${termId(term)}`;

const link = (term: GlossaryTerm, text: string, slug: string): PhrasingContent => ({
  type: "link",
  url: addressOf(term),
  data: asTerm(term, slug),
  children: [{ type: "text", value: text }],
});

/** What sets the link to a term apart from others, and makes it a place that the glossary can link to. */
const asTerm = (term: GlossaryTerm, slug: string): Link["data"] => ({
  hProperties: {
    className: ["hg-term"],
    ...(term.lesson === slug && { id: `term-${termId(term)}` }),
  },
});
