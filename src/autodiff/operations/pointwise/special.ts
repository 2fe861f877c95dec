/**
 * The error function and its relatives.
 * @see M. Abramowitz, I. Stegun, Handbook of Mathematical Functions (1964), 7.1.6 for the series, 7.1.14 for the continued fraction
 */
import { pointwise } from "#autodiff/operations/pointwise/pointwise.ts";

/** erf x = 2/√π · ∫₀ˣ e^(−t²) dt, so ∂/∂x = 2/√π · e^(−x²). */
export const erf = pointwise({
  name: "erf",
  f: errorFunction,
  local: "2/√π × exp(−in²)",
  torch: { special: "erf" },
  vjp: (g, { x }) => g.mul(x.mul(x).neg().exp()).mul(2 / Math.sqrt(Math.PI)),
  malRules: [{ message: "forgot the factor 2/√π", vjp: (g, { x }) => g.mul(x.mul(x).neg().exp()) }],
});

/** 1 − erf x without losing digits where it is small, so ∂/∂x = −2/√π · e^(−x²). */
export const erfc = pointwise({
  name: "erfc",
  f: complementaryErrorFunction,
  local: "−2/√π × exp(−in²)",
  torch: { special: "erfc" },
  vjp: (g, { x }) => g.mul(x.mul(x).neg().exp()).mul(-2 / Math.sqrt(Math.PI)),
  malRules: [
    {
      message: "lost the minus sign",
      vjp: (g, { x }) => g.mul(x.mul(x).neg().exp()).mul(2 / Math.sqrt(Math.PI)),
    },
  ],
});

/** The x with erf x = y, so ∂/∂y = √π/2 · e^(x²). */
export const erfinv = pointwise({
  name: "erfinv",
  f: inverseErrorFunction,
  local: "√π/2 × exp(out²)",
  torch: { special: "erfinv" },
  vjp: (g, { out }) => g.mul(out.mul(out).exp()).mul(Math.sqrt(Math.PI) / 2),
  malRules: [
    { message: "forgot the factor √π/2", vjp: (g, { out }) => g.mul(out.mul(out).exp()) },
    {
      message: "used the input where the output belongs",
      vjp: (g, { x }) => g.mul(x.mul(x).exp()).mul(Math.sqrt(Math.PI) / 2),
    },
    {
      message: "used erf's own rule instead of that of its inverse",
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
export function errorFunction(x: number): number {
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
