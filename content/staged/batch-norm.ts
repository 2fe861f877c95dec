import type { StagedDefinition } from "#graph/staged-definition.ts";

const eps = 0.00001;

export default {
  title: "Batch normalisation in four stages",
  inputs: {
    x: [
      [-2, 37],
      [4, 29],
      [4, 31],
      [6, 23],
    ],
    gamma: [2, 0.5],
    beta: [1, -1],
    eps,
  },
  wrt: ["x", "gamma", "beta"],
  stages: [
    {
      name: "centre",
      title: "Centre",
      result: "centered",
      formula: "x - mean(x)",
      forward: ({ x }) => x!.sub(x!.mean(0)),
      exercise: "batch-norm/mean",
    },
    {
      name: "variance",
      title: "Variance",
      result: "var",
      formula: "mean(centered**2)",
      forward: ({ centered }) => centered!.pow(2).mean(0),
      exercise: "batch-norm/variance",
    },
    {
      name: "normalise",
      title: "Normalise",
      result: "xhat",
      formula: "centered / sqrt(var + eps)",
      forward: ({ centered, var: variance }) => centered!.div(variance!.add(eps).sqrt()),
      exercise: "batch-norm/normalize",
    },
    {
      name: "scale",
      title: "Scale and shift",
      result: "y",
      formula: "gamma * xhat + beta",
      forward: ({ xhat, gamma, beta }) => gamma!.mul(xhat!).add(beta!),
      exercise: "batch-norm/layer",
    },
  ],
  upstream: {
    name: "dY",
    value: [
      [-1, 0],
      [1, 2],
      [0, -1],
      [4, 3],
    ],
  },
  chains: [
    {
      code: "d_center(gamma * dY / std) + d_variance(x, dvar)",
      run: async (own, { x, gamma, dY, centered, var: variance }) => {
        const std = variance!.add(eps).sqrt();
        const dxhat = gamma!.mul(dY!);
        const dvar = dxhat.mul(centered!).sum(0).div(std.pow(3).mul(-2));
        const [direct, byVariance] = await Promise.all([
          own("batch-norm/mean", dxhat.div(std)),
          own("batch-norm/variance", x!, dvar),
        ]);
        return direct[0]!.add(byVariance[0]!);
      },
    },
    {
      code: "d_normalize(x, gamma * dY, eps)",
      run: async (own, { x, gamma, dY, eps: small }) =>
        (await own("batch-norm/normalize", x!, gamma!.mul(dY!), small!))[0]!,
    },
    {
      code: "batch_norm_backward(x, gamma, beta, eps, dY)[0]",
      run: async (own, { x, gamma, beta, eps: small, dY }) =>
        (await own("batch-norm/layer", x!, gamma!, beta!, small!, dY!))[0]!,
    },
  ],
} satisfies StagedDefinition;
