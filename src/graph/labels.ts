/** What stands beside edges and in nodes, and at what size. Apart from the layout, which a page fetches only when it needs it. */
import type { GraphSnapshot, SnapshotEdge, SnapshotNode } from "#graph/snapshot.ts";

/** The size of the drawing's text, and of the notes on edges. */
export const textSize = 16;
export const noteSize = 13;
export const lineHeight = 18;

/** The least distance of a text from its edge. */
export const labelGap = 8;

/** From the middle of a label to the baseline of the figures above, beside and below it. */
export const labelBaseline = { above: labelGap + 3, beside: 5.5, below: labelGap + 14 };

/** `(2, 3)` or `(3,)`; nothing for a single number. */
export const shapeText = (shape: readonly number[]): string =>
  shape.length === 0 ? "" : `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;

/** What a broadcast edge does on the way forward, and on the way back. */
export function broadcastNotes({ repeated }: SnapshotEdge): { forward: string; backward: string } | null {
  if (repeated.length === 0) return null;
  const axes = `${repeated.length > 1 ? "axes" : "axis"} ${repeated.join(", ")}`;
  return { forward: `repeats ${axes}`, backward: `sums ${axes}` };
}

/** Whether paths meet here on the way back, so that there is a sum to be told. It stands in the node, below the label. */
export const sumsPaths = ({ edges }: GraphSnapshot, { id, shape, gradient }: SnapshotNode): boolean =>
  shape.length === 0 && gradient !== null && edges.filter(({ from }) => from === id).length > 1;
