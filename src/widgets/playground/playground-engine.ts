/** What it takes to run the playground: grader, engine, layout and runtime. Fetched when the reader asks for a run. */
import { asTensors, type Grade } from "#grader/index.ts";
import { snapshotOf, type GraphSnapshot } from "#graph/snapshot.ts";
import { assertUsable, gradePlayground, type PlaygroundGrade } from "#playground/grade-playground.ts";
import { FunctionAtPoints, FunctionError } from "#playground/function-at-points.ts";
import { playground as strings } from "#strings/index.ts";
import { pageRuntime } from "#widgets/page-runtime.ts";
import { layoutsOf, type Layouts } from "#widgets/graph/graph-engine.ts";
import { drawGrade, type DrawnMistake } from "#widgets/graph/drawn-mistake.ts";
import type { PlaygroundSetting } from "#playground/playground-setting.ts";
import type { Runtime } from "#runtime/runtime.ts";

export interface LaidOutGraph {
  snapshot: GraphSnapshot;
  layouts: Layouts;
}

export interface DrawablePlaygroundGrade extends PlaygroundGrade {
  /** The graph that the answer goes wrong on, or that its own steps are on; null where there is none, or one too large to draw. */
  drawn: (grade: Grade) => DrawnMistake | null;
}

export interface PlaygroundEngine {
  grade(setting: PlaygroundSetting, signal: AbortSignal): Promise<DrawablePlaygroundGrade>;
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
    return { ...graded, drawn: (grade) => drawnOf(graded, grade) };
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

function drawnOf({ exercise, cases }: PlaygroundGrade, grade: Grade): DrawnMistake | null {
  const drawn = drawGrade(exercise, cases, grade);
  return drawn && drawn.snapshot.nodes.length <= mostDrawn ? drawn : null;
}

/** The engine on the page's own runtime. */
export const loadPlaygroundEngine = async (): Promise<PlaygroundEngine> => engineOn(await pageRuntime());

export { FunctionError };
