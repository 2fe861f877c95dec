/** Calls that follow from the table of operations, and the table itself as Python's `torch` reads it. */
import { defaultFloat, represent } from "#autodiff/dtype.ts";
import { EngineError, isFloating, Tensor } from "#autodiff/index.ts";
import { operationTable } from "#autodiff/operation-table.ts";
import type { TorchForms } from "#autodiff/torch-forms.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

/** A tensor or a Python number; beside a number Python says whether it is a float, for 2.0 crosses as 2, or null of a bool. */
export type Operand = Variable | number;

/** A number beside a tensor is a 0-d tensor that does not raise the tensor's dtype, unless it is a float beside integers. */
export function asTensor(beside: Tensor, operand: Operand, isFloat: boolean | null): Tensor {
  if (operand instanceof Variable) return operand.value;
  const whole = isFloat ? defaultFloat() : isFloat === null ? beside.dtype : "int64";
  const dtype = isFloating(beside.dtype) ? beside.dtype : whole;
  return new Tensor(represent(dtype, operand), [], dtype);
}

/** A call on a variable; dtypes that PyTorch refuses get its message. */
export const unary =
  (f: (x: Tensor) => Tensor, refused: TorchForms["refused"] = {}) =>
  (x: Variable): Variable => {
    const message = refused[x.value.dtype];
    if (message !== undefined) throw new EngineError("RuntimeError", message);
    return new Variable(f(x.value));
  };

/** A call on a variable and an operand; `f` is told whether that is a number. */
export const binary =
  (f: (x: Tensor, y: Tensor, ofNumber: boolean) => Tensor) =>
  (x: Variable, y: Operand, isFloat: boolean | null): Variable =>
    new Variable(f(x.value, asTensor(x.value, y, isFloat), !(y instanceof Variable)));

const tabled = [...operationTable.values()].flatMap(({ operation, declared }) =>
  operation.torch ? [{ forms: operation.torch, arity: operation.vjp.length, declared }] : [],
);

export const operationCalls: Readonly<Record<string, Call>> = Object.fromEntries(
  tabled.map(({ forms, arity, declared }) => {
    if (arity === 1) return [forms.name, unary((x) => declared(x), forms.refused)];
    const toldApart = forms.numbers === "told apart";
    return [forms.name, binary((x, y, ofNumber) => declared(x, y, toldApart ? ofNumber : undefined))];
  }),
);

/** Functions that are no operations of the engine's: nothing flows back through them, or another operation does their work. */
const beside: Readonly<Record<"unary" | "binary", readonly TorchForms[]>> = {
  unary: [
    { name: "square", inPlace: true },
    { name: "isnan" },
    { name: "isinf" },
    { name: "isfinite" },
    { name: "logical_not", inPlace: true },
    { name: "bitwise_not", inPlace: true },
  ],
  binary: [
    { name: "eq", inPlace: true, numbers: "as tensors" },
    { name: "ne", synonyms: ["not_equal"], inPlace: true, numbers: "as tensors" },
    { name: "lt", synonyms: ["less"], inPlace: true, numbers: "as tensors" },
    { name: "le", synonyms: ["less_equal"], inPlace: true, numbers: "as tensors" },
    { name: "gt", synonyms: ["greater"], inPlace: true, numbers: "as tensors" },
    { name: "ge", synonyms: ["greater_equal"], inPlace: true, numbers: "as tensors" },
    { name: "bitwise_and", inPlace: true, numbers: "as tensors" },
    { name: "bitwise_or", inPlace: true, numbers: "as tensors" },
    { name: "bitwise_xor", inPlace: true, numbers: "as tensors" },
    { name: "logical_and", inPlace: true },
    { name: "logical_or", inPlace: true },
    { name: "logical_xor", inPlace: true },
  ],
};

const row = (kind: string, { name, synonyms = [], special = "-", inPlace, numbers }: TorchForms): string =>
  [kind, name, inPlace ? "in_place" : "-", numbers ? "numbers" : "-", special, ...synonyms].join(" ");

/**
 * A line for each function that `torch` makes of the table: whether it is unary or binary, its name, `in_place` if it has such a
 * variant, `numbers` if its second operand may be one, its name in `torch.special`, and its other names.
 */
export const forms = (): string =>
  [
    ...tabled.map((each) => row(each.arity === 1 ? "unary" : "binary", each.forms)),
    ...beside.unary.map((each) => row("unary", each)),
    ...beside.binary.map((each) => row("binary", each)),
  ].join("\n");
