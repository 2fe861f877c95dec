import type { Code, Root } from "mdast";
import { visit } from "unist-util-visit";

/** A fence that is a live cell. */
export interface CellFence {
  language: string;
  code: string;
  /** The other words of the fence's heading: `title="…"` with its text, a flag such as `fails` as true. */
  props: ReadonlyMap<string, string | true>;
}

/** The cell that a fence stands for, by the word `cell` in its heading; null for a plain one. */
export function cellOf({ lang, meta, value }: Code): CellFence | null {
  const words = [...(meta ?? "").matchAll(/([\w-]+)(?:="([^"]*)")?/g)];
  if (!words.some(([, name, given]) => name === "cell" && given === undefined)) return null;
  const props = new Map<string, string | true>();
  for (const [, name, given] of words) if (name && name !== "cell") props.set(name, given ?? true);
  return { language: lang ?? "python", code: value, props };
}

/** The cells of a page, in its order. */
export function cellsOf(tree: Root): CellFence[] {
  const cells: CellFence[] = [];
  visit(tree, "code", (code) => {
    const cell = cellOf(code);
    if (cell) cells.push(cell);
  });
  return cells;
}
