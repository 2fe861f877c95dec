/** What it takes to run the playground: grader, engine, layout and runtime. Fetched when the reader asks for a run. */
import { asTensors } from "#grader/index.ts";
import { snapshotOf, type GraphSnapshot } from "#graph/snapshot.ts";
import { assertUsable, gradePlayground, type PlaygroundGrade } from "#playground/grade-playground.ts";
import { FunctionAtPoints, FunctionError } from "#playground/function-at-points.ts";
import { playground as strings } from "#strings/index.ts";
import { pageRuntime } from "#widgets/page-runtime.ts";
import { layoutsOf, type Layouts } from "#widgets/graph/graph-engine.ts";
import { caseToDraw, drawMistake, type DrawnMistake } from "#widgets/graph/drawn-mistake.ts";
import type { PlaygroundSetting } from "#playground/playground-setting.ts";
import type { Runtime } from "#runtime/runtime.ts";

export interface LaidOutGraph {
  snapshot: GraphSnapshot;
  layouts: Layouts;
}

export interface GradeWithMistake extends PlaygroundGrade {
  /** The mistake on the graph of the first case that it gets wrong, if it is in an edge. */
  mistake: DrawnMistake | null;
}

export interface PlaygroundEngine {
  grade(setting: PlaygroundSetting, signal: AbortSignal): Promise<GradeWithMistake>;
  draw(setting: PlaygroundSetting, signal: AbortSignal): Promise<LaidOutGraph>;
}

/** A graph with more operations than this is no drawing any more. */
const mostDrawn = 60;

/**
 * An engine that runs the reader's code here. Both of its methods reject with a FunctionError, in words for the reader, where
 * something must be mended first.
 */
export const engineOn = (runtime: Runtime): PlaygroundEngine => ({
  async grade(setting, signal) {
    const graded = await gradePlayground(setting, runtime, { signal });
    return { ...graded, mistake: mistakeOf(graded) };
  },
  async draw(setting, signal) {
    assertUsable(setting);
    const points = new FunctionAtPoints(setting, runtime);
    const [simplest] = await points.simpleCases({ signal });
    const each = simplest ?? (await points.cases({ signal })).cases[0]!;
    const inputs = asTensors(each.inputs);
    const value = points.exercise.forward(inputs, (_name, step) => step);
    if (!value.requiresGrad) throw new FunctionError(strings.constant);
    const snapshot = snapshotOf(inputs, value, { result: "f" });
    if (snapshot.nodes.length > mostDrawn)
      throw new FunctionError(strings.tooLargeToDraw(snapshot.nodes.length));
    return { snapshot, layouts: layoutsOf(snapshot) };
  },
});

function mistakeOf({ grade, exercise, cases }: PlaygroundGrade): DrawnMistake | null {
  const index = caseToDraw(grade);
  if (index === null) return null;
  const mistake = drawMistake(exercise, cases[index]!, grade.diagnosis!);
  return mistake.snapshot.nodes.length > mostDrawn ? null : mistake;
}

/** The engine on the page's own runtime. */
export const loadPlaygroundEngine = async (): Promise<PlaygroundEngine> => engineOn(await pageRuntime());

export { FunctionError };
