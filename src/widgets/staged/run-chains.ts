/** Puts the learner's functions together and holds the result to autograd. Fetched when it is asked for. */
import { fromEntries, sameShape, type Shape, type Tensor } from "#autodiff/index.ts";
import { arrayValue, callFor, numbersIn, outputsOf } from "#grader/index.ts";
import { runStaged, type CallOwn, type Chain } from "#graph/staged-definition.ts";
import { shapeText } from "#graph/labels.ts";
import { staged as strings } from "#strings/index.ts";
import { pageRuntime } from "#widgets/page-runtime.ts";
import { loadExercise, loadStaged } from "#course/definitions.ts";
import type { Runtime } from "#runtime/runtime.ts";
import type { OwnAnswer } from "#widgets/own-answer/last-submission.ts";

/** Rounding of a few operations; an exercise asks for more. */
const tolerance = 1e-10;

export interface Gradient {
  shape: Shape;
  entries: readonly number[];
}

export type ChainResult = { code: string } & (
  { ok: true; gradient: Gradient; furthest: number; agrees: boolean } | { ok: false; message: string }
);

export interface Composition {
  truth: Gradient;
  chains: readonly ChainResult[];
}

/** Why a chain could not be run to its end, in words for the learner. */
class BrokenChain extends Error {}

/** The same as `compose`, in the page's own runtime. */
export const composeOwn = async (
  name: string,
  answers: ReadonlyMap<string, OwnAnswer>,
): Promise<Composition> => compose(name, answers, await pageRuntime());

/**
 * Runs every chain of a computation in `content/staged`, with answers by their exercise, and compares with autograd's gradient
 * of the first input. A chain that breaks off says why.
 */
export async function compose(
  name: string,
  answers: ReadonlyMap<string, OwnAnswer>,
  runtime: Runtime,
): Promise<Composition> {
  const definition = await loadStaged(name);
  const { values, snapshot } = runStaged(definition);
  const { shape, gradient } = snapshot.nodes.find(({ id }) => id === definition.wrt[0])!;
  const truth = { shape, entries: gradient! };
  const own = callerOf(answers, runtime);
  return {
    truth,
    chains: await Promise.all(definition.chains.map((chain) => runChain(chain, own, values, truth))),
  };
}

async function runChain(
  { code, run }: Chain,
  own: CallOwn,
  values: Readonly<Record<string, Tensor>>,
  truth: Gradient,
): Promise<ChainResult> {
  try {
    const result = await run(own, values);
    if (!sameShape(result.shape, truth.shape)) {
      throw new BrokenChain(strings.wrongShape(shapeText(result.shape), shapeText(truth.shape)));
    }
    const entries = result.entries();
    const furthest = Math.max(...entries.map((entry, i) => Math.abs(entry - truth.entries[i]!)));
    const scale = Math.max(...truth.entries.map(Math.abs));
    const agrees = furthest <= tolerance * scale;
    return { code, ok: true, gradient: { shape: result.shape, entries }, furthest, agrees };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { code, ok: false, message: error.message };
  }
}

/** Calls what the learner wrote for an exercise, isolated and within the time of one graded submission. */
const callerOf =
  (answers: ReadonlyMap<string, OwnAnswer>, runtime: Runtime): CallOwn =>
  async (id, ...args) => {
    const exercise = await loadExercise(id);
    const called = { args: args.map(arrayValue) };
    const request = callFor(exercise, answers.get(id)!, [called]);
    const result = await runtime.callFunction(request);
    if (!result.ok) throw new BrokenChain(strings.cannotRun(result.error.message));
    const gradients = outputsOf(exercise, result.results[0]!, called).map(numbersIn);
    if (gradients.length !== exercise.wrt.length || gradients.some((each) => each === null))
      throw new BrokenChain(strings.notNumbers);
    return gradients.map((each) => fromEntries(each!.data, each!.shape));
  };
