import type { Link, Nodes, Root } from "mdast";
import type {} from "mdast-util-to-hast";
import { toString } from "mdast-util-to-string";
import { visitParents } from "unist-util-visit-parents";
import { VFile } from "vfile";
import { describe, expect, test } from "vitest";

import { lessons } from "../../content/curriculum.ts";
import { termId, terms } from "../../content/glossary.ts";
import { pages } from "#course/files.ts";
import { parseLesson } from "#lesson/parse-lesson.ts";
import { remarkGlossary } from "#site/remark-glossary.ts";

function linked(source: string, slug: string): Root {
  const tree = parseLesson(source);
  remarkGlossary()(tree, new VFile({ path: `/course/content/${slug}.mdx` }));
  return tree;
}

/** The links to the glossary, in their order. */
function linksIn(tree: Root): Link[] {
  const links: Link[] = [];
  visitParents(tree, "link", (link) => {
    if (link.url.startsWith("../glossary/")) links.push(link);
  });
  return links;
}

const linkedIn = (source: string, slug = "scalar"): string[] =>
  linksIn(linked(source, slug)).map((link) => `${toString(link)} → ${link.url.split("#")[1]}`);

describe("the first use of a term", () => {
  test.each<[string, string, string[]]>([
    ["is linked, the second isn't", "A gradient. The gradient.", ["gradient → gradient"]],
    ["counts in any form", "Gradients come first, a gradient later.", ["Gradients → gradient"]],
    [
      "is read as the longest term there is",
      "A partial derivative is a derivative.",
      ["partial derivative → partial-derivative", "derivative → derivative"],
    ],
    ["may run over the end of a line", "The upstream\ngradient.", ["upstream\ngradient → upstream-gradient"]],
    ["isn't in a heading", "## The gradient\n\nHere the gradient is.", ["gradient → gradient"]],
    [
      "isn't in code, formulas, tables or links",
      "`gradient` $gradient$ [gradient](x)\n\n| gradient |\n| - |\n",
      [],
    ],
    ["isn't a part of a word", "A gradiental subgradient-like pre-gradient.", []],
    ["isn't in the name of a work", "## Read further\n\n- *On the gradient*", []],
    [
      "may be emphasised, in a list, in an exercise",
      '<Exercise id="a/b">\n\n- **gradient**\n\n</Exercise>',
      ["gradient → gradient"],
    ],
  ])("%s", (_, source, expected) => {
    expect(linkedIn(source)).toEqual(expected);
  });

  test("in a page that is no lesson is left alone", () => {
    expect(linkedIn("A gradient.", "grading")).toEqual([]);
  });

  test("where a word has another meaning is left alone", () => {
    expect(linkedIn("Terms vanish.", "vector")).toEqual([]);
    expect(linkedIn("Gradients vanish.", "recursive")).toContain("vanish → vanishing-gradient");
    expect(linkedIn("Summing the rows leaves 3 numbers. It leaves out how. Name two leaves.")).toEqual([]);
  });

  test("is where the lesson itself links it, if it does", () => {
    const source = "A leaf, a leaf, and both [leaves](../glossary/#leaf). A [leaf](../glossary/#leaf).";
    expect(linkedIn(source, "loss")).toEqual(["leaves → leaf", "leaf → leaf"]);
    const ids = linksIn(linked(source, "scalar")).map(({ data }) => data?.hProperties?.id);
    expect(ids).toEqual(["term-leaf", undefined]);
  });
});

const sources = new Map((await pages()).map(({ name, source }) => [name, source]));

describe.each(lessons.map(({ slug }) => slug))("the lesson %s", (slug) => {
  const before = parseLesson(sources.get(slug)!);
  const after = linked(sources.get(slug)!, slug);

  test("reads as it did", () => {
    expect(toString(after)).toBe(toString(before));
  });

  test("has links in running text only, one for a term", () => {
    const inside = (nodes: readonly Nodes[]) => nodes.map(({ type }) => type);
    visitParents(after, "link", (link, ancestors) => {
      if (!link.url.startsWith("../glossary/")) return;
      expect(inside(ancestors)).not.toContain("heading");
      expect(inside(ancestors)).not.toContain("link");
      expect(inside(ancestors)).not.toContain("table");
    });
    const targets = linksIn(after).map(({ url }) => url);
    expect(new Set(targets).size).toBe(targets.length);
  });

  test("introduces the terms that the glossary says it does", () => {
    const introduced = linksIn(after).flatMap(({ data }) => data?.hProperties?.id ?? []);
    const promised = terms.filter(({ lesson }) => lesson === slug).map((term) => `term-${termId(term)}`);
    expect(introduced.sort()).toEqual(promised.sort());
  });
});

/** Forms that are verbs, and mean their term all the same. */
const verbs =
  /^(sweep back|sweeps?|broadcasts?|explodes?|exploding|fans? out|saturate[sd]|unroll(ed)?|vanish(es|ing)?)$/;
const texts = lessons.map(({ slug }) => ({ slug, text: toString(parseLesson(sources.get(slug)!)) }));

test("no lesson uses a form that is linked by itself as a verb", () => {
  for (const { name, forms = [], only } of terms) {
    for (const form of [name, ...forms].filter((each) => !verbs.test(each))) {
      const asVerb = new RegExp(
        String.raw`\b(it|they|which|who|you|we|can|will|would|must|may|doesn['’]t|don['’]t)\s+${form}(?![\w-])`,
        "giu",
      );
      for (const { slug, text } of texts)
        if (only?.includes(slug) ?? true) expect([slug, ...(text.match(asVerb) ?? [])]).toEqual([slug]);
    }
  }
});

test("every term has a name of its own, an entry of a few sentences, and a lesson", () => {
  expect(new Set(terms.map(termId)).size).toBe(terms.length);
  const forms = terms.flatMap(({ name, forms = [] }) => [name, ...forms]);
  expect(new Set(forms).size).toBe(forms.length);
  for (const { name, says, lesson } of terms) {
    expect([name, (says.match(/[.](?= |$)/g) ?? []).length]).toEqual([
      name,
      expect.toSatisfy((n) => n >= 1 && n <= 4),
    ]);
    expect(lessons.map(({ slug }) => slug)).toContain(lesson);
  }
});
