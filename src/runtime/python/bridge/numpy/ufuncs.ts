/** NumPy's functions of every entry, and of pairs of entries: where they differ from PyTorch's. */
import { promote, represent } from "#autodiff/dtype.ts";
import * as engine from "#autodiff/index.ts";
import { EngineError, isFloating, Tensor, type DType } from "#autodiff/index.ts";
import { mapBinary, mapUnary } from "#autodiff/operations/map.ts";
import * as operations from "#autodiff/operations/index.ts";
import type { Operand } from "#runtime/python/bridge/arguments.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

/** A shape as NumPy's messages write it: `(2,3)`, `(3,)`. */
export const tuple = (shape: readonly number[]): string =>
  `(${shape.join(",")}${shape.length === 1 ? "," : ""})`;

/** Integers and truth values as float64, which NumPy divides and takes roots in. */
export const toFloat = (x: Tensor): Tensor => (isFloating(x.dtype) ? x : x.to("float64"));

/** Truth values as integers, where NumPy has no operation of its own for them. */
const truthsAsIntegers = (x: Tensor): Tensor => (x.dtype === "bool" ? x.to("int64") : x);

/** float32 beside int64 is float64 in NumPy, unless only one of them has axes. */
export function matchFloats(x: Tensor, y: Tensor): [x: Tensor, y: Tensor] {
  const mixed = isFloating(x.dtype) ? y.dtype === "int64" : x.dtype === "int64" && isFloating(y.dtype);
  return mixed && x.dim > 0 === y.dim > 0 ? [x.to("float64"), y.to("float64")] : [x, y];
}

/** A number beside an array does not raise its dtype, unless it is a float beside integers. */
function asTensor(beside: Tensor, operand: Operand, isFloat: boolean): Tensor {
  if (operand instanceof Variable) return operand.value;
  const whole = isFloat ? "float64" : "int64";
  const dtype = isFloating(beside.dtype) && beside.dim > 0 ? beside.dtype : whole;
  return new Tensor(represent(dtype, operand), [], dtype);
}

/** Throws NumPy's ValueError for shapes that can't be broadcast. */
export function refuseMisfit(x: Tensor, y: Tensor): void {
  const dims = Math.min(x.dim, y.dim);
  for (let axis = 1; axis <= dims; axis++) {
    const a = x.shape.at(-axis)!;
    const b = y.shape.at(-axis)!;
    if (a !== b && a !== 1 && b !== 1) {
      throw new EngineError(
        "ValueError",
        `operands could not be broadcast together with shapes ${tuple(x.shape)} ${tuple(y.shape)} `,
      );
    }
  }
}

type Pair = (x: Tensor, y: Tensor) => Tensor;

const pairwise = (f: Pair) => (x: Variable, y: Operand, isFloat: boolean, reversed: boolean) => {
  const other = asTensor(x.value, y, isFloat);
  const [left, right] = reversed ? [other, x.value] : [x.value, other];
  refuseMisfit(left, right);
  return new Variable(f(...matchFloats(left, right)));
};

/** Of pairs of floats. */
const floatPairs = (f: (x: number, y: number) => number) =>
  pairwise((x, y) => mapBinary(toFloat(x), toFloat(y), f));

/** Of pairs of numbers, integers or floats. */
const numberPairs = (f: (x: number, y: number) => number) =>
  pairwise((x, y) => mapBinary(truthsAsIntegers(x), truthsAsIntegers(y), f));

/** Equality of shapes that don't fit is no failure: the arrays are not equal. */
const equality = (f: Pair, otherwise: number) => {
  const compare = pairwise(f);
  return (x: Variable, y: Operand, isFloat: boolean, reversed: boolean) => {
    try {
      if (y instanceof Variable) refuseMisfit(x.value, y.value);
    } catch {
      return new Variable(new Tensor(otherwise, [], "bool"));
    }
    return compare(x, y, isFloat, reversed);
  };
};

const floating = (f: (x: number) => number) => (x: Variable) => {
  const value = toFloat(x.value);
  return new Variable(mapUnary(value, f, value.dtype));
};

/** A function that leaves integers integers. */
const keeping = (f: (x: number) => number) => (x: Variable) => {
  const value = truthsAsIntegers(x.value);
  return new Variable(mapUnary(value, (a) => represent(value.dtype, f(a)), value.dtype));
};

/** A question about every entry. */
const asking = (f: (x: number) => boolean) => (x: Variable) =>
  new Variable(mapUnary(x.value, (a) => Number(f(a)), "bool"));

function power(x: Tensor, y: Tensor): Tensor {
  const dtype = promote(x.dtype, x.dim, y.dtype, y.dim);
  if (!isFloating(dtype) && y.entries().some((exponent) => exponent < 0)) {
    throw new EngineError("ValueError", "Integers to negative integer powers are not allowed.");
  }
  return mapBinary(truthsAsIntegers(x), truthsAsIntegers(y), raised);
}

/** NumPy takes the root for the exponent ½, and 1 to any power is 1. */
const raised = (a: number, b: number): number => (b === 0.5 ? Math.sqrt(a) : a === 1 ? 1 : a ** b);

/** Of integers divided by 0, NumPy says 0; truth values are integers here. */
const quotients = (f: (a: number, b: number) => number) =>
  pairwise((x, y) => {
    const whole = !isFloating(x.dtype) && !isFloating(y.dtype);
    return mapBinary(truthsAsIntegers(x), truthsAsIntegers(y), (a, b) => (whole && b === 0 ? 0 : f(a, b)));
  });

/** log(eᵃ + eᵇ), where neither power overflows. */
const logOfSum = (a: number, b: number): number =>
  a === b ? a + Math.LN2 : Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));

/** The one of two numbers that is one, or else the better. */
const ignoringNaN = (better: (a: number, b: number) => number) => (a: number, b: number) =>
  Number.isNaN(a) ? b : Number.isNaN(b) ? a : better(a, b);

function divisor(a: number, b: number): number {
  let [larger, smaller] = [Math.abs(a), Math.abs(b)];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

const isNegative = (a: number): boolean => a < 0 || Object.is(a, -0);

function refuseFloats(name: string, ...operands: Tensor[]): void {
  if (!operands.some(({ dtype }) => isFloating(dtype))) return;
  throw new EngineError(
    "TypeError",
    `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
  );
}

const ofIntegers = (name: string, f: (a: number, b: number) => number, result?: (dtype: DType) => DType) =>
  pairwise((x, y) => {
    refuseFloats(name, x, y);
    return mapBinary(x, y, f, result);
  });

const asInteger = (): DType => "int64";

function refuseTruthValues(message: string, ...operands: Tensor[]): void {
  if (operands.every(({ dtype }) => dtype === "bool")) throw new EngineError("TypeError", message);
}

/** To a number of decimals: as NumPy does it, through a multiple. */
function rounded(x: Variable, decimals: number): Variable {
  const scale = 10 ** Math.abs(decimals);
  const value = x.value.dtype === "bool" ? x.value.to("float32") : x.value;
  if (!isFloating(value.dtype) && decimals >= 0) return new Variable(value);
  const scaled = decimals < 0 ? value.div(scale) : value.mul(scale);
  const whole = operations.round(scaled);
  return new Variable((decimals < 0 ? whole.mul(scale) : whole.div(scale)).to(value.dtype));
}

const degrees = 180 / Math.PI;

const invertible = ["sin", "cos", "tan", "sinh", "cosh", "tanh"] as const;
const ofMath = [
  ...(["exp", "expm1", "log", "log2", "log10", "log1p", "sqrt", "cbrt"] as const),
  ...invertible,
];
const math: Record<(typeof ofMath)[number] | `a${(typeof invertible)[number]}`, (a: number) => number> = Math;

export const ufuncCalls = {
  array_add: pairwise((x, y) => x.add(y)),
  array_subtract: pairwise((x, y) => {
    refuseTruthValues(
      "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.",
      x,
      y,
    );
    return x.sub(y);
  }),
  array_multiply: pairwise((x, y) => x.mul(y)),
  array_divide: pairwise((x, y) => toFloat(x).div(toFloat(y))),
  array_power: pairwise(power),
  array_float_power: pairwise((x, y) => mapBinary(x.to("float64"), y.to("float64"), raised)),
  array_floor_divide: quotients(operations.floorQuotient),
  array_remainder: quotients(operations.modulo),
  array_fmod: quotients((a, b) => a % b),
  array_maximum: pairwise((x, y) => x.maximum(y)),
  array_minimum: pairwise((x, y) => x.minimum(y)),
  array_fmax: numberPairs(ignoringNaN(Math.max)),
  array_fmin: numberPairs(ignoringNaN(Math.min)),
  array_arctan2: floatPairs(Math.atan2),
  array_hypot: floatPairs(Math.hypot),
  array_copysign: floatPairs((a, b) => (isNegative(a) === isNegative(b) ? a : -a)),
  array_heaviside: floatPairs((a, b) => (Number.isNaN(a) ? a : a < 0 ? 0 : a > 0 ? 1 : b)),
  array_logaddexp: floatPairs(logOfSum),
  array_logaddexp2: floatPairs((a, b) => logOfSum(a * Math.LN2, b * Math.LN2) / Math.LN2),
  array_gcd: ofIntegers("gcd", divisor),
  array_lcm: ofIntegers("lcm", (a, b) => (a === 0 || b === 0 ? 0 : Math.abs(a * b) / divisor(a, b))),

  array_equal: equality((x, y) => x.eq(y), 0),
  array_not_equal: equality((x, y) => x.ne(y), 1),
  array_less: pairwise(operations.lt),
  array_less_equal: pairwise(operations.le),
  array_greater: pairwise(operations.gt),
  array_greater_equal: pairwise(operations.ge),
  array_logical_and: pairwise(operations.logicalAnd),
  array_logical_or: pairwise(operations.logicalOr),
  array_logical_xor: pairwise((x, y) => x.ne(0).ne(y.ne(0))),
  array_bitwise_and: ofIntegers("bitwise_and", (a, b) => a & b),
  array_bitwise_or: ofIntegers("bitwise_or", (a, b) => a | b),
  array_bitwise_xor: ofIntegers("bitwise_xor", (a, b) => a ^ b),
  array_left_shift: ofIntegers("left_shift", (a, b) => a * 2 ** b, asInteger),
  array_right_shift: ofIntegers("right_shift", (a, b) => Math.floor(a / 2 ** b), asInteger),

  array_negative: (x: Variable) => {
    refuseTruthValues(
      "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.",
      x.value,
    );
    return new Variable(x.value.neg());
  },
  array_positive: (x: Variable) => new Variable(x.value.clone()),
  array_absolute: (x: Variable) => new Variable(x.value.abs()),
  array_fabs: floating(Math.abs),
  array_sign: keeping(Math.sign),
  array_square: keeping((a) => a * a),
  array_reciprocal: keeping((a) => 1 / a),
  array_exp2: floating((a) => 2 ** a),
  ...Object.fromEntries(ofMath.map((name) => [`array_${name}`, floating(math[name])])),
  ...Object.fromEntries(invertible.map((name) => [`array_arc${name}`, floating(math[`a${name}`])])),
  array_degrees: floating((a) => a * degrees),
  array_radians: floating((a) => a / degrees),
  array_sinc: floating((a) => (a === 0 ? 1 : Math.sin(Math.PI * a) / (Math.PI * a))),
  array_floor: keeping(Math.floor),
  array_ceil: keeping(Math.ceil),
  array_trunc: keeping(Math.trunc),
  array_rint: (x: Variable) => new Variable(operations.round(toFloat(x.value))),
  array_round: rounded,

  array_invert: (x: Variable) => {
    refuseFloats("invert", x.value);
    const { dtype } = x.value;
    return new Variable(mapUnary(x.value, (a) => (dtype === "bool" ? Number(a === 0) : ~a), dtype));
  },
  array_logical_not: (x: Variable) => new Variable(operations.logicalNot(x.value)),
  array_isnan: (x: Variable) => new Variable(operations.isnan(x.value)),
  array_isinf: asking((a) => Math.abs(a) === Infinity),
  array_isfinite: asking(Number.isFinite),
  array_signbit: asking(isNegative),

  array_where: (condition: Variable, x: Variable, y: Variable) => {
    refuseMisfit(x.value, y.value);
    refuseMisfit(condition.value, x.value);
    return new Variable(engine.where(condition.value, ...matchFloats(x.value, y.value)));
  },
} satisfies Record<string, Call>;
