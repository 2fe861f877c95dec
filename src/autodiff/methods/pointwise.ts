import { represent } from "#autodiff/dtype.ts";
import * as operations from "#autodiff/operations/index.ts";
import { scalarShape } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";

/** A number beside a tensor is a 0-d tensor that does not raise the tensor's dtype, unless it is a fraction beside integers. */
function operand({ dtype }: Tensor, other: Tensor | number): Tensor {
  if (typeof other !== "number") return other;
  if (dtype === "float64") return new Tensor(other, scalarShape, dtype);
  const beside = dtype === "float32" ? dtype : Number.isInteger(other) ? "int64" : "float32";
  return new Tensor(represent(beside, other), scalarShape, beside);
}

/** Methods of a tensor that work entry by entry: arithmetic, functions, comparison. */
export class PointwiseMethods {
  add(this: Tensor, other: Tensor | number): Tensor {
    return operations.add(this, operand(this, other));
  }
  sub(this: Tensor, other: Tensor | number): Tensor {
    return operations.sub(this, operand(this, other), false);
  }
  /** other − this */
  rsub(this: Tensor, other: Tensor | number): Tensor {
    return operations.sub(operand(this, other), this, true);
  }
  mul(this: Tensor, other: Tensor | number): Tensor {
    return operations.mul(this, operand(this, other));
  }
  div(this: Tensor, other: Tensor | number): Tensor {
    return operations.div(this, operand(this, other));
  }
  /** other / this, which PyTorch computes as the reciprocal times other. */
  rdiv(this: Tensor, other: Tensor | number): Tensor {
    return this.reciprocal().mul(other);
  }
  pow(this: Tensor, exponent: Tensor | number): Tensor {
    return typeof exponent === "number"
      ? operations.pow(this, exponent)
      : operations.powTensor(this, exponent);
  }
  /** base to the power of this */
  rpow(this: Tensor, base: Tensor | number): Tensor {
    return operations.powTensor(operand(this, base), this);
  }
  neg(this: Tensor): Tensor {
    return operations.neg(this);
  }
  reciprocal(this: Tensor): Tensor {
    return operations.reciprocal(this);
  }
  square(this: Tensor): Tensor {
    return this.pow(2);
  }
  maximum(this: Tensor, other: Tensor | number): Tensor {
    return operations.maximum(this, operand(this, other));
  }
  minimum(this: Tensor, other: Tensor | number): Tensor {
    return operations.minimum(this, operand(this, other));
  }

  // Functions of every entry

  exp(this: Tensor): Tensor {
    return operations.exp(this);
  }
  log(this: Tensor): Tensor {
    return operations.log(this);
  }
  sqrt(this: Tensor): Tensor {
    return operations.sqrt(this);
  }
  abs(this: Tensor): Tensor {
    return operations.abs(this);
  }
  sign(this: Tensor): Tensor {
    return operations.sign(this);
  }
  tanh(this: Tensor): Tensor {
    return operations.tanh(this);
  }
  sigmoid(this: Tensor): Tensor {
    return operations.sigmoid(this);
  }
  relu(this: Tensor): Tensor {
    return operations.relu(this);
  }
  sin(this: Tensor): Tensor {
    return operations.sin(this);
  }
  cos(this: Tensor): Tensor {
    return operations.cos(this);
  }
  expm1(this: Tensor): Tensor {
    return operations.expm1(this);
  }
  log1p(this: Tensor): Tensor {
    return operations.log1p(this);
  }
  erf(this: Tensor): Tensor {
    return operations.erf(this);
  }
  /** Every entry held between two bounds. */
  clamp(this: Tensor, low = -Infinity, high = Infinity): Tensor {
    return operations.clamp(this, { low, high });
  }
  /** eˣⁱ / Σⱼ eˣʲ along a dimension: its entries are positive and sum to 1. */
  softmax(this: Tensor, dim: number): Tensor {
    return operations.softmax(this, dim);
  }
  /** The logarithm of `softmax`, without overflow. */
  logSoftmax(this: Tensor, dim: number): Tensor {
    return operations.logSoftmax(this, dim);
  }

  // Comparison: bool tensors

  eq(this: Tensor, other: Tensor | number): Tensor {
    return operations.eq(this, operand(this, other));
  }
  ne(this: Tensor, other: Tensor | number): Tensor {
    return operations.ne(this, operand(this, other));
  }
  lt(this: Tensor, other: Tensor | number): Tensor {
    return operations.lt(this, operand(this, other));
  }
  le(this: Tensor, other: Tensor | number): Tensor {
    return operations.le(this, operand(this, other));
  }
  gt(this: Tensor, other: Tensor | number): Tensor {
    return operations.gt(this, operand(this, other));
  }
  ge(this: Tensor, other: Tensor | number): Tensor {
    return operations.ge(this, operand(this, other));
  }
  logicalAnd(this: Tensor, other: Tensor): Tensor {
    return operations.logicalAnd(this, other);
  }
  logicalOr(this: Tensor, other: Tensor): Tensor {
    return operations.logicalOr(this, other);
  }
  logicalNot(this: Tensor): Tensor {
    return operations.logicalNot(this);
  }
  isnan(this: Tensor): Tensor {
    return operations.isnan(this);
  }
}
