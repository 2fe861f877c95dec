/** The unrolled recurrence and its gradients, by the engine. Fetched when a reader first approaches the figure. */
import { tensor } from "#autodiff/index.ts";
import {
  startState,
  steps,
  type CellName,
  type UnrolledSetting,
} from "#widgets/unrolled/unrolled-setting.ts";

/** One path from h_T back to the weight: the one that leaves the chain in step t. */
export interface WeightUse {
  /** t */
  step: number;
  /** dh_T/dh_t: the way back to the step. */
  back: number;
  /** dh_t/dz_t, with z_t = w·h_{t−1}: 1 for the linear cell. */
  slope: number;
  /** h_{t−1}, by which the weight was multiplied there. */
  state: number;
  /** What flowed over the edge from step t into the weight in the engine's sweep. */
  contribution: number;
}

export interface Unrolled {
  /** dh_T/dh_0 */
  byStart: number;
  /** dh_T/dw */
  byWeight: number;
  /** From the last step to the first, as the sweep comes by. */
  uses: readonly WeightUse[];
}

const leaf = (value: number) => tensor(value, { dtype: "float64", requiresGrad: true });

/** Takes T steps, and goes back once. */
export function unroll({ cell, w, T }: UnrolledSetting): Unrolled {
  const weight = leaf(w);
  const states = [leaf(startState)];
  for (let t = 1; t <= T; t++) {
    const z = weight.mul(states[t - 1]!);
    states.push(cell === "tanh" ? z.tanh() : z);
  }
  for (const state of states) state.retainGrad();
  const contributions: number[] = [];
  states[T]!.backward(undefined, {
    edge: (node, input, _upstream, contribution) => {
      if (node.inputs[input] === weight) contributions.push(contribution.item());
      return contribution;
    },
  });
  const uses = contributions.map((contribution, i): WeightUse => {
    const step = T - i;
    const after = states[step]!;
    return {
      step,
      back: after.grad!.item(),
      slope: cell === "tanh" ? 1 - after.item() ** 2 : 1,
      state: states[step - 1]!.item(),
      contribution,
    };
  });
  return { byStart: states[0]!.grad!.item(), byWeight: weight.grad?.item() ?? 0, uses };
}

export interface GradientsOverTime {
  /** For T = 0, 1, … */
  byStart: readonly number[];
  byWeight: readonly number[];
}

/** Both gradients for every number of steps. */
export function gradientsOverTime(cell: CellName, w: number): GradientsOverTime {
  const all = Array.from({ length: steps.max + 1 }, (_, T) => unroll({ cell, w, T }));
  return { byStart: all.map(({ byStart }) => byStart), byWeight: all.map(({ byWeight }) => byWeight) };
}
