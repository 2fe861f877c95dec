import { backward, type BackwardOptions } from "#autodiff/backward.ts";
import { represent, type DType, type Storage } from "#autodiff/dtype.ts";
import { EngineError } from "#autodiff/errors.ts";
import { isGradEnabled } from "#autodiff/grad-mode.ts";
import { dense, map, unary } from "#autodiff/kernels/elementwise.ts";
import type { Node } from "#autodiff/operation.ts";
import * as operations from "#autodiff/operations/index.ts";
import { formatTensor } from "#autodiff/print.ts";
import {
  countEntries,
  normalizeDim,
  normalizeDims,
  sameShape,
  scalarShape,
  type Shape,
} from "#autodiff/shape.ts";
import { changes, countChange, type Version } from "#autodiff/versions.ts";

/** A number, or numbers nested in lists. */
export type NestedNumbers = number | readonly NestedNumbers[];

/** Called with the gradient of a tensor when it is complete; a returned tensor takes its place. */
export type GradientHook = (gradient: Tensor) => Tensor | null | undefined;

type Dims = number | readonly number[];

const inspectedByNode: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/** What differentiation keeps about a tensor, for the few that there is something to keep about. */
export class AutogradMeta {
  /** For a leaf. */
  requiresGrad = false;
  grad: Tensor | null = null;
  retainsGrad = false;
  hooks: GradientHook[] | null = null;
  /** ∂L/∂leaf as far as a sweep has collected it. */
  upstream: Tensor | null = null;
  /** Whether a sweep has made that tensor itself, by addition, so that it may add to it in place. */
  isSum = false;
  /** The complete gradient, for `grad` to fetch. */
  total: Tensor | null = null;
  version: Version | null = null;
  /** What had been counted there when this tensor took the place of another. */
  changesBefore = 0;
  isView = false;
  /** What an in-place operation that is differentiated put in this tensor's place. */
  next: Tensor | null = null;
}

/**
 * An n-dimensional array that remembers how it was computed. Operations follow PyTorch's semantics and names, in camelCase:
 * they leave their operands as they are, operands of different shapes are broadcast and their dtypes promoted, a negative
 * dimension counts from the last, and what PyTorch refuses throws an `EngineError` with PyTorch's message.
 */
export class Tensor {
  /** The entries, row-major; see `Storage`. */
  data: Storage;
  readonly shape: Shape;
  readonly dtype: DType;
  /** The operation that made this tensor, or null for a leaf. */
  node: Node | null = null;
  meta: AutogradMeta | null = null;

  constructor(data: Storage, shape: Shape, dtype: DType) {
    if (shape.length === 0) {
      this.data = typeof data === "number" ? data : data[0]!;
      this.shape = scalarShape;
    } else {
      this.data = data;
      this.shape = shape;
    }
    this.dtype = dtype;
  }

  /** Whether derivatives with respect to this tensor are wanted. */
  get requiresGrad(): boolean {
    return this.node !== null || this.meta?.requiresGrad === true;
  }

  /** ∂L/∂this after `backward`; further sweeps add to it. */
  get grad(): Tensor | null {
    return this.meta?.grad ?? null;
  }
  set grad(grad: Tensor | null) {
    (this.meta ??= new AutogradMeta()).grad = grad;
  }

  get retainsGrad(): boolean {
    return this.meta?.retainsGrad === true;
  }

  /** A leaf was made by the user, not by an operation. */
  get isLeaf(): boolean {
    return this.node === null;
  }

  /** PyTorch's name of the operation that made this tensor: `AddBackward0`. */
  get gradFn(): string | null {
    return this.node?.gradFn ?? null;
  }

  get dim(): number {
    return this.shape.length;
  }

  /** The number of entries. */
  get numel(): number {
    return countEntries(this.shape);
  }

  // Entries

  /** All entries, row-major. Truth values are 0 and 1. */
  entries(): readonly number[] {
    return Array.from(dense(this.data, this.shape, this.dtype));
  }

  /** The only entry. Throws a ValueError when there are more. */
  item(): number {
    if (this.numel !== 1) {
      throw new EngineError("ValueError", "only one element tensors can be converted to Python scalars");
    }
    return typeof this.data === "number" ? this.data : this.data[0]!;
  }

  /** The entries as nested lists. */
  toList(): NestedNumbers {
    const entries = this.entries();
    const nest = (axis: number, start: number, count: number): NestedNumbers => {
      const length = this.shape[axis];
      if (length === undefined) return entries[start]!;
      const size = count / length;
      return Array.from({ length }, (_, i) => nest(axis + 1, start + i * size, size));
    };
    return nest(0, 0, entries.length);
  }

  toString(): string {
    return formatTensor(this);
  }

  /** What `console.log` shows in Node. */
  [inspectedByNode](): string {
    return this.toString();
  }

  // Autograd

  /**
   * Adds ∂this/∂leaf to the `grad` of every leaf that this tensor depends on.
   * @param gradient the upstream gradient, in this tensor's shape; may be left out for a single entry, where it is 1
   * @throws EngineError when nothing here requires gradients, when the shapes differ, or when an earlier sweep freed the graph
   */
  backward(gradient?: Tensor, options: BackwardOptions = {}): void {
    backward(this, gradient, options);
  }

  /** Keeps the gradient of a tensor that is not a leaf in its `grad` too. Throws a RuntimeError where none is wanted. */
  retainGrad(): void {
    if (!this.requiresGrad) {
      throw new EngineError("RuntimeError", "can't retain_grad on Tensor that has requires_grad=False");
    }
    if (!this.isLeaf) (this.meta ??= new AutogradMeta()).retainsGrad = true;
  }

  /**
   * Sets whether derivatives with respect to this leaf are wanted. Throws a RuntimeError for a dtype without fractions, and
   * where the result of an operation is to want none.
   */
  requiresGrad_(wanted = true): this {
    if (!this.isLeaf && !wanted) {
      throw new EngineError(
        "RuntimeError",
        "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().",
      );
    }
    if (wanted && this.dtype !== "float32" && this.dtype !== "float64") {
      throw new EngineError("RuntimeError", "only Tensors of floating point dtype can require gradients");
    }
    if (this.isLeaf && wanted !== this.requiresGrad) (this.meta ??= new AutogradMeta()).requiresGrad = wanted;
    return this;
  }

  /**
   * Calls `hook` with this tensor's gradient during `backward`. Returns a function that takes it off again. Throws a
   * RuntimeError where no gradient is wanted.
   */
  registerHook(hook: GradientHook): () => void {
    if (!this.requiresGrad) {
      throw new EngineError(
        "RuntimeError",
        "cannot register a hook on a tensor that doesn't require gradient",
      );
    }
    const meta = (this.meta ??= new AutogradMeta());
    const hooks = (meta.hooks ??= []);
    hooks.push(hook);
    return () => void hooks.splice(hooks.indexOf(hook), 1);
  }

  /** The same values, outside the graph. */
  detach(): Tensor {
    return new Tensor(this.data, this.shape, this.dtype);
  }

  /** How often the values were changed in place, here or through a view. */
  get version(): number {
    return changes(this);
  }

  /** A copy that the gradient flows back through. */
  clone(): Tensor {
    return operations.clone(this);
  }

  // Conversion

  /** The same values as another dtype. */
  to(dtype: DType): Tensor {
    return dtype === this.dtype ? this : operations.cast(this, dtype);
  }

  /** The same values as another dtype, outside the graph. */
  converted(dtype: DType): Tensor {
    const fill = this.data;
    const data =
      typeof fill === "number"
        ? represent(dtype, fill)
        : map(
            fill,
            dtype,
            unary((x) => represent(dtype, x)),
          );
    return new Tensor(data, this.shape, dtype);
  }

  // Arithmetic

  add(other: Tensor | number): Tensor {
    return operations.add(this, operand(this, other));
  }
  sub(other: Tensor | number): Tensor {
    return operations.sub(this, operand(this, other), false);
  }
  /** other − this */
  rsub(other: Tensor | number): Tensor {
    return operations.sub(operand(this, other), this, true);
  }
  mul(other: Tensor | number): Tensor {
    return operations.mul(this, operand(this, other));
  }
  div(other: Tensor | number): Tensor {
    return operations.div(this, operand(this, other));
  }
  /** other / this, which PyTorch computes as the reciprocal times other. */
  rdiv(other: Tensor | number): Tensor {
    return this.reciprocal().mul(other);
  }
  pow(exponent: Tensor | number): Tensor {
    return typeof exponent === "number"
      ? operations.pow(this, exponent)
      : operations.powTensor(this, exponent);
  }
  /** base to the power of this */
  rpow(base: Tensor | number): Tensor {
    return operations.powTensor(operand(this, base), this);
  }
  neg(): Tensor {
    return operations.neg(this);
  }
  reciprocal(): Tensor {
    return operations.reciprocal(this);
  }
  square(): Tensor {
    return this.pow(2);
  }
  maximum(other: Tensor | number): Tensor {
    return operations.maximum(this, operand(this, other));
  }
  minimum(other: Tensor | number): Tensor {
    return operations.minimum(this, operand(this, other));
  }

  // Functions of every entry

  exp(): Tensor {
    return operations.exp(this);
  }
  log(): Tensor {
    return operations.log(this);
  }
  sqrt(): Tensor {
    return operations.sqrt(this);
  }
  abs(): Tensor {
    return operations.abs(this);
  }
  sign(): Tensor {
    return operations.sign(this);
  }
  tanh(): Tensor {
    return operations.tanh(this);
  }
  sigmoid(): Tensor {
    return operations.sigmoid(this);
  }
  relu(): Tensor {
    return operations.relu(this);
  }
  sin(): Tensor {
    return operations.sin(this);
  }
  cos(): Tensor {
    return operations.cos(this);
  }
  expm1(): Tensor {
    return operations.expm1(this);
  }
  log1p(): Tensor {
    return operations.log1p(this);
  }
  erf(): Tensor {
    return operations.erf(this);
  }
  /** Every entry held between two bounds. */
  clamp(low = -Infinity, high = Infinity): Tensor {
    return operations.clamp(this, { low, high });
  }
  /** eˣⁱ / Σⱼ eˣʲ along a dimension: its entries are positive and sum to 1. */
  softmax(dim: number): Tensor {
    return operations.softmax(this, dim);
  }
  /** The logarithm of `softmax`, without overflow. */
  logSoftmax(dim: number): Tensor {
    return operations.logSoftmax(this, dim);
  }

  // Comparison: bool tensors

  eq(other: Tensor | number): Tensor {
    return operations.eq(this, operand(this, other));
  }
  ne(other: Tensor | number): Tensor {
    return operations.ne(this, operand(this, other));
  }
  lt(other: Tensor | number): Tensor {
    return operations.lt(this, operand(this, other));
  }
  le(other: Tensor | number): Tensor {
    return operations.le(this, operand(this, other));
  }
  gt(other: Tensor | number): Tensor {
    return operations.gt(this, operand(this, other));
  }
  ge(other: Tensor | number): Tensor {
    return operations.ge(this, operand(this, other));
  }
  logicalAnd(other: Tensor): Tensor {
    return operations.logicalAnd(this, other);
  }
  logicalOr(other: Tensor): Tensor {
    return operations.logicalOr(this, other);
  }
  logicalNot(): Tensor {
    return operations.logicalNot(this);
  }
  isnan(): Tensor {
    return operations.isnan(this);
  }

  // Reduction

  /** The sum over some dimensions, or of all; `keepdim` leaves them at length 1. Integers and truth values give int64. */
  sum(dim?: Dims, keepdim = false): Tensor {
    return operations.sum(this, operations.reduction(this, dim, keepdim));
  }
  /** The mean over some dimensions, or of all. Throws a RuntimeError for dtypes without fractions. */
  mean(dim?: Dims, keepdim = false): Tensor {
    return operations.mean(this, operations.reduction(this, dim, keepdim));
  }
  /** The largest entries along some dimensions, or of all. */
  amax(dim?: Dims, keepdim = false): Tensor {
    return operations.extreme(this, { ...operations.reduction(this, dim, keepdim), largest: true });
  }
  /** The smallest entries along some dimensions, or of all. */
  amin(dim?: Dims, keepdim = false): Tensor {
    return operations.extreme(this, { ...operations.reduction(this, dim, keepdim), largest: false });
  }
  /** Where the largest entry along a dimension is, or in the flattened tensor. int64. Throws an IndexError where there are none. */
  argmax(dim?: number, keepdim = false): Tensor {
    return operations.argExtreme(this, true, dim, keepdim);
  }
  /** Where the smallest is. */
  argmin(dim?: number, keepdim = false): Tensor {
    return operations.argExtreme(this, false, dim, keepdim);
  }

  /** Σ(x − x̄)²/(n − correction); 0 as correction gives the variance of these entries, 1 estimates that of their source. */
  var(dim?: Dims, correction = 1, keepdim = false): Tensor {
    return operations.variance(this, { ...operations.reduction(this, dim, keepdim), correction });
  }
  /** The root of `var`. */
  std(dim?: Dims, correction = 1, keepdim = false): Tensor {
    return operations.std(this, { ...operations.reduction(this, dim, keepdim), correction });
  }
  /** The product over some dimensions, or of all. */
  prod(dim?: Dims, keepdim = false): Tensor {
    return operations.prod(this, operations.reduction(this, dim, keepdim));
  }
  /** (Σ|x|ᵖ)^(1/p) */
  norm(p = 2, dim?: Dims, keepdim = false): Tensor {
    return operations.norm(this, { ...operations.reduction(this, dim, keepdim), p, as: "NormBackward1" });
  }
  /** ln Σ eˣ, without overflow. */
  logsumexp(dim: Dims, keepdim = false): Tensor {
    return operations.logsumexp(this, operations.reduction(this, dim, keepdim));
  }
  /** Running sums along a dimension, in this tensor's shape. */
  cumsum(dim: number): Tensor {
    return operations.cumsum(this, { dim, fromEnd: false });
  }

  // Linear algebra

  /**
   * The matrix product: `(…, m, k) × (…, k, n) → (…, m, n)`, where leading axes are broadcast. A vector on the left is a row,
   * on the right a column, and its axis is left out of the result. Throws a RuntimeError where lengths don't fit.
   */
  matmul(other: Tensor): Tensor {
    return operations.matmul(this, other);
  }
  /** Σ xᵢyᵢ of two vectors of one length, a scalar. Throws a RuntimeError for anything else. */
  dot(other: Tensor): Tensor {
    return operations.dot(this, other);
  }

  // Shape

  /**
   * The same entries, row-major, in another shape; one length may be −1 and follows from the others. Throws a RuntimeError
   * where they don't fill it.
   */
  reshape(shape: Shape): Tensor {
    return this.viewAs(shape, "ReshapeAlias");
  }
  /** `reshape`, for PyTorch's name. */
  view(shape: Shape): Tensor {
    return this.viewAs(shape, "View");
  }
  /** `reshape` under the name that PyTorch's graph would show. */
  viewAs(shape: Shape, as: string): Tensor {
    return operations.reshape(this, { shape, as });
  }
  /** All entries, row-major, along one axis. */
  flatten(): Tensor {
    return this.reshape([-1]);
  }
  /** With a new axis of length 1 at this place. */
  unsqueeze(dim: number): Tensor {
    const axis = normalizeDim(dim, this.dim + 1);
    return operations.reshape(this, { shape: this.shape.toSpliced(axis, 0, 1), as: "Unsqueeze" });
  }
  /** Without its axes of length 1, or without this one if it is. */
  squeeze(dim?: number): Tensor {
    const axis = dim === undefined ? null : normalizeDim(dim, this.dim);
    const shape = this.shape.filter((length, a) => length !== 1 || (axis !== null && a !== axis));
    return operations.reshape(this, { shape, as: "Squeeze", overload: axis === null ? 0 : 1 });
  }
  /**
   * Repeated to a larger shape: axes of length 1 stretch, new ones come first, −1 keeps a length. Throws a RuntimeError for any
   * other length, and for fewer axes.
   */
  expand(shape: Shape): Tensor {
    if (this.dim === 0 && shape.length > 0 && !shape.includes(-1)) return operations.expand(this, shape);
    const missing = shape.length - this.dim;
    const full = shape.map((length, axis) => (length === -1 ? (this.shape[axis - missing] ?? 1) : length));
    const clash = full.findLastIndex((length, axis) => {
      const own = this.shape[axis - missing] ?? 1;
      return own !== 1 && own !== length;
    });
    if (missing < 0 || clash !== -1) {
      throw new EngineError(
        "RuntimeError",
        missing < 0
          ? `expand(torch.FloatTensor{[${this.shape.join(", ")}]}, size=[${shape.join(", ")}]): the number of sizes provided (${shape.length}) must be greater or equal to the number of dimensions in the tensor (${this.dim})`
          : `The expanded size of the tensor (${full[clash]!}) must match the existing size (${this.shape[clash - missing]!}) at non-singleton dimension ${clash}.  Target sizes: [${shape.join(", ")}].  Tensor sizes: [${this.shape.join(", ")}]`,
      );
    }
    return sameShape(full, this.shape) ? this : operations.expand(this, full);
  }
  /** Axes in the order given: axis i of the result is axis `dims[i]` of this. Throws a RuntimeError unless each is named once. */
  permute(dims: readonly number[]): Tensor {
    if (dims.length !== this.dim || normalizeDims(dims, this.dim).length !== this.dim) {
      throw new EngineError(
        "RuntimeError",
        `permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = ${this.dim} is not equal to len(dims) = ${dims.length}`,
      );
    }
    const order = dims.map((dim) => normalizeDim(dim, this.dim));
    return operations.permute(this, { order, as: "Permute" });
  }
  /** With two axes exchanged. */
  transpose(a: number, b: number): Tensor {
    const first = normalizeDim(a, this.dim);
    const second = normalizeDim(b, this.dim);
    const order = this.shape.map((_, axis) => (axis === first ? second : axis === second ? first : axis));
    return operations.permute(this, { order, as: "Transpose" });
  }
  /** The transpose of a matrix; a vector or scalar as it is. Throws a RuntimeError for more axes. */
  t(): Tensor {
    if (this.dim > 2) {
      throw new EngineError(
        "RuntimeError",
        `t() expects a tensor with <= 2 dimensions, but self is ${this.dim}D`,
      );
    }
    return operations.permute(this, { order: this.dim === 2 ? [1, 0] : this.dim === 1 ? [0] : [], as: "T" });
  }
  /** Axes in reverse order. */
  get T(): Tensor {
    return operations.permute(this, {
      order: this.shape.map((_, axis) => this.dim - 1 - axis),
      as: "Permute",
    });
  }
  /** One slice along a dimension, without that axis. Throws an IndexError outside it. */
  select(dim: number, index: number): Tensor {
    return operations.select(this, dim, index);
  }
  /** Every `step`th entry from `start` up to `stop` along a dimension. Throws a ValueError for a step that isn't positive. */
  slice(dim: number, start?: number | null, stop?: number | null, step = 1): Tensor {
    return operations.slice(this, dim, start, stop, step);
  }
  /**
   * Entries at positions given by int64 tensors, one per leading axis; null keeps an axis whole. Throws an IndexError outside
   * one.
   */
  indexWith(...lists: readonly (Tensor | null)[]): Tensor {
    return operations.indexWith(this, lists);
  }
  /** Along `dim`, the entry that `index` names for each place (`torch.gather`), in the shape of `index`. */
  gather(index: Tensor, dim: number): Tensor {
    return operations.gather(this, index, dim);
  }

  // In-place

  /**
   * Replaces the values, as in-place operations do, by constants that broadcast to this shape. Throws a RuntimeError for a leaf that
   * requires gradients, unless inside `noGrad`; so does a sweep later whose rules want the values from before.
   */
  assign(values: Tensor): this {
    if (this.requiresGrad && isGradEnabled() && this.isLeaf) {
      throw new EngineError(
        "RuntimeError",
        "a leaf Variable that requires grad is being used in an in-place operation.",
      );
    }
    this.data = values.expand(this.shape).converted(this.dtype).data;
    countChange(this);
    return this;
  }
}

/** A number beside a tensor is a 0-d tensor that does not raise the tensor's dtype, unless it is a fraction beside integers. */
function operand({ dtype }: Tensor, other: Tensor | number): Tensor {
  if (typeof other !== "number") return other;
  if (dtype === "float64") return new Tensor(other, scalarShape, dtype);
  const beside = dtype === "float32" ? dtype : Number.isInteger(other) ? "int64" : "float32";
  return new Tensor(represent(beside, other), scalarShape, beside);
}
