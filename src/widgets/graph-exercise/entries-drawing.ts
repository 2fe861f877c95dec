import type { Blank, BlankMark } from "#grader/graph/index.ts";
import type { GraphSnapshot } from "#graph/snapshot.ts";
import { graphNumber } from "#graph/graph-text.ts";
import { readNumber } from "#widgets/graph-exercise/number-entry.ts";
import type { DrawingProps, DrawingMark } from "#widgets/graph/drawing-types.ts";

type Drawing = Pick<DrawingProps, "snapshot" | "label" | "gradients" | "marks">;

/** The graph as the learner has filled it in: their gradients where they wrote one, a question mark where they didn't. */
export function entriesDrawing(
  snapshot: GraphSnapshot,
  blanks: readonly Blank[],
  entries: Readonly<Record<string, string>>,
  marks: ReadonlyMap<string, BlankMark>,
  focused: string | null,
): Drawing {
  const numbers = new Map(
    blanks.flatMap(({ key }) => {
      const number = readNumber(entries[key] ?? "");
      return typeof number === "number" ? [[key, number] as const] : [];
    }),
  );
  const drawn = new Map<string, DrawingMark>(
    [...marks].map(([key, { state }]) => [key, state === "wrong" ? "wrong" : "right"]),
  );
  if (focused !== null && drawn.get(focused) !== "wrong") drawn.set(focused, "asked");
  return {
    snapshot: {
      ...snapshot,
      edges: snapshot.edges.map((edge) => {
        const number = numbers.get(edge.id);
        return number === undefined ? edge : { ...edge, contribution: [number] };
      }),
    },
    gradients: new Map(
      blanks.map(({ key }) => {
        const number = numbers.get(key);
        if (number === undefined) return [key, "?"];
        return [key, marks.get(key)?.state === "wrong" ? `${graphNumber(number)} ✗` : graphNumber(number)];
      }),
    ),
    marks: drawn,
    label: `The computation graph. Its values: ${snapshot.nodes
      .filter(({ kind }) => kind === "input" || kind === "operation")
      .map(({ text, value }) => `${text} = ${graphNumber(value[0]!)}`)
      .join(", ")}.`,
  };
}
