/** What neural networks bend their sums with. */
import { dense } from "#autodiff/kernels/entrywise.ts";
import { defineOp } from "#autodiff/operation.ts";
import { entrywise, where } from "#autodiff/operations/arithmetic.ts";
import { countEntries, normalizeDim } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";

interface Bounds {
  low: number;
  high: number;
}

/** x, held between two bounds, so ∂/∂x = 1 between them (and on them) and 0 outside. */
export const clamp = defineOp({
  name: (_bounds: Bounds) => "ClampBackward1",
  forward: (x, { low, high }) => entrywise(x, (a) => Math.min(Math.max(a, low), high), x.dtype),
  vjp: [(g, { x, at: { low, high } }) => g.mul(x.ge(low).logicalAnd(x.le(high)).to(g.dtype))],
  slips: [{ says: "let the gradient through where the value was held at a bound", input: 0, vjp: (g) => g }],
});

/** x held between two bounds, whose gradient stops on the bounds already. */
export const hardtanh = defineOp({
  name: (_bounds: Bounds) => "HardtanhBackward0",
  forward: (x, { low, high }) => entrywise(x, (a) => Math.min(Math.max(a, low), high), x.dtype),
  vjp: [(g, { x, at: { low, high } }) => where(x.le(low).logicalOr(x.ge(high)), g.mul(0).abs(), g)],
  slips: [{ says: "let the gradient through where the value was held at a bound", input: 0, vjp: (g) => g }],
});

/** x for x > 0 and s·x otherwise, so ∂/∂x = 1 or s. */
export const leakyRelu = defineOp({
  name: (_slope: number) => "LeakyReluBackward0",
  forward: (x, slope) => entrywise(x, (a) => (a > 0 ? a : a * slope), x.dtype),
  vjp: [(g, { x, at: slope }) => where(x.gt(0), g, g.mul(slope))],
  slips: [
    {
      says: "let no gradient through on the negative side",
      input: 0,
      vjp: (g, { x }) => g.mul(x.gt(0).to(g.dtype)),
    },
    { says: "took the slope 1 on the negative side too", input: 0, vjp: (g) => g },
  ],
});

/** s·x for x > 0 and s·α·(eˣ − 1) otherwise, so ∂/∂x = s or s·α·eˣ. */
export const elu = defineOp({
  name: (_at: { alpha: number; scale: number }) => "EluBackward0",
  forward: (x, { alpha, scale }) => entrywise(x, (a) => scale * (a > 0 ? a : alpha * Math.expm1(a)), x.dtype),
  vjp: [
    (g, { x, at: { alpha, scale } }) =>
      where(x.gt(0), g.mul(scale), g.mul(x.minimum(0).exp()).mul(scale * alpha)),
  ],
});

/** erf x = 2/√π · ∫₀ˣ e^(−t²) dt, so ∂/∂x = 2/√π · e^(−x²). */
export const erf = defineOp({
  name: "ErfBackward0",
  forward: (x) => entrywise(x, errorFunction),
  vjp: [(g, { x }) => g.mul(x.mul(x).neg().exp()).mul(2 / Math.sqrt(Math.PI))],
  slips: [{ says: "forgot the factor 2/√π", input: 0, vjp: (g, { x }) => g.mul(x.mul(x).neg().exp()) }],
});

/** 1 − erf x without losing digits where it is small, so ∂/∂x = −2/√π · e^(−x²). */
export const erfc = defineOp({
  name: "ErfcBackward0",
  forward: (x) => entrywise(x, complementaryErrorFunction),
  vjp: [(g, { x }) => g.mul(x.mul(x).neg().exp()).mul(-2 / Math.sqrt(Math.PI))],
  slips: [
    {
      says: "lost the minus sign",
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
  name: "GeluBackward0",
  forward: (x) => entrywise(x, (a) => 0.5 * a * (1 + errorFunction(a * Math.SQRT1_2)), x.dtype),
  vjp: [(g, { x }) => g.mul(phi(x).add(x.mul(density(x))))],
  slips: [
    {
      says: "left out x·φ(x), the second half of the product rule",
      input: 0,
      vjp: (g, { x }) => g.mul(phi(x)),
    },
  ],
});

/** x·½(1 + tanh u) for u = √(2/π)·(x + 0.044715·x³), which is near x·Φ(x). */
export const geluTanh = defineOp({
  name: "GeluBackward0",
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
  name: "MishBackward0",
  forward: (x) => entrywise(x, (a) => a * Math.tanh(Math.log1p(Math.exp(a))), x.dtype),
  vjp: [
    (g, { x }) => {
      const t = softplus(x, { beta: 1, threshold: 20 }).tanh();
      return g.mul(t.add(x.mul(t.mul(t).rsub(1)).mul(x.sigmoid())));
    },
  ],
  slips: [
    {
      says: "left out the second half of the product rule",
      input: 0,
      vjp: (g, { x }) => g.mul(softplus(x, { beta: 1, threshold: 20 }).tanh()),
    },
  ],
});

/** x·σ(x), so ∂/∂x = σ + x·σ·(1 − σ). */
export const silu = defineOp({
  name: "SiluBackward0",
  forward: (x) => entrywise(x, (a) => a / (1 + Math.exp(-a)), x.dtype),
  vjp: [
    (g, { x }) => {
      const s = x.sigmoid();
      return g.mul(s.mul(x.mul(s.rsub(1)).add(1)));
    },
  ],
  slips: [
    { says: "left out the second half of the product rule", input: 0, vjp: (g, { x }) => g.mul(x.sigmoid()) },
  ],
});

/** ln(1 + e^(βx))/β, and x itself once βx passes a threshold, so ∂/∂x = σ(βx). */
export const softplus = defineOp({
  name: (_at: { beta: number; threshold: number }) => "SoftplusBackward0",
  forward: (x, { beta, threshold }) =>
    entrywise(x, (a) => (a * beta > threshold ? a : Math.log1p(Math.exp(a * beta)) / beta), x.dtype),
  vjp: [(g, { x, at: { beta } }) => g.mul(x.mul(beta).sigmoid())],
});

/** ln σ(x), so ∂/∂x = σ(−x). */
export const logSigmoid = defineOp({
  name: "LogSigmoidBackward0",
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
  name: (_dim: number) => "SoftmaxBackward0",
  forward: (x, dim) =>
    alongLines(x, dim, (read, write, length) => {
      const total = logSum(read, length);
      for (let k = 0; k < length; k++) write(k, Math.exp(read(k) - total));
    }),
  vjp: [(g, { out, at: dim }) => out.mul(g.sub(g.mul(out).sum(dim, true)))],
  slips: [
    {
      says: "used σ·(1 − σ), which leaves out how each entry changes the others",
      input: 0,
      vjp: (g, { out }) => g.mul(out).mul(out.rsub(1)),
    },
  ],
});

/** xᵢ − ln Σⱼ eˣʲ as one operation, so the gradient is g − softmax(x)·Σ g. */
export const logSoftmax = defineOp({
  name: (_dim: number) => "LogSoftmaxBackward0",
  forward: (x, dim) =>
    alongLines(x, dim, (read, write, length) => {
      const total = logSum(read, length);
      for (let k = 0; k < length; k++) write(k, read(k) - total);
    }),
  vjp: [(g, { out, at: dim }) => g.sub(out.exp().mul(g.sum(dim, true)))],
});
