/** What Python's `torch` calls to write into a variable. */
import { higher, scalarTypes } from "#autodiff/dtype.ts";
import { EngineError, isFloating, isGradEnabled, sameShape } from "#autodiff/index.ts";
import { valuesFor, type Operand } from "#runtime/python/bridge/arguments.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import type { Variable } from "#runtime/python/bridge/variable.ts";

function refuseLeaf(x: Variable): void {
  if (!isGradEnabled() || !x.isPartOfLeaf) return;
  throw new EngineError(
    "RuntimeError",
    `${x.isView ? "a view of " : ""}a leaf Variable that requires grad is being used in an in-place operation.`,
  );
}

export const inPlaceCalls = {
  /** Replaces a variable's value by a result of the same shape. */
  assign: (x: Variable, result: Variable) => {
    refuseLeaf(x);
    const { shape, dtype } = x.value;
    const next = result.value;
    if (!sameShape(next.shape, shape)) {
      throw new EngineError(
        "RuntimeError",
        `output with shape [${shape.join(", ")}] doesn't match the broadcast shape [${next.shape.join(", ")}]`,
      );
    }
    if (higher(next.dtype, dtype) !== dtype && !(isFloating(dtype) && isFloating(next.dtype))) {
      throw new EngineError(
        "RuntimeError",
        `result type ${scalarTypes[next.dtype]} can't be cast to the desired output type ${scalarTypes[dtype]}`,
      );
    }
    x.replace(next.to(dtype));
  },
  /** Writes values into a variable, broadcast to its shape and converted to its dtype. */
  fill: (x: Variable, values: Operand) => {
    refuseLeaf(x);
    const { shape, dtype } = x.value;
    const next = valuesFor(x, values);
    const spare = next.dim - shape.length;
    const fitting =
      spare > 0 && next.shape.slice(0, spare).every((length) => length === 1)
        ? next.reshape(next.shape.slice(spare))
        : next;
    x.replace(fitting.to(dtype).expand(shape));
  },
} satisfies Record<string, Call>;
