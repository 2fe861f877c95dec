/** The truth about a case, and what it becomes when faults are injected into the backward sweep. */
import { EngineError, grad, zeros, type Node, type Tensor } from "#autodiff/index.ts";
import { runForward, type Exercise } from "#exercise/index.ts";
import { asTensors, type Case } from "#grader/cases.ts";
import type { Numbers } from "#grader/compare.ts";
import { faultHook, type Fault } from "#graph/fault.ts";
import { nodesBehind } from "#graph/nodes.ts";

/** The forward computation of one case, ready to be swept back any number of times. */
export interface ForwardRun {
  inputs: Readonly<Record<string, Tensor>>;
  /** The steps that have a name. */
  names: ReadonlyMap<Tensor, string>;
  value: Tensor;
  /** The graph, in the order of computation. */
  nodes: readonly Node[];
}

/** Runs `forward` on a case, in float64. */
export function runCase(exercise: Exercise, { inputs }: Case): ForwardRun {
  const tensors = asTensors(inputs);
  const { value, names } = runForward(exercise, tensors);
  return { inputs: tensors, names, value, nodes: nodesBehind(value) };
}

/** The gradient of the value with respect to one input: the true one, or with mistakes made. Zeros where nothing flows. */
export function gradientOf(
  { inputs, value, nodes }: ForwardRun,
  wrt: string,
  faults: readonly Fault[] = [],
): Tensor {
  const input = inputs[wrt]!;
  if (!value.requiresGrad) return zeros(input.shape, { dtype: "float64" });
  const [gradient] = grad(value, [input], {
    retainGraph: true,
    allowUnused: true,
    ...(faults.length > 0 && { edge: faultHook(nodes, faults) }),
  });
  return gradient ?? zeros(input.shape, { dtype: "float64" });
}

/** A tensor's shape and its entries, row-major. */
export const numbers = (tensor: Tensor): Numbers => ({ shape: tensor.shape, data: tensor.entries() });

/** The true gradients of one output, one per case. */
export const trueGradients = (runs: readonly ForwardRun[], wrt: string): Numbers[] =>
  runs.map((run) => numbers(gradientOf(run, wrt)));

/** What a computation gives, or null where its shapes don't let it go on, which is an EngineError. Throws any other error. */
export function ifPossible<Result>(compute: () => Result): Result | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** The gradient with mistakes made, or null where their shapes don't let the sweep go on. */
export const faultyGradient = (run: ForwardRun, wrt: string, faults: readonly Fault[]): Numbers | null =>
  ifPossible(() => numbers(gradientOf(run, wrt, faults)));
