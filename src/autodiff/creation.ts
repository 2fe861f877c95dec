import { allocate, represent, type DType } from "#autodiff/dtype.ts";
import { EngineError } from "#autodiff/errors.ts";
import { defaultGenerator, requireFloating } from "#autodiff/random.ts";
import { countEntries, scalarShape, type Shape } from "#autodiff/shape.ts";
import { Tensor, type NestedNumbers } from "#autodiff/tensor.ts";

export interface CreationOptions {
  dtype?: DType;
  /** Whether derivatives with respect to the new tensor are wanted. */
  requiresGrad?: boolean;
}

const finish = (created: Tensor, { requiresGrad = false }: CreationOptions): Tensor =>
  requiresGrad ? created.requiresGrad_() : created;

function shapeOf(data: NestedNumbers): number[] {
  if (typeof data === "number") return [];
  return [data.length, ...(data.length > 0 ? shapeOf(data[0]!) : [])];
}

/** Writes nested lists out row by row. Throws PyTorch's ValueError where a list is longer or shorter than its shape says. */
function fill(data: NestedNumbers, shape: Shape, axis: number, write: (value: number) => void): void {
  if (typeof data === "number") {
    if (axis < shape.length) {
      throw new EngineError("TypeError", "not a sequence");
    }
    write(data);
    return;
  }
  if (data.length !== shape[axis]) {
    throw new EngineError(
      "ValueError",
      shape[axis] === undefined
        ? "only one element tensors can be converted to Python scalars"
        : `expected sequence of length ${shape[axis]} at dim ${axis} (got ${data.length})`,
    );
  }
  for (const part of data) fill(part, shape, axis + 1, write);
}

/**
 * A tensor of these numbers, float32 unless told otherwise, or a copy of a tensor, outside its graph and in its dtype. Lists
 * nest by axis. Throws PyTorch's ValueError or TypeError where they aren't rectangular.
 */
export function tensor(data: NestedNumbers | Tensor, options: CreationOptions = {}): Tensor {
  if (data instanceof Tensor)
    return finish(
      data
        .detach()
        .clone()
        .to(options.dtype ?? data.dtype),
      options,
    );
  const dtype = options.dtype ?? "float32";
  if (typeof data === "number")
    return finish(new Tensor(represent(dtype, data), scalarShape, dtype), options);
  const shape = shapeOf(data);
  const entries = allocate(dtype, countEntries(shape));
  let next = 0;
  fill(data, shape, 0, (value) => (entries[next++] = represent(dtype, value)));
  return finish(new Tensor(entries, shape, dtype), options);
}

/**
 * A tensor of this shape from its entries in row-major order, float64 unless told otherwise. Throws a RuntimeError if there are
 * more or fewer.
 */
export function fromEntries(entries: ArrayLike<number>, shape: Shape, options: CreationOptions = {}): Tensor {
  const dtype = options.dtype ?? "float64";
  if (entries.length !== countEntries(shape)) {
    throw new EngineError(
      "RuntimeError",
      `shape '[${shape.join(", ")}]' is invalid for input of size ${entries.length}`,
    );
  }
  const data = allocate(dtype, entries.length);
  for (let i = 0; i < data.length; i++) data[i] = represent(dtype, entries[i]!);
  return finish(new Tensor(data, shape, dtype), options);
}

/** Every entry the same number; float32 unless told otherwise. */
export function full(shape: Shape, value: number, options: CreationOptions = {}): Tensor {
  const dtype = options.dtype ?? "float32";
  return finish(new Tensor(represent(dtype, value), shape, dtype), options);
}

/** Every entry 0. */
export const zeros = (shape: Shape, options?: CreationOptions): Tensor => full(shape, 0, options);
/** Every entry 1. */
export const ones = (shape: Shape, options?: CreationOptions): Tensor => full(shape, 1, options);

/** n × m, with 1 on the main diagonal and 0 elsewhere; float32 unless told otherwise. */
export function eye(n: number, m = n, options: CreationOptions = {}): Tensor {
  const entries = new Float64Array(n * m);
  for (let i = 0; i < Math.min(n, m); i++) entries[i * m + i] = 1;
  return fromEntries(entries, [n, m], { dtype: "float32", ...options });
}

/**
 * start, start + step, … up to, not including, end: ⌈(end − start)/step⌉ entries, int64 unless told otherwise. Throws a
 * RuntimeError for a step of 0, and for one that leads away from end.
 */
export function arange(start: number, end: number, step = 1, options: CreationOptions = {}): Tensor {
  if (step === 0) throw new EngineError("RuntimeError", "step must be nonzero");
  if ((end - start) * step < 0) {
    throw new EngineError("RuntimeError", "upper bound and larger bound inconsistent with step sign");
  }
  const length = Math.ceil((end - start) / step);
  return fromEntries(
    Float64Array.from({ length }, (_, i) => start + i * step),
    [length],
    { dtype: "int64", ...options },
  );
}

/** `steps` numbers from start to end, both included, equally far apart; float32 unless told otherwise. */
export function linspace(start: number, end: number, steps: number, options: CreationOptions = {}): Tensor {
  const step = steps > 1 ? (end - start) / (steps - 1) : 0;
  // Counted from whichever end is nearer, as PyTorch does, so that both ends are exact.
  const entry = (i: number) => (i < steps / 2 ? start + step * i : end - step * (steps - 1 - i));
  return fromEntries(
    Float64Array.from({ length: steps }, (_, i) => entry(i)),
    [steps],
    { dtype: "float32", ...options },
  );
}

/** Uniform in [0, 1). Throws a RuntimeError for int64 and bool. */
export function rand(shape: Shape, options: CreationOptions = {}): Tensor {
  const dtype = options.dtype ?? "float32";
  requireFloating(dtype, "check_uniform_bounds");
  const entries = Float64Array.from({ length: countEntries(shape) }, () => defaultGenerator.uniform(dtype));
  return fromEntries(entries, shape, { ...options, dtype });
}

/** Standard normal. Throws a RuntimeError for int64 and bool. */
export function randn(shape: Shape, options: CreationOptions = {}): Tensor {
  const dtype = options.dtype ?? "float32";
  requireFloating(dtype, "normal_kernel_cpu");
  return fromEntries(defaultGenerator.normals(countEntries(shape), dtype), shape, { ...options, dtype });
}

/** Whole numbers from low up to, not including, high. int64. */
export function randint(low: number, high: number, shape: Shape, options: CreationOptions = {}): Tensor {
  const entries = Float64Array.from({ length: countEntries(shape) }, () =>
    defaultGenerator.integer(low, high),
  );
  return fromEntries(entries, shape, { dtype: "int64", ...options });
}
