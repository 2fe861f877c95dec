/** What neural networks bend their sums with. */
import { call } from "#autodiff/notation.ts";
import { dense } from "#autodiff/kernels/entrywise.ts";
import { defineOp } from "#autodiff/operation.ts";
import { entrywise, where } from "#autodiff/operations/arithmetic.ts";
import { countEntries, normalizeDim } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";

/** x, held between two bounds, so ∂/∂x = 1 between them (and on them) and 0 outside. */
export const clamp = defineOp({
  name: "clamp",
  gradFn: "ClampBackward1",
  params: { low: "number", high: "number" },
  notation: call("clamp", ["1 between the bounds, else 0"]),
  elementwise: true,
  forward: (x, { low, high }) => entrywise(x, (a) => Math.min(Math.max(a, low), high), x.dtype),
  vjp: [(g, { x, params: { low, high } }) => g.mul(x.ge(low).logicalAnd(x.le(high)).to(g.dtype))],
  malRules: [
    { message: "let the gradient through where the value was held at a bound", input: 0, vjp: (g) => g },
  ],
});

/** x held between two bounds, whose gradient stops on the bounds already. */
export const hardtanh = defineOp({
  name: "hardtanh",
  params: { low: "number", high: "number" },
  notation: call("hardtanh", ["1 between the bounds, else 0"]),
  elementwise: true,
  forward: (x, { low, high }) => entrywise(x, (a) => Math.min(Math.max(a, low), high), x.dtype),
  vjp: [(g, { x, params: { low, high } }) => where(x.le(low).logicalOr(x.ge(high)), g.mul(0).abs(), g)],
  malRules: [
    { message: "let the gradient through where the value was held at a bound", input: 0, vjp: (g) => g },
  ],
});

/** x for x > 0 and s·x otherwise, so ∂/∂x = 1 or s. */
export const leakyRelu = defineOp({
  name: "leakyRelu",
  params: "number",
  notation: call("leaky_relu", ["1 where in > 0, else the slope"]),
  elementwise: true,
  forward: (x, slope) => entrywise(x, (a) => (a > 0 ? a : a * slope), x.dtype),
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

/** s·x for x > 0 and s·α·(eˣ − 1) otherwise, so ∂/∂x = s or s·α·eˣ. */
export const elu = defineOp({
  name: "elu",
  params: { alpha: "number", scale: "number" },
  notation: call("elu", ["1 where in > 0, else α × exp in, times the scale"]),
  elementwise: true,
  forward: (x, { alpha, scale }) => entrywise(x, (a) => scale * (a > 0 ? a : alpha * Math.expm1(a)), x.dtype),
  vjp: [
    (g, { x, params: { alpha, scale } }) =>
      where(x.gt(0), g.mul(scale), g.mul(x.minimum(0).exp()).mul(scale * alpha)),
  ],
});

/** erf x = 2/√π · ∫₀ˣ e^(−t²) dt, so ∂/∂x = 2/√π · e^(−x²). */
export const erf = defineOp({
  name: "erf",
  torch: { name: "erf", special: "erf", inPlace: true },
  notation: call("erf", ["2/√π × exp(−in²)"]),
  elementwise: true,
  forward: (x) => entrywise(x, errorFunction),
  vjp: [(g, { x }) => g.mul(x.mul(x).neg().exp()).mul(2 / Math.sqrt(Math.PI))],
  malRules: [{ message: "forgot the factor 2/√π", input: 0, vjp: (g, { x }) => g.mul(x.mul(x).neg().exp()) }],
});

/** 1 − erf x without losing digits where it is small, so ∂/∂x = −2/√π · e^(−x²). */
export const erfc = defineOp({
  name: "erfc",
  torch: { name: "erfc", special: "erfc", inPlace: true },
  notation: call("erfc", ["−2/√π × exp(−in²)"]),
  elementwise: true,
  forward: (x) => entrywise(x, complementaryErrorFunction),
  vjp: [(g, { x }) => g.mul(x.mul(x).neg().exp()).mul(-2 / Math.sqrt(Math.PI))],
  malRules: [
    {
      message: "lost the minus sign",
      input: 0,
      vjp: (g, { x }) => g.mul(x.mul(x).neg().exp()).mul(2 / Math.sqrt(Math.PI)),
    },
  ],
});

/** The x with erf x = y, so ∂/∂y = √π/2 · e^(x²). */
export const erfinv = defineOp({
  name: "erfinv",
  torch: { name: "erfinv", special: "erfinv", inPlace: true },
  notation: call("erfinv", ["√π/2 × exp(out²)"]),
  elementwise: true,
  forward: (x) => entrywise(x, inverseErrorFunction),
  vjp: [(g, { out }) => g.mul(out.mul(out).exp()).mul(Math.sqrt(Math.PI) / 2)],
  malRules: [
    { message: "forgot the factor √π/2", input: 0, vjp: (g, { out }) => g.mul(out.mul(out).exp()) },
    {
      message: "used the input where the output belongs",
      input: 0,
      vjp: (g, { x }) => g.mul(x.mul(x).exp()).mul(Math.sqrt(Math.PI) / 2),
    },
    {
      message: "used erf's own rule instead of that of its inverse",
      input: 0,
      vjp: (g, { x }) => g.mul(x.mul(x).neg().exp()).mul(2 / Math.sqrt(Math.PI)),
    },
  ],
});

/** e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 1½/(x + …)))) from 2 on, where the series below would cancel. */
function complementaryErrorFunction(x: number): number {
  if (!(x > 2)) return 1 - errorFunction(x);
  let tail = 0;
  for (let n = 100; n > 0; n--) tail = n / 2 / (x + tail);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + tail);
}

/** 2/√π · e^(−x²) · Σₙ 2ⁿx²ⁿ⁺¹ / (1·3·…·(2n+1)): every term has the sign of x, so no digits are lost. */
function errorFunction(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) >= 6) return Math.sign(x);
  let term = x;
  let total = x;
  for (let n = 1; Math.abs(term) > Math.abs(total) * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    total += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * total;
}

/**
 * Winitzki's approximation, "A handy approximation for the error function and its inverse" (2008), and three steps of Halley's
 * method from there. Near 1 the step is taken from what erf x lacks of 1, so that no digits are lost.
 */
function inverseErrorFunction(y: number): number {
  const size = Math.abs(y);
  if (!(size < 1)) return size === 1 ? y * Infinity : NaN;
  if (size === 0) return y;
  const a = 0.147;
  const w = Math.log((1 - size) * (1 + size));
  const t = 2 / (Math.PI * a) + w / 2;
  let x = Math.sqrt(Math.sqrt(t * t - w / a) - t);
  for (let step = 0; step < 3; step++) {
    const excess = size < 0.9 ? errorFunction(x) - size : 1 - size - complementaryErrorFunction(x);
    const newton = (excess * Math.sqrt(Math.PI) * Math.exp(x * x)) / 2;
    x -= newton / (1 + x * newton);
  }
  return Math.sign(y) * x;
}

/** The standard normal distribution's Φ(x) = ½·(1 + erf(x/√2)). */
const phi = (x: Tensor): Tensor => erf(x.mul(Math.SQRT1_2)).add(1).mul(0.5);
/** Its density φ(x) = e^(−x²/2)/√(2π). */
const density = (x: Tensor): Tensor =>
  x
    .mul(x)
    .mul(-0.5)
    .exp()
    .mul(1 / Math.sqrt(2 * Math.PI));

/** x·Φ(x), so ∂/∂x = Φ(x) + x·φ(x). */
export const gelu = defineOp({
  name: "gelu",
  notation: call("gelu", ["Φ(in) + in × φ(in)"]),
  elementwise: true,
  forward: (x) => entrywise(x, (a) => 0.5 * a * (1 + errorFunction(a * Math.SQRT1_2)), x.dtype),
  vjp: [(g, { x }) => g.mul(phi(x).add(x.mul(density(x))))],
  malRules: [
    {
      message: "left out x·φ(x), the second half of the product rule",
      input: 0,
      vjp: (g, { x }) => g.mul(phi(x)),
    },
  ],
});

/** x·½(1 + tanh u) for u = √(2/π)·(x + 0.044715·x³), which is near x·Φ(x). */
export const geluTanh = defineOp({
  name: "geluTanh",
  gradFn: "GeluBackward0",
  notation: call("gelu", []),
  elementwise: true,
  forward: (x) => entrywise(x, (a) => 0.5 * a * (1 + Math.tanh(beta * (a + kappa * a ** 3))), x.dtype),
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

/** x·tanh(ln(1 + eˣ)), so ∂/∂x = t + x·(1 − t²)·σ(x) for t = tanh(ln(1 + eˣ)). */
export const mish = defineOp({
  name: "mish",
  notation: call("mish", []),
  elementwise: true,
  forward: (x) => entrywise(x, (a) => a * Math.tanh(Math.log1p(Math.exp(a))), x.dtype),
  vjp: [
    (g, { x }) => {
      const t = softplus(x, { beta: 1, threshold: 20 }).tanh();
      return g.mul(t.add(x.mul(t.mul(t).rsub(1)).mul(x.sigmoid())));
    },
  ],
  malRules: [
    {
      message: "left out the second half of the product rule",
      input: 0,
      vjp: (g, { x }) => g.mul(softplus(x, { beta: 1, threshold: 20 }).tanh()),
    },
  ],
});

/** x·σ(x), so ∂/∂x = σ + x·σ·(1 − σ). */
export const silu = defineOp({
  name: "silu",
  notation: call("silu", ["σ(in) × (1 + in × (1 − σ(in)))"]),
  elementwise: true,
  forward: (x) => entrywise(x, (a) => a / (1 + Math.exp(-a)), x.dtype),
  vjp: [
    (g, { x }) => {
      const s = x.sigmoid();
      return g.mul(s.mul(x.mul(s.rsub(1)).add(1)));
    },
  ],
  malRules: [
    {
      message: "left out the second half of the product rule",
      input: 0,
      vjp: (g, { x }) => g.mul(x.sigmoid()),
    },
  ],
});

/** ln(1 + e^(βx))/β, and x itself once βx passes a threshold, so ∂/∂x = σ(βx). */
export const softplus = defineOp({
  name: "softplus",
  params: { beta: "number", threshold: "number" },
  notation: call("softplus", ["σ(β × in)"]),
  elementwise: true,
  forward: (x, { beta, threshold }) =>
    entrywise(x, (a) => (a * beta > threshold ? a : Math.log1p(Math.exp(a * beta)) / beta), x.dtype),
  vjp: [(g, { x, params: { beta } }) => g.mul(x.mul(beta).sigmoid())],
});

/** ln σ(x), so ∂/∂x = σ(−x). */
export const logSigmoid = defineOp({
  name: "logSigmoid",
  notation: call("logsigmoid", ["σ(−in)"]),
  elementwise: true,
  forward: (x) => entrywise(x, (a) => Math.min(a, 0) - Math.log1p(Math.exp(-Math.abs(a))), x.dtype),
  vjp: [(g, { x }) => g.mul(x.neg().sigmoid())],
});

/** For each line of entries along a dimension: `line` reads and writes them through a position 0 … length − 1. */
function alongLines(
  x: Tensor,
  dim: number,
  line: (read: (k: number) => number, write: (k: number, value: number) => void, length: number) => void,
): Tensor {
  const axis = normalizeDim(dim, x.shape.length);
  const length = x.shape[axis] ?? 1;
  const inner = countEntries(x.shape.slice(axis + 1));
  const outer = countEntries(x.shape.slice(0, axis));
  const result = entrywise(x, (a) => a);
  const data = dense(result.data, x.shape, result.dtype).slice();
  const source = dense(x.data, x.shape, x.dtype);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      const place = (k: number) => (o * length + k) * inner + i;
      line(
        (k) => source[place(k)]!,
        (k, value) => (data[place(k)] = value),
        length,
      );
    }
  }
  return new Tensor(data, x.shape, result.dtype);
}

/** ln Σ eˣ of one line, the largest taken out first so that nothing overflows. */
function logSum(read: (k: number) => number, length: number): number {
  let largest = -Infinity;
  for (let k = 0; k < length; k++) largest = Math.max(largest, read(k));
  let total = 0;
  for (let k = 0; k < length; k++) total += Math.exp(read(k) - largest);
  return largest + Math.log(total);
}

/**
 * pᵢ = eˣⁱ / Σⱼ eˣʲ as one operation, as PyTorch's graph shows it. ∂pᵢ/∂xⱼ = pᵢ·(1ᵢⱼ − pⱼ), so the gradient is p·(g − Σ g·p).
 */
export const softmax = defineOp({
  name: "softmax",
  params: "axis",
  notation: call("softmax"),
  forward: (x, dim) =>
    alongLines(x, dim, (read, write, length) => {
      const total = logSum(read, length);
      for (let k = 0; k < length; k++) write(k, Math.exp(read(k) - total));
    }),
  vjp: [(g, { out, params: dim }) => out.mul(g.sub(g.mul(out).sum(dim, true)))],
  malRules: [
    {
      message: "used σ·(1 − σ), which leaves out how each entry changes the others",
      input: 0,
      vjp: (g, { out }) => g.mul(out).mul(out.rsub(1)),
    },
  ],
});

/** xᵢ − ln Σⱼ eˣʲ as one operation, so the gradient is g − softmax(x)·Σ g. */
export const logSoftmax = defineOp({
  name: "logSoftmax",
  params: "axis",
  notation: call("log_softmax"),
  forward: (x, dim) =>
    alongLines(x, dim, (read, write, length) => {
      const total = logSum(read, length);
      for (let k = 0; k < length; k++) write(k, read(k) - total);
    }),
  vjp: [(g, { out, params: dim }) => g.sub(out.exp().mul(g.sum(dim, true)))],
});
