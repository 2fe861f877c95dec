/** A function of every entry of a tensor, or of two tensors that are broadcast. */
import { defaultFloat, isFloating, promote, represent, type DType } from "#autodiff/dtype.ts";
import { EngineError } from "#autodiff/errors.ts";
import { binary, map, unary, zip, type Binary, type Unary } from "#autodiff/kernels/elementwise.ts";
import { broadcastShapes, type Shape } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";
import { noKernel } from "#autodiff/torch-forms.ts";

/** A tensor all of whose entries are the number that this dtype makes of a value. */
export const uniform = (value: number, shape: Shape, dtype: DType): Tensor =>
  new Tensor(dtype === "float64" ? value : represent(dtype, value), shape, dtype);

/**
 * f of the entries of two tensors, broadcast and promoted; `result` makes the result's dtype of the promoted one. Throws a
 * RuntimeError for shapes that can't be broadcast.
 */
export function mapBinary(
  x: Tensor,
  y: Tensor,
  f: Binary | ((x: number, y: number) => number),
  result?: (dtype: DType) => DType,
): Tensor {
  const { data: a } = x;
  const { data: b } = y;
  if (typeof a === "number" && typeof b === "number" && x.dtype === y.dtype && x.shape === y.shape) {
    const value = typeof f === "function" ? f(a, b) : f.of(a, b);
    return uniform(value, x.shape, result ? result(x.dtype) : x.dtype);
  }
  const kernel = typeof f === "function" ? binary(f) : f;
  const shape = broadcastShapes(x.shape, y.shape);
  const promoted = promote(x.dtype, x.shape.length, y.dtype, y.shape.length);
  const dtype = result ? result(promoted) : promoted;
  return new Tensor(zip(x.data, x.shape, y.data, y.shape, shape, dtype, kernel), shape, dtype);
}

/** The dtype of quotients and roots: as in PyTorch, that of integers and truth values is the default float. */
export const floating = (dtype: DType): DType => (isFloating(dtype) ? dtype : defaultFloat());

/** f of every entry, in x's shape. Without a dtype, integers give floats. */
export function mapUnary(
  x: Tensor,
  f: Unary | ((x: number) => number),
  dtype: DType = floating(x.dtype),
): Tensor {
  const { data: a } = x;
  if (typeof a === "number") {
    return new Tensor(represent(dtype, typeof f === "function" ? f(a) : f.of(a)), x.shape, dtype);
  }
  return new Tensor(map(a, dtype, typeof f === "function" ? unary(f) : f), x.shape, dtype);
}

/** The same entries, where an operation changes nothing. */
export const unchanged = ({ data, shape, dtype }: Tensor): Tensor => new Tensor(data, shape, dtype);

/** Throws PyTorch's RuntimeError for two tensors of integers or truth values, where PyTorch has the kernel for floats only. */
export function refuseWhole(x: Tensor, y: Tensor, kernel: string): void {
  if (isFloating(x.dtype) || isFloating(y.dtype)) return;
  const dtype = x.dtype === "bool" && y.dtype === "bool" ? "bool" : "int64";
  throw new EngineError("RuntimeError", noKernel(kernel, dtype));
}
