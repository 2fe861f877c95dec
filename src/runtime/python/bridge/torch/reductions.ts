/** What Python's `torch` calls to reduce a tensor over its dimensions, or all along one of them. */
import { EngineError, type Tensor } from "#autodiff/index.ts";
import * as operations from "#autodiff/operations/index.ts";
import { noKernel } from "#autodiff/torch-forms.ts";
import { dimsOf, reducing } from "#runtime/python/bridge/arguments.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { unary } from "#runtime/python/bridge/torch/lift.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

const allDims = (x: Tensor): number[] => x.shape.map((_, axis) => axis);

/** Where the largest or the smallest entry is; over all dimensions, each of them may be kept at length 1. */
const argExtreme =
  (name: "argmax" | "argmin") =>
  ({ value: x }: Variable, dim: number | null, keepdim: boolean): Variable => {
    if (x.dtype === "bool") throw new EngineError("RuntimeError", noKernel(`${name}_cpu`, "bool"));
    const place = x[name](dim ?? undefined, keepdim);
    return new Variable(keepdim && dim === null ? place.reshape(x.shape.map(() => 1)) : place);
  };

export const reductionCalls = {
  all: reducing((x, dims, keepdim) => x.ne(0).amin(dims, keepdim)),
  any: reducing((x, dims, keepdim) => x.ne(0).amax(dims, keepdim)),
  sum: reducing((x, dims, keepdim) => x.sum(dims, keepdim)),
  mean: reducing((x, dims, keepdim) => x.mean(dims, keepdim)),
  amax: reducing((x, dims = allDims(x), keepdim) => x.amax(dims, keepdim)),
  amin: reducing((x, dims = allDims(x), keepdim) => x.amin(dims, keepdim)),
  /** Of a whole tensor: PyTorch's graph knows these apart from `amax` and `amin` over all dimensions. */
  max: unary((x) => x.amax()),
  min: unary((x) => x.amin()),
  prod: reducing((x, dims, keepdim) => x.prod(dims, keepdim)),
  logsumexp: reducing((x, dims, keepdim) => operations.logsumexp(x, operations.reduction(x, dims, keepdim))),
  var: (x: Variable, keepdim: boolean, correction: number, ...dims: number[]) =>
    new Variable(x.value.var(dimsOf(dims), correction, keepdim)),
  std: (x: Variable, keepdim: boolean, correction: number, ...dims: number[]) =>
    new Variable(x.value.std(dimsOf(dims), correction, keepdim)),
  norm: (x: Variable, keepdim: boolean, p: number, as: operations.Norm["as"], ...dims: number[]) =>
    new Variable(
      operations.norm(x.value, { ...operations.reduction(x.value, dimsOf(dims), keepdim), p, as }),
    ),
  cumsum: (x: Variable, dim: number) => new Variable(x.value.cumsum(dim)),
  argmax: argExtreme("argmax"),
  argmin: argExtreme("argmin"),
} satisfies Record<string, Call>;
