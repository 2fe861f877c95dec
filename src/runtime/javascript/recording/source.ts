import type { AnyNode, Node } from "acorn";

/** A program that is being rewritten. */
export interface Source {
  /** The name by which the code calls what records. */
  hook: string;
  text: (node: Node) => string;
  /** The line that a node begins on, counted from 1. */
  lineOf: (node: Node) => number;
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** The nodes right below one, in the order of the code. */
export const childrenOf = (node: AnyNode): AnyNode[] =>
  Object.values(node)
    .flat()
    .filter(isNode)
    .sort((a, b) => a.start - b.start);

/** Code whose line breaks are spaces. */
export const onOneLine = (text: string): string => text.replace(/\s*[\n\r\u2028\u2029]\s*/g, " ");
