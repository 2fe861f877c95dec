/** A computation in stages: each makes one value from what came before, and is drawn as a box that opens. */
import type { NestedNumbers, Tensor } from "#autodiff/index.ts";
import { leavesOf } from "#graph/graph-definition.ts";
import { snapshotOf, type GraphSnapshot } from "#graph/snapshot.ts";
import { nodesBehind } from "#graph/nodes.ts";

type Tensors = Readonly<Record<string, Tensor>>;

export interface Stage {
  name: string;
  /** A word or two, in sentence case. */
  title: string;
  /** What it makes, by name: later stages find it under this name. */
  result: string;
  /** The same as code: `x - mean(x)`. */
  formula: string;
  /** Sees the inputs, and the results of the stages before. */
  forward: (values: Tensors) => Tensor;
  /** The exercise that goes back from this stage's result to the inputs. */
  exercise: string;
}

/** One way to put the learner's functions together, so that they give the gradient of the first input. */
export interface Chain {
  /** The expression, as the learner would write it. */
  code: string;
  /** @param own calls what the learner wrote for an exercise, and gives back its gradients */
  run: (own: CallOwn, values: Tensors) => Promise<Tensor>;
}

export type CallOwn = (exercise: string, ...args: readonly Tensor[]) => Promise<readonly Tensor[]>;

/** `content/staged/<name>.ts` exports one as its default. */
export interface StagedDefinition {
  title: string;
  inputs: Readonly<Record<string, NestedNumbers>>;
  /** The inputs to differentiate by; the others are data. */
  wrt: readonly string[];
  stages: readonly Stage[];
  /** What arrives at the last stage's result from all that comes after it. */
  upstream: { name: string; value: NestedNumbers };
  chains: readonly Chain[];
}

export interface StagedRun {
  /** The inputs, the results of the stages and the upstream gradient, by name. */
  values: Tensors;
  snapshot: GraphSnapshot;
  /** By the id of an operation's node: the stage it is in. What comes after the last stage is in none. */
  stageOf: Readonly<Record<string, string>>;
}

/** Runs all stages in float64, and sweeps back from a loss whose gradient at the last result is the upstream one. */
export function runStaged({ inputs, wrt, stages, upstream }: StagedDefinition): StagedRun {
  const inputsByName = leavesOf({ ...inputs, [upstream.name]: upstream.value }, wrt);
  const values = { ...inputsByName };
  const results: { name: string; out: Tensor }[] = [];
  for (const { name, result, forward } of stages) {
    const out = forward(values);
    values[result] = out;
    results.push({ name, out });
  }
  const value = inputsByName[upstream.name]!.mul(results.at(-1)!.out).sum();
  const names = new Map(stages.map(({ result }) => [values[result]!, result]));
  return {
    values,
    snapshot: snapshotOf(inputsByName, value, { names, result: "L" }),
    stageOf: membership(results),
  };
}

/** Operations are counted in the order of computation, so that each stage has those up to its result. */
function membership(results: readonly { name: string; out: Tensor }[]): Record<string, string> {
  const counted = new Set<unknown>();
  const stageOf: Record<string, string> = {};
  for (const { name, out } of results) {
    for (const node of nodesBehind(out)) {
      if (counted.has(node)) continue;
      stageOf[String(counted.size)] = name;
      counted.add(node);
    }
  }
  return stageOf;
}
