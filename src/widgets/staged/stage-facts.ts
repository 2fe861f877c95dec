/** What is told of each stage beside the picture: plain data, gathered when the site is built. */
import { fold, foldedId } from "#graph/fold.ts";
import type { Shape } from "#autodiff/index.ts";
import type { SnapshotNode } from "#graph/snapshot.ts";
import type { StagedDefinition, StagedRun } from "#graph/staged-definition.ts";

interface Gradient {
  /** Such as `dxhat`. */
  name: string;
  /** Whether more of it comes from another stage. */
  part: boolean;
  shape: Shape;
  entries: readonly number[];
}

export interface StageFacts {
  name: string;
  title: string;
  result: string;
  formula: string;
  exercise: string;
  exerciseTitle: string;
  /** The gradient of its result. */
  arrives: Gradient;
  /** What it sends back to each value that it was made from. */
  leaves: readonly Gradient[];
}

/** @param titles of the exercises, by id */
export function stageFacts(
  { stages, upstream }: StagedDefinition,
  { snapshot, stageOf }: StagedRun,
  titles: ReadonlyMap<string, string>,
): StageFacts[] {
  const folded = fold(snapshot, stages, stageOf, new Set());
  const nodes = new Map(folded.nodes.map((node) => [node.id, node]));
  const uses = Map.groupBy(folded.edges, ({ from }) => from);
  const last = stages.at(-1)!.result;
  const gradientName = ({ text }: SnapshotNode) => (text === last ? upstream.name : `d${text}`);
  return stages.map(({ name, title, result, formula, exercise }) => {
    const own = nodes.get(foldedId(name))!;
    return {
      ...{ name, title, result, formula, exercise },
      exerciseTitle: titles.get(exercise)!,
      arrives: { name: gradientName(own), part: false, shape: own.shape, entries: own.gradient! },
      leaves: folded.edges.flatMap(({ from, to, contribution }) => {
        if (to !== own.id || contribution === null) return [];
        const source = nodes.get(from)!;
        const part = uses.get(from)!.length > 1;
        return [{ name: gradientName(source), part, shape: source.shape, entries: contribution }];
      }),
    };
  });
}
