import { fromEntries, grad, type Tensor } from "#autodiff/index.ts";
import type { Family, Precision } from "../case.ts";
import { layers, width } from "../cases/scalar-network.ts";
import { joined, type Prepare } from "../contender.ts";

type Model = (variables: readonly Tensor[], constants: readonly Tensor[], steps: number) => Tensor;

function network(parameters: readonly Tensor[]): Tensor {
  let y = parameters.slice(-width);
  for (let layer = 0, w = 0; layer < layers; layer++) {
    const x = y;
    y = x.map(() => {
      let sum = parameters[w++]!.mul(x[0]!);
      for (let i = 1; i < width; i++) sum = sum.add(parameters[w++]!.mul(x[i]!));
      return layer < layers - 1 ? sum.relu() : sum;
    });
  }
  return y.reduce((sum, output) => sum.add(output)).pow(2);
}

const models: Record<Family, Model> = {
  "scalar chain": ([x]) => x!.pow(2).sub(10).pow(2),
  "scalar network": network,
  "sum of squares": ([x]) => x!.pow(2).sum(),
  "batch linear": ([X, W, B]) => X!.matmul(W!).add(B!).pow(2).mean(),
  recurrence: ([w, h0], _, steps) => {
    let h = h0!;
    for (let t = 0; t < steps; t++) h = w!.mul(h);
    return h;
  },
  perceptron: ([W1, b1, W2, b2], [X, Y]) => {
    const h = X!.matmul(W1!).add(b1!).relu();
    return h.matmul(W2!).add(b2!).sub(Y!).pow(2).mean();
  },
};

/** Our engine. */
export const contend =
  (dtype: Precision): Prepare =>
  ({ family, variables, constants, steps }) => {
    const leaves = variables.map(({ entries, shape }) =>
      fromEntries(entries, shape, { dtype, requiresGrad: true }),
    );
    const fixed = constants.map(({ entries, shape }) => fromEntries(entries, shape, { dtype }));
    const model = models[family];
    const run = () => {
      const value = model(leaves, fixed, steps);
      return { value, gradients: grad(value, leaves) };
    };
    return {
      run,
      outcome: () => {
        const { value, gradients } = run();
        return { value: value.item(), gradient: joined(gradients.map((gradient) => gradient.entries())) };
      },
    };
  };
