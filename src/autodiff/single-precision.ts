/**
 * ln, sin and cos in single precision, rounding where PyTorch's vector kernels do: their normal numbers differ from the exact
 * ones in the last digits.
 * @see S. Moshier, Cephes Mathematical Library, single/logf.c and sinf.c, for the polynomials
 */

const { fround } = Math;

/** a·b + c, rounded once. */
const fused = (a: number, b: number, c: number): number => fround(a * b + c);

const bits = new Int32Array(1);
const float = new Float32Array(bits.buffer);

const polynomial = (coefficients: Float32Array, x: number): number =>
  coefficients.reduce((sum, coefficient) => fused(sum, x, coefficient));

const logarithm = Float32Array.of(
  7.0376836292e-2,
  -1.151461031e-1,
  1.167699874e-1,
  -1.2420140846e-1,
  1.4249322787e-1,
  -1.6668057665e-1,
  2.0000714765e-1,
  -2.4999993993e-1,
  3.3333331174e-1,
);

/** ln x for a normal number x > 0. */
export function log(x: number): number {
  float[0] = x;
  let exponent = (bits[0]! >> 23) - 126;
  bits[0] = (bits[0]! & 0x007fffff) | 0x3f000000;
  let rest = float[0];
  if (rest < fround(Math.SQRT1_2)) {
    exponent -= 1;
    rest = fround(fround(rest - 1) + rest);
  } else rest = fround(rest - 1);
  const square = fround(rest * rest);
  let y = fround(fround(polynomial(logarithm, rest) * rest) * square);
  // ln 2 in two parts, the second so short that its product with an exponent is exact.
  y = fused(exponent, fround(-2.1219444e-4), y);
  y = fused(-square, 0.5, y);
  return fused(exponent, 0.693359375, fround(rest + y));
}

const cosine = Float32Array.of(2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2);
const sine = Float32Array.of(-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1);
/** π/4 in three parts. */
const quarter = Float32Array.of(0.78515625, 2.418756485e-4, 3.774894977e-8);

/** sin x and cos x for x ≥ 0. */
export function sincos(x: number): { sin: number; cos: number } {
  const octant = (Math.trunc(fround(x * fround(4 / Math.PI))) + 1) & ~1;
  const rest = quarter.reduce((left, part) => fused(-octant, part, left), x);
  const square = fround(rest * rest);
  const even = fround(fused(-square, 0.5, fround(fround(polynomial(cosine, square) * square) * square)) + 1);
  const odd = fused(fround(polynomial(sine, square) * square), rest, rest);
  const [sin, cos] = octant & 2 ? [even, odd] : [odd, even];
  return { sin: octant & 4 ? -sin : sin, cos: (octant - 2) & 4 ? cos : -cos };
}
