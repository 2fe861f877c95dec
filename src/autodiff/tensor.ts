import { AutogradMeta, type GradientHook } from "#autodiff/autograd-meta.ts";
import { backward, type BackwardOptions } from "#autodiff/backward.ts";
import { represent, type DType, type Storage } from "#autodiff/dtype.ts";
import { EngineError } from "#autodiff/errors.ts";
import { isGradEnabled } from "#autodiff/grad-mode.ts";
import { dense, map, unary } from "#autodiff/kernels/elementwise.ts";
import { PointwiseMethods } from "#autodiff/methods/pointwise.ts";
import { ReductionMethods } from "#autodiff/methods/reductions.ts";
import { ShapingMethods } from "#autodiff/methods/shaping.ts";
import type { Node } from "#autodiff/operation.ts";
import * as operations from "#autodiff/operations/index.ts";
import { formatTensor } from "#autodiff/print.ts";
import { countEntries, scalarShape, type Shape } from "#autodiff/shape.ts";
import { changes, countChange } from "#autodiff/versions.ts";

/** A number, or numbers nested in lists. */
export type NestedNumbers = number | readonly NestedNumbers[];

const inspectedByNode: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/**
 * An n-dimensional array that remembers how it was computed. Operations follow PyTorch's semantics and names, in camelCase:
 * they leave their operands as they are, operands of different shapes are broadcast and their dtypes promoted, a negative
 * dimension counts from the last, and what PyTorch refuses throws an `EngineError` with PyTorch's message.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- the methods are added below
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

  /** Axes in reverse order. */
  get T(): Tensor {
    const order = this.shape.map((_, axis) => this.dim - 1 - axis);
    return operations.permute(this, { order, as: "Permute" });
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

// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export interface Tensor extends PointwiseMethods, ReductionMethods, ShapingMethods {}

for (const { prototype } of [PointwiseMethods, ReductionMethods, ShapingMethods]) {
  const { constructor: _, ...methods } = Object.getOwnPropertyDescriptors(prototype);
  Object.defineProperties(Tensor.prototype, methods);
}
