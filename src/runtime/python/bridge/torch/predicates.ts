/** Comparisons, truth values and bits: nothing flows back through them, so that they are no operations of the engine's. */
import { EngineError, isFloating, type Tensor } from "#autodiff/index.ts";
import * as operations from "#autodiff/operations/index.ts";
import { noKernel, type TorchForms } from "#autodiff/torch-forms.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { binary, unary } from "#runtime/python/bridge/torch/lift.ts";

interface Predicate extends TorchForms {
  readonly call: Call;
}

const comparison = (name: string, f: (x: Tensor, y: Tensor) => Tensor, ...synonyms: string[]): Predicate => ({
  name,
  synonyms,
  inPlace: true,
  numbers: "as tensors",
  call: binary(f),
});

const logical = (name: string, f: (x: Tensor, y: Tensor) => Tensor): Predicate => ({
  name,
  inPlace: true,
  call: binary(f),
});

function refuseFloats(name: string, ...operands: Tensor[]): void {
  const floats = operands.find(({ dtype }) => isFloating(dtype));
  if (floats) throw new EngineError("RuntimeError", noKernel(`${name}_cpu`, floats.dtype));
}

/** `&`, `|` and `^`: of the bits of integers, and of truth values, which have one. */
const bitwise = (name: string, f: (x: number, y: number) => number): Predicate =>
  comparison(name, (x, y) => {
    refuseFloats(name, x, y);
    return operations.mapBinary(x, y, f);
  });

function bitwiseNot(x: Tensor): Tensor {
  refuseFloats("bitwise_not", x);
  return operations.mapUnary(x, (a) => (x.dtype === "bool" ? Number(a === 0) : ~a), x.dtype);
}

/** In the forms in which `torch` has them. */
export const predicates: Readonly<Record<"unary" | "binary", readonly Predicate[]>> = {
  unary: [
    { name: "isnan", call: unary(operations.isnan) },
    { name: "isinf", call: unary((x) => x.abs().eq(Infinity)) },
    { name: "isfinite", call: unary((x) => x.sub(x).eq(0)) },
    { name: "logical_not", inPlace: true, call: unary(operations.logicalNot) },
    { name: "bitwise_not", inPlace: true, call: unary(bitwiseNot) },
  ],
  binary: [
    comparison("eq", operations.eq),
    comparison("ne", operations.ne, "not_equal"),
    comparison("lt", operations.lt, "less"),
    comparison("le", operations.le, "less_equal"),
    comparison("gt", operations.gt, "greater"),
    comparison("ge", operations.ge, "greater_equal"),
    bitwise("bitwise_and", (a, b) => a & b),
    bitwise("bitwise_or", (a, b) => a | b),
    bitwise("bitwise_xor", (a, b) => a ^ b),
    logical("logical_and", operations.logicalAnd),
    logical("logical_or", operations.logicalOr),
    logical("logical_xor", (x, y) => x.ne(0).ne(y.ne(0))),
  ],
};
