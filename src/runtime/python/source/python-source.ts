/** Python as a tree, read by the parser that the editor colours it with: it reads on behind what it can't make sense of. */
import { parser } from "@lezer/python";
import type { SyntaxNode } from "#reading/syntax-tree.ts";

/** A program to be rewritten. */
export interface PythonSource {
  code: string;
  /** All that could be read, outer nodes before inner ones. */
  nodes: readonly SyntaxNode[];
}

/** Words and signs are nodes named after themselves; comments may stand anywhere. */
export const isExpression = ({ name }: SyntaxNode): boolean =>
  /^[A-Z]/.test(name) && !/Op$|Comment/.test(name);

/** What has a body of statements, which may be sound where its header isn't. */
const isBody = ({ name }: SyntaxNode): boolean => name === "Body" || name === "Script";

/** A string that ends with its line is no error to the parser. */
const isUnclosed = (node: SyntaxNode, code: string): boolean =>
  /^(?:Format)?String$/.test(node.name) && !/^\w*("""|'''|"|')[^]*\1$/.test(code.slice(node.from, node.to));

const rawFormatString = /(?<!\w)(?:rf|fr)(?:"""|'''|"|')/i;

/** `2.`, as in `2. * x` and `2.e3`. */
const endsInPoint = /(?<![\w.])(\d(?:_?\d)*)\.(?!\d)/g;

/**
 * What the parser gets to see, every part in its place. It takes the point that ends a number for a member's, and a brace behind a
 * backslash in a raw f-string, where it opens a field, for text: both signs give way to others.
 */
function legible(code: string): string {
  const numbered = code.replace(endsInPoint, (_, digits: string) => `${digits}0`);
  if (!rawFormatString.test(numbered)) return numbered;
  const signs = numbered.split("");
  parser.parse(numbered).iterate({
    enter({ name, from, to }) {
      if (name !== "FormatString" || code.slice(from, from + 5).search(rawFormatString) !== 0) return;
      for (let at = from; at < to; at++) if (/^\\[{}]/.test(code.slice(at, at + 2))) signs[at] = "_";
    },
  });
  return signs.join("");
}

/**
 * Reads a program. Statements that Python couldn't read are left out with all that is in them, but for bodies: they stay as they
 * are, so that Python itself says what is wrong with them.
 */
export function readSource(code: string): PythonSource {
  const nodes: SyntaxNode[] = [];
  const unsound = new Set<number>();
  const wholes: number[] = [];
  const statements: number[] = [];
  parser.parse(legible(code)).iterate({
    enter({ node }) {
      const parent = statements.at(-1) ?? 0;
      const opens = isBody(node) || (node.parent !== null && isBody(node.parent));
      const statement = opens ? nodes.length + 1 : parent;
      if (node.type.isError || isUnclosed(node, code)) unsound.add(statement);
      statements.push(statement);
      wholes.push(statement);
      nodes.push(node);
    },
    leave: () => void statements.pop(),
  });
  return { code, nodes: nodes.filter((_, i) => !unsound.has(wholes[i]!)) };
}
