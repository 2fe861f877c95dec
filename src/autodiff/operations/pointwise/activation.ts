/** What neural networks bend their sums with, entry by entry. */
import { pointwise } from "#autodiff/operations/pointwise/pointwise.ts";
import { gate, rectifier } from "#autodiff/kernels/elementwise.ts";
import { call } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import { mapBinary, mapUnary } from "#autodiff/operations/map.ts";
import { where } from "#autodiff/operations/pointwise/choice.ts";
import { erf, errorFunction } from "#autodiff/operations/pointwise/special.ts";
import { mostEntries } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";
import { floatsOnly } from "#autodiff/torch-forms.ts";

/** σ(x) = 1/(1 + e⁻ˣ), so ∂/∂x = σ(x)·(1 − σ(x)). */
export const sigmoid = pointwise({
  name: "sigmoid",
  f: (a) => 1 / (1 + Math.exp(-a)),
  local: "out × (1 − out)",
  label: "σ",
  torch: { special: "expit" },
  vjp: (g, { out }) => g.mul(out).mul(out.rsub(1)),
  malRules: [
    {
      message: "kept the sigmoid as its own derivative",
      vjp: (g, { out }) => g.mul(out),
    },
    {
      message: "kept one of the two factors of the sigmoid's derivative and left out the other",
      vjp: (g, { out }) => g.mul(out.rsub(1)),
    },
    {
      message: "used the input where the output belongs",
      vjp: (g, { x }) => g.mul(x).mul(x.rsub(1)),
    },
    {
      message: "used a plus where the sigmoid has a minus",
      vjp: (g, { out }) => g.mul(out).mul(out.add(1)),
    },
    {
      message: "used tanh's rule for the sigmoid",
      vjp: (g, { out }) => g.mul(out.mul(out).rsub(1)),
    },
    {
      message: "squared the output where two different factors belong",
      vjp: (g, { out }) => g.mul(out).mul(out),
    },
  ],
});

/** x where another tensor is positive and 0 elsewhere, and so is its gradient: the rule of `relu`. */
export const positiveOnly: (x: Tensor, params: Tensor) => Tensor = defineOp({
  name: "positiveOnly",
  gradFn: "ThresholdBackwardBackward0",
  params: "tensor",
  notation: call("positive_only", ["1 where the other is positive, else 0"]),
  elementwise: true,
  entries: ([x], gates) => mostEntries([x!.shape, gates.shape]),
  forward: (x, params) => mapBinary(x, params, gate),
  vjp: [(g, { params }): Tensor => positiveOnly(g, params)],
  malRules: [{ message: "let the gradient through where nothing came from", input: 0, vjp: (g) => g }],
});

/** max(x, 0), so ∂/∂x = 1 for x > 0 and 0 otherwise. */
export const relu = pointwise({
  name: "relu",
  f: rectifier,
  keepsIntegers: true,
  local: "1 where in > 0, else 0",
  refused: { bool: "Boolean inputs not supported for relu" },
  vjp: (g, { out }) => positiveOnly(g, out.detach()),
  malRules: [
    {
      message: "took the value of the rectifier for its slope",
      vjp: (g, { out }) => g.mul(out),
    },
    {
      message: "let the gradient through on the negative side only",
      vjp: (g, { x }) => g.mul(x.lt(0).to(g.dtype)),
    },
  ],
});

/** x for x > 0 and s·x otherwise, so ∂/∂x = 1 or s. */
export const leakyRelu = defineOp({
  name: "leakyRelu",
  params: "number",
  refused: floatsOnly("leaky_relu_cpu"),
  notation: call("leaky_relu", ["1 where in > 0, else the slope"]),
  elementwise: true,
  forward: (x, slope) => mapUnary(x, (a) => (a > 0 ? a : a * slope), x.dtype),
  vjp: [(g, { x, params: slope }) => where(x.gt(0), g, g.mul(slope))],
  malRules: [
    {
      message: "let no gradient through on the negative side",
      input: 0,
      vjp: (g, { x }) => g.mul(x.gt(0).to(g.dtype)),
    },
    { message: "took the slope 1 on the negative side too", input: 0, vjp: (g) => g },
  ],
});

/**
 * s·x for x > 0 and s·α·(eˣ − 1) otherwise, so ∂/∂x = s or s·α·eˣ (D.-A. Clevert et al., 2015; with s, G. Klambauer et al.,
 * 2017).
 */
export const elu = defineOp({
  name: "elu",
  params: { alpha: "number", scale: "number" },
  refused: floatsOnly("elu_cpu"),
  notation: call("elu", ["1 where in > 0, else α × exp in, times the scale"]),
  elementwise: true,
  forward: (x, { alpha, scale }) => mapUnary(x, (a) => scale * (a > 0 ? a : alpha * Math.expm1(a)), x.dtype),
  vjp: [
    (g, { x, params: { alpha, scale } }) =>
      where(x.gt(0), g.mul(scale), g.mul(x.minimum(0).exp()).mul(scale * alpha)),
  ],
});

/** The standard normal distribution's Φ(x) = ½·(1 + erf(x/√2)). */
const phi = (x: Tensor): Tensor => erf(x.mul(Math.SQRT1_2)).add(1).mul(0.5);

/** Its density φ(x) = e^(−x²/2)/√(2π). */
const density = (x: Tensor): Tensor =>
  x
    .mul(x)
    .mul(-0.5)
    .exp()
    .mul(1 / Math.sqrt(2 * Math.PI));

/** x·Φ(x), so ∂/∂x = Φ(x) + x·φ(x) (D. Hendrycks, K. Gimpel, 2016). */
export const gelu = pointwise({
  name: "gelu",
  f: (a) => 0.5 * a * (1 + errorFunction(a * Math.SQRT1_2)),
  keepsIntegers: true,
  local: "Φ(in) + in × φ(in)",
  torch: null,
  refused: floatsOnly("GeluKernelImpl"),
  vjp: (g, { x }) => g.mul(phi(x).add(x.mul(density(x)))),
  malRules: [
    {
      message: "left out x·φ(x), the second half of the product rule",
      vjp: (g, { x }) => g.mul(phi(x)),
    },
  ],
});

/** x·½(1 + tanh u) for u = √(2/π)·(x + 0.044715·x³), which is near x·Φ(x) (D. Hendrycks, K. Gimpel, 2016). */
export const geluTanh = defineOp({
  name: "geluTanh",
  gradFn: "GeluBackward0",
  refused: floatsOnly("GeluKernelImpl"),
  notation: call("gelu", []),
  elementwise: true,
  forward: (x) => mapUnary(x, (a) => 0.5 * a * (1 + Math.tanh(beta * (a + kappa * a ** 3))), x.dtype),
  vjp: [
    (g, { x }) => {
      const t = x.add(x.pow(3).mul(kappa)).mul(beta).tanh();
      const slope = x
        .mul(x)
        .mul(3 * kappa)
        .add(1)
        .mul(beta);
      return g.mul(
        t
          .add(1)
          .add(x.mul(t.mul(t).rsub(1)).mul(slope))
          .mul(0.5),
      );
    },
  ],
});

const beta = Math.sqrt(2 / Math.PI);

const kappa = 0.044715;

/** x·tanh(ln(1 + eˣ)), so ∂/∂x = t + x·(1 − t²)·σ(x) for t = tanh(ln(1 + eˣ)) (D. Misra, 2019). */
export const mish = pointwise({
  name: "mish",
  f: (a) => a * Math.tanh(Math.log1p(Math.exp(a))),
  keepsIntegers: true,
  local: "",
  torch: null,
  refused: floatsOnly("mish_cpu"),
  vjp: (g, { x }) => {
    const t = softplus(x, { beta: 1, threshold: 20 }).tanh();
    return g.mul(t.add(x.mul(t.mul(t).rsub(1)).mul(x.sigmoid())));
  },
  malRules: [
    {
      message: "left out the second half of the product rule",
      vjp: (g, { x }) => g.mul(softplus(x, { beta: 1, threshold: 20 }).tanh()),
    },
  ],
});

/** x·σ(x), so ∂/∂x = σ + x·σ·(1 − σ). */
export const silu = pointwise({
  name: "silu",
  f: (a) => a / (1 + Math.exp(-a)),
  keepsIntegers: true,
  local: "σ(in) × (1 + in × (1 − σ(in)))",
  torch: null,
  refused: floatsOnly("silu_cpu"),
  vjp: (g, { x }) => {
    const s = x.sigmoid();
    return g.mul(s.mul(x.mul(s.rsub(1)).add(1)));
  },
  malRules: [
    {
      message: "left out the second half of the product rule",
      vjp: (g, { x }) => g.mul(x.sigmoid()),
    },
  ],
});

/** ln(1 + e^(βx))/β, and x itself once βx passes a threshold, so ∂/∂x = σ(βx). */
export const softplus = defineOp({
  name: "softplus",
  params: { beta: "number", threshold: "number" },
  refused: floatsOnly("softplus_cpu"),
  notation: call("softplus", ["σ(β × in)"]),
  elementwise: true,
  forward: (x, { beta, threshold }) =>
    mapUnary(x, (a) => (a * beta > threshold ? a : Math.log1p(Math.exp(a * beta)) / beta), x.dtype),
  vjp: [(g, { x, params: { beta } }) => g.mul(x.mul(beta).sigmoid())],
});

/** ln σ(x), so ∂/∂x = σ(−x). */
export const logSigmoid = defineOp({
  name: "logSigmoid",
  refused: floatsOnly("log_sigmoid_cpu"),
  notation: call("logsigmoid", ["σ(−in)"]),
  elementwise: true,
  forward: (x) => mapUnary(x, (a) => Math.min(a, 0) - Math.log1p(Math.exp(-Math.abs(a))), x.dtype),
  vjp: [(g, { x }) => g.mul(x.neg().sigmoid())],
});
