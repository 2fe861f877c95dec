/** Mathematics written as on paper: products without a sign, and powers with a hat. */
import { languageName, type Language } from "#reading/language.ts";
import { lineAt, lineOf, nodesOf, type SyntaxNode, type SyntaxTree } from "#reading/syntax-tree.ts";

/** Where something is missing or stands for something else, and what to type there. */
export interface Correction {
  from: number;
  to: number;
  write: string;
}

/** Two things side by side that only a product could join. */
export interface BareProduct extends Correction {
  /** As it is written: `2x`, `2(x)`; and where it begins. */
  text: string;
  at: number;
  /** Whether the language reads it as a call, and so finds out only when it runs. */
  call: boolean;
}

const values = new Set(["Number", "VariableName", ")", "]"]);
const beginnings = new Set(["Number", "VariableName", "("]);

/** Words that are no factors, though a grammar may take them for names. */
const words = /^(?:and|or|not|in|is|if|elif|else|for|while|return|print|import|from|as|then|do)$/;

/** Lines that hold no products. */
const headers = /^\s*(?:def|function|class|import|from|export)\b/;

/** Those in a piece of code, in its order: what the parser stumbles over, and what it takes for calls. */
export function bareProducts(tree: SyntaxTree, code: string): BareProduct[] {
  const nodes = nodesOf(tree);
  const leaves = nodes.filter((node) => !node.firstChild && node.to > node.from && !node.type.isError);
  const errors = nodes.filter((node) => node.type.isError);
  // JavaScript's grammar lets a name that is followed by an error end with the space after it.
  const text = (from: number, to: number) => code.slice(from, to).trimEnd();
  const found: BareProduct[] = [];

  const named = new Map<string, number>();
  for (const { name, from, to } of leaves) {
    if (name !== "VariableName" && name !== "VariableDefinition") continue;
    const word = text(from, to);
    named.set(word, (named.get(word) ?? 0) + 1);
  }
  /** A name that occurs once may be anything: a word that is misspelt, say. */
  const isFactor = ({ name, from, to }: SyntaxNode) =>
    name !== "VariableName" || (named.get(text(from, to)) ?? 0) > 1 || text(from, to).length === 1;

  for (const [i, right] of leaves.entries()) {
    const left = leaves[i - 1];
    if (!left || !values.has(left.name) || !beginnings.has(right.name)) continue;
    if (!/^[ \t]*$/.test(code.slice(left.to, right.from))) continue;
    if (words.test(text(left.from, left.to)) || words.test(text(right.from, right.to))) continue;
    if (!isFactor(left) || (left.name === "VariableName" && !isFactor(right))) continue;
    if (headers.test(lineOf(code, lineAt(code, left.from)))) continue;
    if (!errors.some(({ from, to }) => from >= left.from && to <= right.from)) continue;
    const { from } = startOf(left);
    const end = text(left.from, left.to).length + left.from;
    found.push({
      from: end,
      to: right.from,
      write: "*",
      text: text(from, endOf(right).to),
      at: from,
      call: false,
    });
  }
  for (const node of nodes) {
    const callee = node.name === "CallExpression" ? node.firstChild : null;
    if (callee?.name !== "Number" && !isSum(callee)) continue;
    const list = callee!.nextSibling!;
    found.push({
      from: callee!.to,
      to: list.from,
      write: "*",
      text: text(node.from, node.to),
      at: node.from,
      call: true,
    });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Calls of a name that holds a value: `x(x + 1)`. */
export const callsOf = (tree: SyntaxTree, code: string, isValue: (name: string) => boolean): BareProduct[] =>
  nodesOf(tree).flatMap((node) => {
    const callee = node.name === "CallExpression" ? node.firstChild : null;
    if (callee?.name !== "VariableName" || !isValue(code.slice(callee.from, callee.to))) return [];
    const list = callee.nextSibling!;
    if (/^\(\s*\)$/.test(code.slice(list.from, list.to))) return [];
    const text = code.slice(node.from, node.to);
    return [{ from: callee.to, to: list.from, write: "*", text, at: node.from, call: true }];
  });

/** `(x + 1)`, which is no function, unlike `(x => x)`. */
function isSum(callee: SyntaxNode | null): boolean {
  if (callee?.name !== "ParenthesizedExpression") return false;
  for (let node = callee.firstChild; node; node = node.nextSibling) {
    if (["BinaryExpression", "UnaryExpression", "Number", "VariableName"].includes(node.name)) return true;
  }
  return false;
}

/** A bracket's beginning for its end, so that what is shown is whole. */
const startOf = (leaf: SyntaxNode): SyntaxNode =>
  leaf.name === ")" || leaf.name === "]" ? (leaf.parent ?? leaf) : leaf;

const endOf = (leaf: SyntaxNode): SyntaxNode => (leaf.name === "(" ? (leaf.parent ?? leaf) : leaf);

/** `x^2`, which both languages read as “exclusive or” of the bits of whole numbers. */
export const hats = (tree: SyntaxTree, code: string): Correction[] =>
  nodesOf(tree).flatMap(({ name, from, to }) =>
    (name === "BitOp" || name === "UpdateOp") && code[from] === "^"
      ? [{ from, to, write: name === "BitOp" ? "**" : "**=" }]
      : [],
  );

/** What to say of a hat. It has no full stop, for the line as it should be may follow. */
export function hatMessage(language: Language): string {
  return `\`^\` is no power in ${languageName[language]}: it combines the bits of two whole numbers. Write a power with \`**\``;
}

/** The code with what to type in the place of everything that is to be corrected. */
export function applyCorrections(code: string, corrections: readonly Correction[]): string {
  let result = "";
  let at = 0;
  for (const { from, to, write } of corrections.toSorted((a, b) => a.from - b.from)) {
    if (from < at || (from === at && at > 0)) continue; // the same slip, seen in two ways
    result += code.slice(at, from) + write;
    at = to;
  }
  return result + code.slice(at);
}
