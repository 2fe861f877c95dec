import { EngineError } from "#autodiff/errors.ts";
import * as operations from "#autodiff/operations/index.ts";
import { normalizeDim, normalizeDims, sameShape, type Shape } from "#autodiff/shape.ts";
import type { Tensor } from "#autodiff/tensor.ts";

/** Methods of a tensor that put its entries into another shape or order, or pick some of them. */
export class ShapingMethods {
  /**
   * The same entries, row-major, in another shape; one length may be −1 and follows from the others. Throws a RuntimeError
   * where they don't fill it.
   */
  reshape(this: Tensor, shape: Shape): Tensor {
    return this.viewAs(shape, "ReshapeAlias");
  }
  /** `reshape`, for PyTorch's name. */
  view(this: Tensor, shape: Shape): Tensor {
    return this.viewAs(shape, "View");
  }
  /** `reshape` under the name that PyTorch's graph would show. */
  viewAs(this: Tensor, shape: Shape, as: string): Tensor {
    return operations.reshape(this, { shape, as });
  }
  /** All entries, row-major, along one axis. */
  flatten(this: Tensor): Tensor {
    return this.reshape([-1]);
  }
  /** With a new axis of length 1 at this place. */
  unsqueeze(this: Tensor, dim: number): Tensor {
    const axis = normalizeDim(dim, this.dim + 1);
    return operations.reshape(this, { shape: this.shape.toSpliced(axis, 0, 1), as: "Unsqueeze" });
  }
  /** Without its axes of length 1, or without this one if it is. */
  squeeze(this: Tensor, dim?: number): Tensor {
    const axis = dim === undefined ? null : normalizeDim(dim, this.dim);
    const shape = this.shape.filter((length, a) => length !== 1 || (axis !== null && a !== axis));
    return operations.reshape(this, { shape, as: "Squeeze", overload: axis === null ? 0 : 1 });
  }
  /**
   * Repeated to a larger shape: axes of length 1 stretch, new ones come first, −1 keeps a length. Throws a RuntimeError for any
   * other length, and for fewer axes.
   */
  expand(this: Tensor, shape: Shape): Tensor {
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
  permute(this: Tensor, dims: readonly number[]): Tensor {
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
  transpose(this: Tensor, a: number, b: number): Tensor {
    const first = normalizeDim(a, this.dim);
    const second = normalizeDim(b, this.dim);
    const order = this.shape.map((_, axis) => (axis === first ? second : axis === second ? first : axis));
    return operations.permute(this, { order, as: "Transpose" });
  }
  /** The transpose of a matrix; a vector or scalar as it is. Throws a RuntimeError for more axes. */
  t(this: Tensor): Tensor {
    if (this.dim > 2) {
      throw new EngineError(
        "RuntimeError",
        `t() expects a tensor with <= 2 dimensions, but self is ${this.dim}D`,
      );
    }
    return operations.permute(this, { order: this.dim === 2 ? [1, 0] : this.dim === 1 ? [0] : [], as: "T" });
  }
  /** One slice along a dimension, without that axis. Throws an IndexError outside it. */
  select(this: Tensor, dim: number, index: number): Tensor {
    return operations.select(this, dim, index);
  }
  /** Every `step`th entry from `start` up to `stop` along a dimension. Throws a ValueError for a step that isn't positive. */
  slice(this: Tensor, dim: number, start?: number | null, stop?: number | null, step = 1): Tensor {
    return operations.slice(this, dim, start, stop, step);
  }
  /**
   * Entries at positions given by int64 tensors, one per leading axis; null keeps an axis whole. Throws an IndexError outside
   * one.
   */
  indexWith(this: Tensor, ...lists: readonly (Tensor | null)[]): Tensor {
    return operations.indexWith(this, lists);
  }
  /** Along `dim`, the entry that `index` names for each place (`torch.gather`), in the shape of `index`. */
  gather(this: Tensor, index: Tensor, dim: number): Tensor {
    return operations.gather(this, index, dim);
  }
}
