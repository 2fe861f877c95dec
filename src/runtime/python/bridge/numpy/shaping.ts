/** What Python's `numpy` calls to see the same entries in another shape or order, and to put arrays together. */
import { cat, EngineError, type Tensor } from "#autodiff/index.ts";
import { valuesOf } from "#runtime/python/bridge/arguments.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { flip, indexing, numpyDialect } from "#runtime/python/bridge/indexing.ts";
import { tuple } from "#runtime/python/bridge/numpy/ufuncs.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

function reshape(x: Variable, ...shape: number[]): Variable {
  const { value } = x;
  const open = shape.filter((length) => length < 0).length;
  if (open > 1) throw new EngineError("ValueError", "can only specify one unknown dimension");
  const known = shape.reduce((product, length) => (length < 0 ? product : product * length), 1);
  const fits = open === 0 ? known === value.numel : known > 0 && value.numel % known === 0;
  if (!fits) {
    throw new EngineError(
      "ValueError",
      `cannot reshape array of size ${value.numel} into shape ${tuple(shape)}`,
    );
  }
  const full = shape.map((length) => (length < 0 ? value.numel / known : length));
  return x.view((whole) => whole.reshape(full));
}

function concatenate(axis: number, ...parts: Variable[]): Variable {
  const values = valuesOf(parts);
  const [first] = values as [Tensor];
  if (first.dim === 0) {
    throw new EngineError("ValueError", "zero-dimensional arrays cannot be concatenated");
  }
  for (const [i, { shape, dim }] of values.entries()) {
    if (dim !== first.dim) {
      throw new EngineError(
        "ValueError",
        `all the input arrays must have same number of dimensions, but the array at index 0 has ${first.dim} dimension(s) and the array at index ${i} has ${dim} dimension(s)`,
      );
    }
    const clash = shape.findIndex((length, a) => a !== (axis + dim) % dim && length !== first.shape[a]);
    if (clash !== -1) {
      throw new EngineError(
        "ValueError",
        `all the input array dimensions except for the concatenation axis must match exactly, but along dimension ${clash}, the array at index 0 has size ${first.shape[clash]!} and the array at index ${i} has size ${shape[clash]!}`,
      );
    }
  }
  return new Variable(cat(values, axis));
}

function broadcastTo(x: Variable, ...shape: number[]): Variable {
  const own = x.value.shape;
  const missing = shape.length - own.length;
  const fits = missing >= 0 && own.every((length, axis) => length === 1 || length === shape[axis + missing]);
  if (!fits) {
    throw new EngineError(
      "ValueError",
      `operands could not be broadcast together with remapped shapes [original->remapped]: ${tuple(own)}  and requested shape ${tuple(shape)}`,
    );
  }
  return new Variable(x.value.expand(shape));
}

export const shapingCalls = {
  array_reshape: reshape,
  array_transpose: (x: Variable, ...axes: number[]) =>
    x.view((whole) => (axes.length === 0 ? whole.T : whole.permute(axes))),
  array_expand_dims: (x: Variable, axis: number) => x.view((whole) => whole.unsqueeze(axis)),
  array_squeeze: (x: Variable, axis: number | null) => {
    if (axis !== null && x.value.shape.at(axis) !== 1) {
      throw new EngineError(
        "ValueError",
        "cannot select an axis to squeeze out which has size not equal to one",
      );
    }
    return x.view((whole) => whole.squeeze(axis ?? undefined));
  },
  array_broadcast_to: broadcastTo,
  array_index: indexing(numpyDialect),
  array_concatenate: concatenate,
  array_flip: (x: Variable, ...axes: number[]) => x.view((whole) => flip(whole, axes)),
} satisfies Record<string, Call>;
