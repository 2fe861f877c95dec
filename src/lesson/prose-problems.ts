import type { Code, Heading, Nodes, Root, Text } from "mdast";
import type { InlineMath, Math as Formula } from "mdast-util-math";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";
import { toString } from "mdast-util-to-string";
import { bundledLanguages, isSpecialLang } from "shiki";
import { visit } from "unist-util-visit";
import { cellOf } from "#lesson/cell.ts";
import { problemAt, locationAt, type Problem } from "#lesson/problem.ts";
import { isLanguage, languages } from "#reading/language.ts";

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** What is wrong with fences, dollar signs, headings and images: all that a page says by itself. */
export function proseProblems(tree: Root, source: string): Problem[] {
  const problems: Problem[] = [];
  const blame = ({ position }: Nodes, complaints: readonly string[]) => {
    for (const message of complaints) problems.push(problemAt(position!.start, message));
  };
  const levels: Leveled[] = [];
  const headings = new Map<string, number>();
  visit(tree, (node) => {
    if (!node.position) return;
    switch (node.type) {
      case "code":
        blame(node, fenceComplaints(node, source));
        break;
      case "math":
        blame(node, blockComplaints(node, source));
        break;
      case "inlineMath":
        blame(node, inlineComplaints(node, source));
        break;
      case "text":
        problems.push(...textProblems(node, source));
        break;
      case "heading":
        levels.push({ level: node.depth, node, message: "#".repeat(node.depth) });
        blame(node, repetitionComplaints(node, headings));
        break;
      case "image":
      case "imageReference":
        if ((node.alt ?? "").trim() === "") blame(node, [noAlternative]);
        break;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        if (node.name === "img" && !node.attributes.some((each) => "name" in each && each.name === "alt")) {
          blame(node, [noAlternative]);
        }
        levels.push(...leveled(node));
        break;
    }
  });
  return [...problems, ...headingProblems(levels)];
}

const textOf = (node: Nodes, source: string): string =>
  source.slice(node.position!.start.offset, node.position!.end.offset);

/** The marks of containers before the text of a line. */
const unmarked = (line: string): string => line.replace(/^[\s>]*/, "").trimEnd();

function fenceComplaints(node: Code, source: string): string[] {
  const lines = textOf(node, source).split("\n");
  const [marks = "```"] = /^(?:`+|~+)/.exec(lines[0]!) ?? [];
  const remedy = `Write ${marks} on a line of its own where it ends.`;
  const closes = new RegExp(`^${marks[0]!}{${marks.length},}$`);
  if (lines.length < 2 || !closes.test(unmarked(lines.at(-1)!))) {
    return [`The fence that begins here is not closed. ${remedy}`];
  }
  const inner = lines.slice(1, -1).findIndex((line) => new RegExp(`^${marks}\\s*[a-z]`).test(unmarked(line)));
  if (inner === -1) return cellComplaints(node);
  const line = node.position!.start.line + 1 + inner;
  return [
    `The fence that begins here is still open on line ${line}, where another one begins. ${remedy}`,
    ...cellComplaints(node),
  ];
}

const words = ["title", "fails"];

function cellComplaints(node: Code): string[] {
  const cell = cellOf(node);
  if (!cell) {
    if (/(?:^|\s)cell=/.test(node.meta ?? "")) return ["cell takes no value. Write: ```python cell"];
    const language = node.lang?.toLowerCase() ?? "";
    return language === "" || isSpecialLang(language) || language in bundledLanguages
      ? []
      : [
          `No language is called ${node.lang!}, so that the code would have no colours. Mend the name, or write text.`,
        ];
  }
  const { props, language, code } = cell;
  const complaints: string[] = [];
  if (!isLanguage(language)) {
    complaints.push(
      `A cell in ${language} can't be run. Write it in ${languages.join(" or ")}, or take away the word cell.`,
    );
  }
  for (const name of [...props.keys()].filter((each) => !words.includes(each))) {
    complaints.push(
      `A cell knows no ${name}. Beside cell there may be title="…", and fails if it is meant to.`,
    );
  }
  if (props.get("title") === true) complaints.push('title has no value. Write title="…".');
  if (props.has("fails") && props.get("fails") !== true)
    complaints.push("fails takes no value. Write the word alone.");
  if (code.trim() === "") complaints.push("The cell is empty. Write its code.");
  return complaints;
}

function blockComplaints(node: Formula, source: string): string[] {
  const lines = textOf(node, source).split("\n");
  return lines.length > 1 && /^\$\$+$/.test(unmarked(lines.at(-1)!))
    ? []
    : ["The formula that begins here is not closed. Write $$ on a line of its own where it ends."];
}

/** Two prices on one line are a formula, too. */
function inlineComplaints(node: InlineMath, source: string): string[] {
  const inner = textOf(node, source).replace(/^\$+|\$+$/g, "");
  return /^\s/.test(inner) === /\s$/.test(inner)
    ? []
    : [
        "A formula begins here that has a space at one of its ends. Take it away; for a dollar sign as such write `\\$`.",
      ];
}

/** A link can't tell two headings of the same words apart. */
function repetitionComplaints(node: Heading, lines: Map<string, number>): string[] {
  const text = toString(node);
  const line = lines.get(text);
  if (line === undefined) {
    lines.set(text, node.position!.start.line);
    return [];
  }
  return [
    `Line ${line} has a heading of the same words. Change one of them, so that links can tell them apart.`,
  ];
}

function textProblems(node: Text, source: string): Problem[] {
  const text = textOf(node, source);
  const start = node.position!.start.offset!;
  const at = (index: number, message: string) => problemAt(locationAt(source, start + index), message);
  return [
    ...[...text.matchAll(/(?<!\\)(?:\\\\)*(\$+)/g)].map((match) =>
      at(
        match.index + match[0].length - match[1]!.length,
        "A formula is opened or closed here, and its other dollar sign is missing. Write it; for a dollar sign as such write `\\$`.",
      ),
    ),
    ...[...text.matchAll(/\[[^\]]+\]\[([^\]]*)\]/g)].map((match) =>
      at(
        match.index,
        `${match[0]} is no link: nothing says where it leads. Write [text](address), or define it: [${match[1]!}]: address.`,
      ),
    ),
    ...[...text.matchAll(/\[[^\]]+\]\([^()]*\)/g)].map((match) =>
      at(match.index, `${match[0]} is no link: its address has a space. Write %20 in its place.`),
    ),
    ...[...text.matchAll(/\[\^([^\]\s]+)\]/g)].map((match) =>
      at(match.index, `There is no footnote ${match[1]!}. Write it: [^${match[1]!}]: its text.`),
    ),
    ...[...text.matchAll(/^[ \t]*\|.*\n[ \t]*\|[ \t]*:?-+[-:| \t]*$/gm)].map((match) =>
      at(
        match.index,
        "This is no table: its first two rows differ in their number of columns. Make them equal.",
      ),
    ),
  ];
}

const noAlternative =
  'The image has no text in its place. Say what is to be seen, ![like this](address); for a mere ornament write <img alt="" … />.';

/** Something with a level in the page's outline. */
interface Leveled {
  level: number;
  node: Heading | Element;
  message: string;
}

/** The heading that an element of HTML or an exercise has. */
function leveled(node: Element): Leveled[] {
  const html = /^h([1-6])$/.exec(node.name ?? "");
  if (html) return [{ level: Number(html[1]), node, message: `<${node.name}>` }];
  if (node.name !== "Exercise" && node.name !== "GraphExercise") return [];
  const heading = node.attributes.find((each) => "name" in each && each.name === "heading");
  const level = typeof heading?.value === "string" ? heading.value : "h3";
  return [{ level: Number(level.slice(1)), node, message: `The title of an exercise, ${level},` }];
}

function headingProblems(levels: readonly Leveled[]): Problem[] {
  let above = 1;
  return levels.flatMap(({ level, node, message }) => {
    const before = above;
    above = level;
    const { start } = node.position!;
    if (level === 1) {
      above = before;
      return problemAt(
        start,
        `${message} is the page's own title, which the frontmatter has. Begin with ##.`,
      );
    }
    if (level <= before + 1) return [];
    const marks = "#".repeat(before);
    const remedy =
      node.type === "heading"
        ? `Write ${marks}#.`
        : `Write heading="h${before + 1}", or a heading before it.`;
    return problemAt(start, `${message} stands below ${marks}, so that a level is left out. ${remedy}`);
  });
}
