/** A diagnosed mistake on the graph of its exercise: the right flow, and the learner's beside it. */
import { asTensors, casesFor, type Case } from "#grader/index.ts";
import { edgeId } from "#graph/edge-id.ts";
import { flowOf, type Flow, type FlowEdge } from "#graph/flow.ts";
import { loadExercise } from "#course/definitions.ts";
import { layoutsOf, type Layouts } from "#widgets/graph/graph-engine.ts";
import { graphEntries } from "#graph/graph-text.ts";
import { runForward, type Exercise } from "#exercise/index.ts";
import { wrongStep as say } from "#strings/index.ts";
import type { Diagnosis, Grade } from "#grader/verdict.ts";

export interface Mistake {
  flow: Flow;
  layouts: Layouts;
  /** Ids of the edges where it was made, and of the input where a factor came in at the end. */
  wrong: readonly string[];
  /** By edge id: what flows back with the mistake, where that differs. */
  yours: ReadonlyMap<string, string>;
  /** What the answer is of the gradient that comes back to this input, if not the same. */
  times: { factor: number; input: string } | null;
}

/** The mistake in the case that shows it; null for one that is in no edge. */
export async function loadMistake(id: string, grade: Grade): Promise<Mistake | null> {
  const index = caseOf(grade);
  if (index === null) return null;
  const exercise = await loadExercise(id);
  return mistakeAt(exercise, casesFor(exercise)[index]!, grade.diagnosis!);
}

/** The number of the case whose graph shows the mistake; null for a mistake that is in no edge. */
export function caseOf({ cases, diagnosis, outputs: verdicts }: Grade): number | null {
  if (!diagnosis || diagnosis.bends.length === 0) return null;
  const output = verdicts.findIndex(({ wrt }) => wrt === diagnosis.output);
  const index = diagnosis.at ?? cases.findIndex(({ outputs }) => outputs[output]?.agrees === false);
  return index === -1 || cases[index] === undefined ? null : index;
}

type Made = Pick<Diagnosis, "bends" | "output" | "times">;

/** What a diagnosed mistake does to one case. */
export function mistakeAt(exercise: Exercise, each: Case, { bends, output, times = 1 }: Made): Mistake {
  const inputs = asTensors(each.inputs);
  const { value, names } = runForward(exercise, inputs);
  const flow = flowOf(inputs, value, { names });
  const bent = flowOf(inputs, value, { names, bends });
  const shapes = new Map(flow.nodes.map(({ id, shape }) => [id, shape]));
  const own = new Map(
    bent.edges.map(({ id, from, contribution }) => [
      id,
      from === output ? (contribution?.map((entry) => entry * times) ?? null) : contribution,
    ]),
  );
  const told = ({ id, from }: FlowEdge): string => {
    const contribution = own.get(id);
    if (!contribution) return say.yoursNone;
    const shape = shapes.get(from)!;
    return shape.length === 0 ? say.yours(graphEntries(shape, contribution)) : say.yoursDiffers;
  };
  return {
    flow,
    layouts: layoutsOf(flow, 2),
    wrong: [...bends.map(edgeId), ...(times === 1 ? [] : [output!])],
    yours: new Map(
      flow.edges
        .filter(({ id, contribution }) => String(own.get(id)) !== String(contribution))
        .map((edge) => [edge.id, told(edge)]),
    ),
    times: times === 1 ? null : { factor: times, input: output! },
  };
}
