/** A diagnosed mistake on the graph of its exercise: the right gradients, and the learner's beside them. */
import { asTensors, casesFor, type Case } from "#grader/index.ts";
import { edgeId } from "#graph/edge-id.ts";
import { snapshotOf, type GraphSnapshot, type SnapshotEdge } from "#graph/snapshot.ts";
import { loadExercise } from "#course/definitions.ts";
import { layoutsOf, type Layouts } from "#widgets/graph/graph-engine.ts";
import { caseToDraw } from "#widgets/graph/case-to-draw.ts";
import { graphEntries } from "#graph/graph-text.ts";
import { runForward, type Exercise } from "#exercise/index.ts";
import { wrongStep as strings } from "#strings/index.ts";
import type { Diagnosis, Grade } from "#grader/verdict.ts";

export interface DrawnMistake {
  /** The number of the case, counted from 0. */
  at: number;
  snapshot: GraphSnapshot;
  layouts: Layouts;
  /** Ids of the edges where it was made, and of the input where a factor came in at the end. */
  wrong: readonly string[];
  /** By edge id: what flows back with the mistake, where that differs. */
  yours: ReadonlyMap<string, string>;
  /** What the answer is of the gradient that comes back to this input, if not the same. */
  times: { factor: number; input: string } | null;
}

/** The mistake in the case that shows it, or the case of the answer's own steps; null where nothing is on the graph. */
export async function loadDrawnMistake(id: string, grade: Grade): Promise<DrawnMistake | null> {
  const exercise = await loadExercise(id);
  return drawGrade(exercise, casesFor(exercise), grade);
}

/** The same for given cases. */
export function drawGrade(exercise: Exercise, cases: readonly Case[], grade: Grade): DrawnMistake | null {
  const index = caseToDraw(grade);
  const each = index === null ? undefined : cases[index];
  return each ? { at: index!, ...drawMistake(exercise, each, grade.diagnosis ?? noMistake) } : null;
}

const noMistake = { bends: [], output: null };

type DiagnosedFaults = Pick<Diagnosis, "bends" | "output" | "times">;

/** What a diagnosed mistake does to one case. */
export function drawMistake(
  exercise: Exercise,
  each: Case,
  { bends, output, times = 1 }: DiagnosedFaults,
): Omit<DrawnMistake, "at"> {
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
    layouts: layoutsOf(snapshot, bends.length > 0 ? 2 : 1),
    wrong: [...bends.map(edgeId), ...(times === 1 ? [] : [output!])],
    yours: new Map(
      snapshot.edges
        .filter(({ id, contribution }) => String(own.get(id)) !== String(contribution))
        .map((edge) => [edge.id, text(edge)]),
    ),
    times: times === 1 ? null : { factor: times, input: output! },
  };
}
