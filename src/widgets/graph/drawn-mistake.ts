/** A diagnosed mistake on the graph of its exercise: the right gradients, and the learner's beside them. */
import { asTensors, casesFor, type Case } from "#grader/index.ts";
import { edgeId } from "#graph/edge-id.ts";
import { snapshotOf, type GraphSnapshot, type SnapshotEdge } from "#graph/snapshot.ts";
import { loadExercise } from "#course/definitions.ts";
import { layoutsOf, type Layouts } from "#widgets/graph/graph-engine.ts";
import { graphEntries } from "#graph/graph-text.ts";
import { runForward, type Exercise } from "#exercise/index.ts";
import { wrongStep as strings } from "#strings/index.ts";
import type { Diagnosis, Grade } from "#grader/verdict.ts";

export interface DrawnMistake {
  snapshot: GraphSnapshot;
  layouts: Layouts;
  /** Ids of the edges where it was made, and of the input where a factor came in at the end. */
  wrong: readonly string[];
  /** By edge id: what flows back with the mistake, where that differs. */
  yours: ReadonlyMap<string, string>;
  /** What the answer is of the gradient that comes back to this input, if not the same. */
  times: { factor: number; input: string } | null;
}

/** The mistake in the case that shows it; null for one that is in no edge. */
export async function loadDrawnMistake(id: string, grade: Grade): Promise<DrawnMistake | null> {
  const index = caseToDraw(grade);
  if (index === null) return null;
  const exercise = await loadExercise(id);
  return drawMistake(exercise, casesFor(exercise)[index]!, grade.diagnosis!);
}

/** The number of the case whose graph shows the mistake; null for a mistake that is in no edge. */
export function caseToDraw({ cases, diagnosis, outputs: verdicts }: Grade): number | null {
  if (!diagnosis || diagnosis.bends.length === 0) return null;
  const output = verdicts.findIndex(({ wrt }) => wrt === diagnosis.output);
  const index = diagnosis.at ?? cases.findIndex(({ outputs }) => outputs[output]?.agrees === false);
  return index === -1 || cases[index] === undefined ? null : index;
}

type DiagnosedFaults = Pick<Diagnosis, "bends" | "output" | "times">;

/** What a diagnosed mistake does to one case. */
export function drawMistake(
  exercise: Exercise,
  each: Case,
  { bends, output, times = 1 }: DiagnosedFaults,
): DrawnMistake {
  const inputs = asTensors(each.inputs);
  const { value, names } = runForward(exercise, inputs);
  const snapshot = snapshotOf(inputs, value, { names });
  const faulty = snapshotOf(inputs, value, { names, faults: bends });
  const shapes = new Map(snapshot.nodes.map(({ id, shape }) => [id, shape]));
  const own = new Map(
    faulty.edges.map(({ id, from, contribution }) => [
      id,
      from === output ? (contribution?.map((entry) => entry * times) ?? null) : contribution,
    ]),
  );
  const text = ({ id, from }: SnapshotEdge): string => {
    const contribution = own.get(id);
    if (!contribution) return strings.yoursNone;
    const shape = shapes.get(from)!;
    return shape.length === 0 ? strings.yours(graphEntries(shape, contribution)) : strings.yoursDiffers;
  };
  return {
    snapshot,
    layouts: layoutsOf(snapshot, 2),
    wrong: [...bends.map(edgeId), ...(times === 1 ? [] : [output!])],
    yours: new Map(
      snapshot.edges
        .filter(({ id, contribution }) => String(own.get(id)) !== String(contribution))
        .map((edge) => [edge.id, text(edge)]),
    ),
    times: times === 1 ? null : { factor: times, input: output! },
  };
}
