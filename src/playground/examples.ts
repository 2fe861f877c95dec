/** Functions to begin with. */
import type { Language } from "#reading/language.ts";
import { starterFor } from "#playground/playground-exercise.ts";
import { usualInput, type Input, type PlaygroundSetting } from "#playground/playground-setting.ts";

export interface Example {
  id: string;
  title: string;
  code: Readonly<Record<Language, string>>;
  inputs: readonly Input[];
  sizes?: PlaygroundSetting["sizes"];
}

const input = (name: string, change: Partial<Input> = {}): Input => ({ ...usualInput(name), ...change });

export const examples: readonly Example[] = [
  {
    id: "sigmoid",
    title: "Sigmoid",
    code: {
      python: `import math

def sigmoid(x):
    return 1 / (1 + math.exp(-x))`,
      javascript: `function sigmoid(x) {
  return x.neg().exp().add(1).reciprocal();
}`,
    },
    inputs: [input("x", { low: -4, high: 4 })],
  },
  {
    id: "softplus",
    title: "Softplus",
    code: {
      python: `import math

def softplus(x):
    return math.log(1 + math.exp(x))`,
      javascript: `function softplus(x) {
  return x.exp().add(1).log();
}`,
    },
    inputs: [input("x", { low: -4, high: 4 })],
  },
  {
    id: "gaussian",
    title: "Gaussian log-likelihood",
    code: {
      python: `import math

def log_likelihood(x, mu, sigma):
    return -((x - mu) / sigma) ** 2 / 2 - math.log(sigma)`,
      javascript: `function logLikelihood(x, mu, sigma) {
  const z = x.sub(mu).div(sigma);
  return z.pow(2).div(-2).sub(sigma.log());
}`,
    },
    inputs: [input("x"), input("mu"), input("sigma", { low: 0.5, high: 3 })],
  },
  {
    id: "cosine",
    title: "Cosine similarity",
    code: {
      python: `import torch

def cosine(u, v):
    return (u @ v) / torch.sqrt((u @ u) * (v @ v))`,
      javascript: `function cosine(u, v) {
  return u.dot(v).div(u.dot(u).mul(v.dot(v)).sqrt());
}`,
    },
    inputs: [input("u", { axes: ["n"] }), input("v", { axes: ["n"], wanted: false })],
    sizes: { n: [2, 4] },
  },
  {
    id: "network",
    title: "Small network",
    code: {
      python: `import torch

def loss(x, W, b, v, y):
    h = torch.tanh(W @ x + b)
    return (v @ h - y) ** 2`,
      javascript: `function loss(x, W, b, v, y) {
  const h = W.matmul(x).add(b).tanh();
  return v.dot(h).sub(y).pow(2);
}`,
    },
    inputs: [
      input("x", { axes: ["inputs"], wanted: false }),
      input("W", { axes: ["hidden", "inputs"], low: -1, high: 1 }),
      input("b", { axes: ["hidden"], low: -1, high: 1 }),
      input("v", { axes: ["hidden"], low: -1, high: 1 }),
      input("y", { wanted: false }),
    ],
    sizes: { inputs: [2, 3], hidden: [2, 4] },
  },
  {
    id: "layer-norm",
    title: "Layer norm",
    code: {
      python: `import torch

def layer_norm(x, g):
    centred = x - x.mean()
    variance = (centred ** 2).mean()
    return (g * centred / torch.sqrt(variance + 1e-5)).sum()`,
      javascript: `function layerNorm(x, g) {
  const centred = x.sub(x.mean());
  const variance = centred.pow(2).mean();
  return g.mul(centred).div(variance.add(1e-5).sqrt()).sum();
}`,
    },
    inputs: [input("x", { axes: ["n"] }), input("g", { axes: ["n"], low: 0.5, high: 2 })],
    sizes: { n: [3, 5] },
  },
  {
    id: "recurrence",
    title: "Recurrence",
    code: {
      python: `import math

def unrolled(w, h, steps):
    for _ in range(steps):
        h = math.tanh(w * h)
    return h`,
      javascript: `function unrolled(w, h, steps) {
  let state = h;
  for (let step = 0; step < steps; step++) {
    state = w.mul(state).tanh();
  }
  return state;
}`,
    },
    inputs: [input("w"), input("h"), input("steps", { low: 1, high: 4, integer: true, wanted: false })],
  },
];

/** What the playground shows before the reader has changed anything. */
export const firstExample: Example = examples[0]!;

/** An example with the first lines of its derivative. */
export function settingOf({ code, inputs, sizes = {} }: Example, language: Language): PlaygroundSetting {
  const setting = { language, function: code[language], inputs, sizes };
  return { ...setting, derivative: starterFor(setting) };
}
