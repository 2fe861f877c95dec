import * as operations from "#autodiff/operations/index.ts";
import type { Tensor } from "#autodiff/tensor.ts";

type Dims = number | readonly number[];

/** Methods of a tensor that reduce its axes, and products, which sum over them. */
export class ReductionMethods {
  /** The sum over some dimensions, or of all; `keepdim` leaves them at length 1. Integers and truth values give int64. */
  sum(this: Tensor, dim?: Dims, keepdim = false): Tensor {
    return operations.sum(this, operations.reduction(this, dim, keepdim));
  }
  /** The mean over some dimensions, or of all. Throws a RuntimeError for dtypes without fractions. */
  mean(this: Tensor, dim?: Dims, keepdim = false): Tensor {
    return operations.mean(this, operations.reduction(this, dim, keepdim));
  }
  /** The largest entries along some dimensions, or of all. */
  amax(this: Tensor, dim?: Dims, keepdim = false): Tensor {
    return operations.extreme(this, { ...operations.reduction(this, dim, keepdim), largest: true });
  }
  /** The smallest entries along some dimensions, or of all. */
  amin(this: Tensor, dim?: Dims, keepdim = false): Tensor {
    return operations.extreme(this, { ...operations.reduction(this, dim, keepdim), largest: false });
  }
  /** Where the largest entry along a dimension is, or in the flattened tensor. int64. Throws an IndexError where there are none. */
  argmax(this: Tensor, dim?: number, keepdim = false): Tensor {
    return operations.argExtreme(this, true, dim, keepdim);
  }
  /** Where the smallest is. */
  argmin(this: Tensor, dim?: number, keepdim = false): Tensor {
    return operations.argExtreme(this, false, dim, keepdim);
  }

  /** Σ(x − x̄)²/(n − correction); 0 as correction gives the variance of these entries, 1 estimates that of their source. */
  var(this: Tensor, dim?: Dims, correction = 1, keepdim = false): Tensor {
    return operations.variance(this, { ...operations.reduction(this, dim, keepdim), correction });
  }
  /** The root of `var`. */
  std(this: Tensor, dim?: Dims, correction = 1, keepdim = false): Tensor {
    return operations.std(this, { ...operations.reduction(this, dim, keepdim), correction });
  }
  /** The product over some dimensions, or of all. */
  prod(this: Tensor, dim?: Dims, keepdim = false): Tensor {
    return operations.prod(this, operations.reduction(this, dim, keepdim));
  }
  /** (Σ|x|ᵖ)^(1/p) */
  norm(this: Tensor, p = 2, dim?: Dims, keepdim = false): Tensor {
    return operations.norm(this, { ...operations.reduction(this, dim, keepdim), p, as: "NormBackward1" });
  }
  /** ln Σ eˣ, without overflow. */
  logsumexp(this: Tensor, dim: Dims, keepdim = false): Tensor {
    return operations.logsumexp(this, operations.reduction(this, dim, keepdim));
  }
  /** Running sums along a dimension, in this tensor's shape. */
  cumsum(this: Tensor, dim: number): Tensor {
    return operations.cumsum(this, { dim, fromEnd: false });
  }

  /**
   * The matrix product: `(…, m, k) × (…, k, n) → (…, m, n)`, where leading axes are broadcast. A vector on the left is a row,
   * on the right a column, and its axis is left out of the result. Throws a RuntimeError where lengths don't fit.
   */
  matmul(this: Tensor, other: Tensor): Tensor {
    return operations.matmul(this, other);
  }
  /** Σ xᵢyᵢ of two vectors of one length, a scalar. Throws a RuntimeError for anything else. */
  dot(this: Tensor, other: Tensor): Tensor {
    return operations.dot(this, other);
  }
}
