/** What it takes to run the playground: grader, engine, layout and runtime. Fetched when the reader asks for a run. */
import { asTensors } from "#grader/index.ts";
import { flowOf, type Flow } from "#graph/flow.ts";
import { assertUsable, gradePlayground, type PlaygroundGrade } from "#playground/grade.ts";
import { FunctionAtPoints, FunctionError } from "#playground/points.ts";
import { playground as say } from "#strings/index.ts";
import { browserRuntime } from "#widgets/browser-runtime.ts";
import { layoutsOf, type Layouts } from "#widgets/graph/graph-engine.ts";
import { caseOf, mistakeAt, type Mistake } from "#widgets/graph/mistake.ts";
import type { Setting } from "#playground/setting.ts";
import type { Runtime } from "#runtime/runtime.ts";

export interface Drawn {
  flow: Flow;
  layouts: Layouts;
}

export interface Graded extends PlaygroundGrade {
  /** The mistake on the graph of the first case that it gets wrong, if it is in an edge. */
  mistake: Mistake | null;
}

export interface PlaygroundEngine {
  grade(setting: Setting, signal: AbortSignal): Promise<Graded>;
  draw(setting: Setting, signal: AbortSignal): Promise<Drawn>;
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
    if (!value.requiresGrad) throw new FunctionError(say.constant);
    const flow = flowOf(inputs, value, { result: "f" });
    if (flow.nodes.length > mostDrawn) throw new FunctionError(say.tooLargeToDraw(flow.nodes.length));
    return { flow, layouts: layoutsOf(flow) };
  },
});

function mistakeOf({ grade, exercise, cases }: PlaygroundGrade): Mistake | null {
  const index = caseOf(grade);
  if (index === null) return null;
  const mistake = mistakeAt(exercise, cases[index]!, grade.diagnosis!);
  return mistake.flow.nodes.length > mostDrawn ? null : mistake;
}

/** The engine on the page's own runtime. */
export const loadPlaygroundEngine = async (): Promise<PlaygroundEngine> => engineOn(await browserRuntime());

export { FunctionError };
