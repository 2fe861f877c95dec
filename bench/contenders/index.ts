import type { Contender } from "../contender.ts";

export const reference: Contender = {
  name: "by hand, float64",
  precision: "float64",
  package: null,
  module: "./contenders/by-hand.ts",
  variant: "float64",
};

/** What needs no install. */
export const ours: readonly Contender[] = [
  reference,
  { ...reference, name: "by hand, float32", precision: "float32", variant: "float32" },
  {
    name: "Handgrad, float64",
    precision: "float64",
    package: null,
    module: "./contenders/handgrad.ts",
    variant: "float64",
  },
  {
    name: "Handgrad, float32",
    precision: "float32",
    package: null,
    module: "./contenders/handgrad.ts",
    variant: "float32",
  },
];

const tensorflow = {
  precision: "float32",
  package: "@tensorflow/tfjs",
  module: "./peers/tensorflow.ts",
} as const;
const jax = { precision: "float32", package: "@jax-js/jax", module: "./peers/jax.ts" } as const;

/** Other people's libraries, a package of their own in `peers`. */
export const peers: readonly Contender[] = [
  { ...tensorflow, name: "TensorFlow.js, cpu", variant: "cpu" },
  { ...tensorflow, name: "TensorFlow.js, wasm", variant: "wasm" },
  { ...jax, name: "jax-js", variant: "eager" },
  { ...jax, name: "jax-js, jitted", variant: "jitted" },
  {
    name: "math.js",
    precision: "float64",
    package: "mathjs",
    module: "./peers/mathjs.ts",
    variant: "symbolic",
  },
];
