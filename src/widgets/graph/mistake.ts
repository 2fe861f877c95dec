/** A diagnosed mistake on the graph of its exercise: the right flow, and the learner's beside it. */
import { asTensors, casesFor, type Case } from "#grader/index.ts";
import { edgeId } from "#graph/edge-id.ts";
import { flowOf, type Flow, type FlowEdge } from "#graph/flow.ts";
import { loadExercise } from "#widgets/exercise-modules.ts";
import { layoutsOf, type Layouts } from "#widgets/graph/graph-engine.ts";
import { graphEntries } from "#widgets/graph/graph-text.ts";
import { runForward, type Exercise } from "#exercise/index.ts";
import type { Grade } from "#grader/verdict.ts";
import type { Bend } from "#graph/bend.ts";

export interface Mistake {
  flow: Flow;
  layouts: Layouts;
  /** Ids of the edges where it was made. */
  wrong: readonly string[];
  /** By edge id: what flows back with the mistake, where that differs. */
  yours: ReadonlyMap<string, string>;
}

/** The mistake in the first case that it gets wrong; null for one that is in no edge. */
export async function loadMistake(
  id: string,
  { cases, diagnosis, outputs: verdicts }: Grade,
): Promise<Mistake | null> {
  const output = verdicts.findIndex(({ wrt }) => wrt === diagnosis?.output);
  const index = cases.findIndex(({ outputs }) => outputs[output]?.agrees === false);
  if (!diagnosis || diagnosis.bends.length === 0 || index === -1) return null;
  return mistakeIn(await loadExercise(id), index, diagnosis.bends);
}

/** What these bends do to one case of an exercise. */
export const mistakeIn = (exercise: Exercise, index: number, bends: readonly Bend[]): Mistake =>
  mistakeAt(exercise, casesFor(exercise)[index]!, bends);

/** The same for a case at hand. */
export function mistakeAt(exercise: Exercise, each: Case, bends: readonly Bend[]): Mistake {
  const inputs = asTensors(each.inputs);
  const { value, names } = runForward(exercise, inputs);
  const flow = flowOf(inputs, value, { names });
  const bent = flowOf(inputs, value, { names, bends });
  const shapes = new Map(flow.nodes.map(({ id, shape }) => [id, shape]));
  const own = new Map(bent.edges.map((edge) => [edge.id, edge]));
  const told = (edge: FlowEdge): string => {
    const { contribution } = own.get(edge.id)!;
    if (contribution === null) return "yours: none";
    const shape = shapes.get(edge.from)!;
    return shape.length === 0 ? `yours: ${graphEntries(shape, contribution)}` : "yours differs";
  };
  return {
    flow,
    layouts: layoutsOf(flow, 2),
    wrong: bends.map(edgeId),
    yours: new Map(
      flow.edges
        .filter(({ id, contribution }) => String(own.get(id)!.contribution) !== String(contribution))
        .map((edge) => [edge.id, told(edge)]),
    ),
  };
}
