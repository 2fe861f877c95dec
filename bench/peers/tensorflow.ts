import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-wasm";
import type { Family, BenchInput } from "../case.ts";
import { layers, width } from "../cases/scalar-network.ts";
import { joined, type Prepare } from "../contender.ts";

type Model = (variables: readonly tf.Tensor[], constants: readonly tf.Tensor[], steps: number) => tf.Tensor;

function network(parameters: readonly tf.Tensor[]): tf.Tensor {
  let y = parameters.slice(-width);
  for (let layer = 0, w = 0; layer < layers; layer++) {
    const x = y;
    y = x.map(() => {
      let sum = parameters[w++]!.mul(x[0]!);
      for (let i = 1; i < width; i++) sum = sum.add(parameters[w++]!.mul(x[i]!));
      return layer < layers - 1 ? sum.relu() : sum;
    });
  }
  return y.reduce((sum, output) => sum.add(output)).square();
}

const models: Record<Family, Model> = {
  "scalar chain": ([x]) => x!.square().sub(10).square(),
  "scalar network": network,
  "sum of squares": ([x]) => x!.square().sum(),
  "batch linear": ([X, W, B]) => X!.matMul(W!).add(B!).square().mean(),
  recurrence: ([w, h0], _, steps) => {
    let h = h0!;
    for (let t = 0; t < steps; t++) h = w!.mul(h);
    return h;
  },
  perceptron: ([W1, b1, W2, b2], [X, Y]) => {
    const h = X!.matMul(W1!).add(b1!).relu();
    return h.matMul(W2!).add(b2!).sub(Y!).square().mean();
  },
};

const toTensor = ({ entries, shape }: BenchInput): tf.Tensor =>
  tf.tensor(Float32Array.from(entries), [...shape], "float32");

/** TensorFlow.js on one of its backends. */
export async function contend(backend: string): Promise<Prepare> {
  await tf.setBackend(backend);
  return ({ family, variables, constants, steps }) => {
    const leaves = variables.map(toTensor);
    const fixed = constants.map(toTensor);
    const model = models[family];
    const differentiate = tf.valueAndGrads((...inputs) => model(inputs, fixed, steps).asScalar());
    const run = () => {
      let value = NaN;
      let gradients: Float32Array[] = [];
      tf.tidy(() => {
        const results = differentiate(leaves);
        value = results.value.dataSync()[0]!;
        gradients = results.grads.map((gradient) => gradient.dataSync<"float32">());
      });
      return { value, gradients };
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
