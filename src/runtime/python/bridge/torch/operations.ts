/** Calls that follow from the table of operations, and the table itself as Python's `torch` reads it. */
import type { Operation, Tensor } from "#autodiff/index.ts";
import { snakeCase } from "#autodiff/notation.ts";
import { operationTable, type NamedOperation } from "#autodiff/operation-table.ts";
import type { TorchForms } from "#autodiff/torch-forms.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { binary, lift, refuse, unary } from "#runtime/python/bridge/torch/lift.ts";
import { predicates } from "#runtime/python/bridge/torch/predicates.ts";

/** How many inputs an operation has; undefined for a list of any length. */
const arityOf = ({ vjp, terms }: Operation) => (typeof vjp === "function" ? terms : vjp.length);

/** What an operation is given besides its inputs, in the order in which the table has it. */
function paramsFrom({ params }: Operation, values: readonly unknown[]): unknown {
  if (typeof params !== "object" || Array.isArray(params) || "optional" in params) return values[0];
  return Object.fromEntries(Object.keys(params).map((name, place) => [name, values[place]]));
}

/** An operation as a call: on its inputs, and then on what else it is given. */
function callOf({ operation, declared, apply }: NamedOperation): Call {
  const { torch, params, refused } = operation;
  const arity = arityOf(operation);
  if (arity === 1 && params === undefined) return unary((x) => declared(x), refused);
  if (torch && arity === 2) {
    const toldApart = torch.numbers === "told apart";
    return binary((x, y, ofNumber) => declared(x, y, toldApart ? ofNumber : undefined));
  }
  return lift((...values: unknown[]) => {
    const inputs = values.slice(0, arity) as Tensor[];
    refuse(inputs[0]!, refused);
    return apply(inputs, paramsFrom(operation, values.slice(arity)));
  });
}

const row = (kind: string, { name, synonyms = [], special = "-", inPlace, numbers }: TorchForms): string =>
  [kind, name, inPlace ? "in_place" : "-", numbers ? "numbers" : "-", special, ...synonyms].join(" ");

const operations = [...operationTable.values()];

export const operationCalls: Readonly<Record<string, Call>> = {
  ...Object.fromEntries(operations.map((each) => [snakeCase(each.operation.name), callOf(each)])),
  ...Object.fromEntries(
    Object.values(predicates).flatMap((all) => all.map(({ name, call }) => [name, call])),
  ),
  /**
   * A line for each function that `torch` makes of the table: whether it is unary or binary, its name, `in_place` if it has such
   * a variant, `numbers` if its second operand may be one, its name in `torch.special`, and its other names.
   */
  forms: () =>
    [
      ...operations.flatMap(({ operation }) =>
        operation.torch ? [row(arityOf(operation) === 1 ? "unary" : "binary", operation.torch)] : [],
      ),
      row("unary", { name: "square", inPlace: true }), // a power to the engine
      ...predicates.unary.map((each) => row("unary", each)),
      ...predicates.binary.map((each) => row("binary", each)),
    ].join("\n"),
};
