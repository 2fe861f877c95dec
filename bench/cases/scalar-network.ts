import type { BenchCase } from "../case.ts";
import { noise, scalar } from "./inputs.ts";

/** Inputs, neurons in a layer, and outputs alike. */
export const width = 5;
export const layers = 20;

const weightCount = layers * width * width;
/** The weights, layer by layer and neuron by neuron, then the inputs. Most weights are positive, so that most neurons live. */
const parameters = [
  ...noise([weightCount], 0.7, 3).entries.map((weight) => Math.fround(weight + 0.2)),
  ...noise([width], 1, 2).entries,
];

/**
 * Twenty layers of five neurons, every weight and input a scalar of its own. A neuron multiplies 5 times and adds 4 times; 95
 * of the 100 end in a relu, the last five are summed and the sum is squared: 900 + 95 + 4 + 1 = 1,000 nodes.
 */
export const scalarNetwork: BenchCase = {
  name: "scalar network",
  family: "scalar network",
  formula: "(Σ y)² of 20 layers y = relu(Wy), the last without relu, on scalars: 1,000 nodes",
  variables: parameters.map(scalar),
  constants: [],
  steps: 0,
  aim: 20,
  byHand: (allocate) => {
    const weights = allocate(weightCount);
    weights.set(parameters.slice(0, weightCount));
    const inputs = allocate(width);
    inputs.set(parameters.slice(weightCount));
    const scalars = allocate(1);
    const run = () => {
      const activations = allocate((layers + 1) * width);
      activations.set(inputs);
      for (let layer = 0, w = 0; layer < layers; layer++) {
        const from = layer * width;
        for (let neuron = 0; neuron < width; neuron++) {
          let sum = 0;
          for (let i = 0; i < width; i++) sum += weights[w++]! * activations[from + i]!;
          activations[from + width + neuron] = layer < layers - 1 && sum < 0 ? 0 : sum;
        }
      }

      let total = 0;
      for (let i = 0; i < width; i++) total += activations[layers * width + i]!;
      const gradients = allocate((layers + 1) * width);
      gradients.fill(2 * total, layers * width);
      const weightGradients = allocate(weightCount);
      for (let layer = layers - 1; layer >= 0; layer--) {
        const from = layer * width;
        for (let neuron = 0; neuron < width; neuron++) {
          const to = from + width + neuron;
          if (layer < layers - 1 && activations[to] === 0) continue;
          const upstream = gradients[to]!;
          const row = (from + neuron) * width;
          for (let i = 0; i < width; i++) {
            weightGradients[row + i] = upstream * activations[from + i]!;
            gradients[from + i]! += upstream * weights[row + i]!;
          }
        }
      }
      scalars[0] = total * total;
      return [weightGradients, gradients.subarray(0, width)];
    };
    return { scalars, run };
  },
};
