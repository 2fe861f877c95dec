/** What Python's `torch` calls to multiply vectors and matrices, where that doesn't follow from the table of operations. */
import { EngineError, tensordot, type Tensor } from "#autodiff/index.ts";
import { bmm, mm } from "#autodiff/operations/linalg.ts";
import { summedAxes } from "#runtime/python/bridge/arguments.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { lift } from "#runtime/python/bridge/torch/lift.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

/** A product of tensors of one rank; `message` is about the first that has another. */
const product = (
  rank: number,
  message: (place: number, dim: number) => string,
  f: (x: Tensor, y: Tensor) => Tensor,
) =>
  lift((x: Tensor, y: Tensor) => {
    for (const [place, { dim }] of [x, y].entries()) {
      if (dim !== rank) throw new EngineError("RuntimeError", message(place, dim));
    }
    return f(x, y);
  });

export const linalgCalls = {
  matmul: ({ value: x }: Variable, { value: y }: Variable) => new Variable(x.matmul(y)),
  mm: product(2, (place) => `${["self", "mat2"][place]!} must be a matrix`, mm),
  bmm: product(3, (place) => `batch${place + 1} must be a 3D tensor`, bmm),
  outer: product(
    1,
    (place, dim) => `outer: Expected 1-D argument ${["self", "vec2"][place]!}, but got ${dim}-D`,
    (x, y) => x.reshape([x.numel, 1]).mul(y),
  ),
  tensordot: lift((x: Tensor, y: Tensor, ...axes: number[]) => tensordot(x, y, summedAxes(axes))),
} satisfies Record<string, Call>;
