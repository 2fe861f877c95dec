/** A learner's function computed with tensors, and what came of it. */
import { EngineError, fromEntries, type Tensor } from "#autodiff/index.ts";
import { trace } from "#autodiff/trace.ts";
import type { Failure, TracedCall, Value } from "#runtime/runtime.ts";

/** A number or an array as a float64 tensor that wants gradients. Throws a TypeError for any other value. */
export function leafOf(value: Value): Tensor {
  if (value.kind === "number") return fromEntries([value.value], [], { requiresGrad: true });
  if (value.kind === "array") return fromEntries(value.data, value.shape, { requiresGrad: true });
  throw new TypeError(`a function is traced for numbers and arrays, not for a ${value.kind}`);
}

/** A plain number that a function returned: at this point it depends on no input. */
export const constant = (value: number): Tensor => fromEntries([value], []);

const failure = (message: string): Failure => ({
  kind: "untraceable",
  type: "Untraceable",
  message,
  line: null,
});

/** What to say of a function that returned no tensor. */
export function untraceable(type: string, text: string): Failure {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  if (["NoneType", "undefined", "null"].includes(type)) {
    return failure("Your function returned nothing. End it with `return` and its value.");
  }
  if (type === "number" && text === "NaN") {
    return failure(
      "Your function returned NaN. JavaScript’s operators and `Math` can’t compute with tensors: write `x.mul(y)` for x·y and `x.exp()` for `Math.exp(x)`.",
    );
  }
  return failure(
    `Your function returned \`${shown}\`, of type ${type}. It has to return one number, computed from the inputs.`,
  );
}

/**
 * The computation of one call's value, or why it can't be followed, which the engine says by an EngineError. Throws any other
 * error.
 */
export function traceCall(leaves: readonly Tensor[], value: Tensor): TracedCall {
  if (value.numel !== 1) {
    return {
      ok: false,
      error: failure(
        `Your function returned an array of shape (${value.shape.join(", ")}${value.dim === 1 ? "," : ""}). It has to return one number: take the sum or the mean of the array.`,
      ),
    };
  }
  try {
    return { ok: true, trace: trace(leaves, value) };
  } catch (error) {
    if (error instanceof EngineError) return { ok: false, error: failure(error.message) };
    throw error;
  }
}
