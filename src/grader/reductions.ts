/** What can go wrong where an input was repeated on the way forward and its gradients must come together on the way back. */
import type { Derivation } from "#grader/derivation.ts";
import type { MistakeKind } from "#grader/mistake.ts";
import type { Place, Places } from "#grader/places.ts";
import type { Reduction } from "#graph/bend.ts";

/** The axes of an operation's result along which this input is repeated in some case; none for most edges. */
function repeatedAxes(
  { role, node, input }: Place,
  places: Places,
  derivations: readonly Derivation[],
): number[] {
  if (!node.operation.elementwise) return [];
  const repeated = new Set<number>();
  for (const [index, { nodes }] of derivations.entries()) {
    for (const at of places.nodesIn(index, role, "every")) {
      const { out, inputs } = nodes[at]!;
      const { shape } = inputs[input]!;
      for (const [axis, length] of out.shape.entries()) {
        const own = shape[axis - (out.dim - shape.length)];
        if (own === undefined || (own === 1 && length !== 1)) repeated.add(axis);
      }
    }
  }
  return [...repeated].sort();
}

export interface WrongReduction {
  kind: MistakeKind;
  /** What was done with what flows back into `inner`, after "you". */
  says: (inner: string) => string;
  change: Reduction;
}

/** The other ways to reduce what flows into a repeated input: not at all, averaged, along one other axis, along all. */
export function wrongReductions(
  place: Place,
  places: Places,
  derivations: readonly Derivation[],
): WrongReduction[] {
  const repeated = repeatedAxes(place, places, derivations);
  if (repeated.length === 0) return [];
  const all = place.node.out.shape.map((_, axis) => axis);
  const same = (along: readonly number[]) => along.join() === repeated.join();
  const others = [...all.map((axis) => [axis]), ...(all.length > 1 ? [all] : [])].filter(
    (along) => !same(along),
  );
  const reduction = (kind: MistakeKind, along: readonly number[], averaged: boolean): WrongReduction => {
    const axes = along.length === all.length ? "all axes" : `axis ${along.join(" and ")}`;
    const done = averaged ? "averaged" : "added up";
    return {
      kind,
      says: (inner) => `${done} what flows back into \`${inner}\` over ${axes}`,
      change: { along, averaged },
    };
  };
  return [
    {
      kind: "not-reduced",
      says: (inner) => `did not add up what flows back into \`${inner}\``,
      change: { along: [], averaged: false },
    },
    reduction("batch-factor", repeated, true),
    ...[false, true].flatMap((averaged) => others.map((along) => reduction("wrong-axis", along, averaged))),
  ];
}
