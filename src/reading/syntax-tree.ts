/** A learner's code as a syntax tree, also where it can't be read: the editor's grammars recover from every error. */
import type { parser as python } from "@lezer/python";
import type { Language } from "#reading/language.ts";

export type SyntaxTree = ReturnType<typeof python.parse>;
export type SyntaxNode = SyntaxTree["topNode"];

const grammars = {
  python: () => import("@lezer/python"),
  javascript: () => import("@lezer/javascript"),
};

/** Nobody writes an answer of this length by hand; nothing longer is looked at. */
const longest = 20_000;

/** Rejects if the grammar can't be fetched. */
export async function syntaxTree(code: string, language: Language): Promise<SyntaxTree> {
  const { parser } = await grammars[language]();
  return parser.parse(code.slice(0, longest));
}

/** All nodes, outer ones before inner ones, in the order of the code. */
export function nodesOf(tree: SyntaxTree): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  tree.iterate({ enter: ({ node }) => void nodes.push(node) });
  return nodes;
}

const literals = new Set(["String", "FormatString", "TemplateString", "RegExp"]);
const comments = new Set(["Comment", "LineComment", "BlockComment"]);

/** The code with strings as underscores and comments as spaces, every character and line in its place. */
export function withoutText(code: string, tree: SyntaxTree): string {
  let result = "";
  tree.iterate({
    enter({ name, from, to }) {
      const blank = literals.has(name) ? "_" : comments.has(name) ? " " : null;
      if (blank === null) return true;
      result += code.slice(result.length, from) + code.slice(from, to).replace(/[^\n]/g, blank);
      return false;
    },
  });
  return result + code.slice(result.length);
}

/** The line that a place is on, counted from 1. */
export const lineAt = (code: string, at: number): number => code.slice(0, at).split("\n").length;

/** A line's text, counted from 1. */
export const lineOf = (code: string, line: number): string => code.split("\n")[line - 1] ?? "";
