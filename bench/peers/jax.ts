import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from "@jax-js/jax";
import type { Family, BenchInput } from "../case.ts";
import { layers, width } from "../cases/scalar-network.ts";
import { joined, type Prepare } from "../contender.ts";

/** A function that, as jax-js wants it, uses up each of its variables: `ref` counts every use but the last. */
type Model = (variables: readonly np.Array[], constants: readonly np.Array[], steps: number) => np.Array;

function network(parameters: readonly np.Array[]): np.Array {
  let y = parameters.slice(-width);
  for (let layer = 0, w = 0; layer < layers; layer++) {
    const x = y;
    y = x.map((_, neuron) => {
      const use = (input: np.Array) => (neuron < width - 1 ? input.ref : input);
      let sum = parameters[w++]!.mul(use(x[0]!));
      for (let i = 1; i < width; i++) sum = sum.add(parameters[w++]!.mul(use(x[i]!)));
      return layer < layers - 1 ? nn.relu(sum) : sum;
    });
  }
  return np.square(y.reduce((sum, output) => sum.add(output)));
}

const models: Record<Family, Model> = {
  "scalar chain": ([x]) => np.square(np.square(x!).sub(10)),
  "scalar network": network,
  "sum of squares": ([x]) => np.square(x!).sum(),
  "batch linear": ([X, W, B]) => np.square(np.matmul(X!, W!).add(B!)).mean(),
  recurrence: ([w, h0], _, steps) => {
    let h = h0!;
    for (let t = 0; t < steps; t++) h = w!.ref.mul(h);
    w!.dispose();
    return h;
  },
  perceptron: ([W1, b1, W2, b2], [X, Y]) => {
    const h = nn.relu(np.matmul(X!.ref, W1!).add(b1!));
    return np.square(np.matmul(h, W2!).add(b2!).sub(Y!.ref)).mean();
  },
};

const toArray = ({ entries, shape }: BenchInput): np.Array =>
  np.array(Float32Array.from(entries)).reshape([...shape]);

/** jax-js on WebAssembly, the fastest of its backends that Node has; eager, or compiled by `jit` before it is timed. */
export async function contend(variant: string): Promise<Prepare> {
  await init("wasm");
  defaultDevice("wasm");
  return ({ family, variables, constants, steps }) => {
    const leaves = variables.map(toArray);
    const fixed = constants.map(toArray);
    const model = models[family];
    const eager = valueAndGrad((inputs: np.Array[]) => model(inputs, fixed, steps));
    const differentiate = variant === "jitted" ? jit(eager) : eager;
    const run = () => {
      const [value, gradients] = differentiate(leaves.map((leaf) => leaf.ref));
      return { value: value.dataSync()[0]!, gradients: gradients.map((gradient) => gradient.dataSync()) };
    };
    return {
      run,
      outcome: () => {
        const { value, gradients } = run();
        return { value, gradient: joined(gradients) };
      },
    };
  };
}
