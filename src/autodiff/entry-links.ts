/** Which entry of an input goes into which entry of an operation's result. By this a gradient is told entry by entry. */
import { dense, expand } from "#autodiff/kernels/elementwise.ts";
import type { Node } from "#autodiff/operation.ts";
import { countEntries, type Shape } from "#autodiff/shape.ts";
import type { Tensor } from "#autodiff/tensor.ts";

/** ∂out[to]/∂input[from] = times × the entry `of` of an input, or `times` alone. Entries are counted in row-major order. */
export interface Link {
  from: number;
  to: number;
  times: number;
  of: { input: number; entry: number } | null;
}

export interface EntryLinks {
  /** The links of one input that aren't always 0. Throws an Error for parameters with which they can't be told. */
  links: (node: Node, input: number) => Link[];
  /**
   * out[to] = scale × Σ from × times × of, over the links of these inputs. All of them for an operation that is linear in its
   * inputs taken together; one for a product, in which the other stands as `of`.
   */
  value: { inputs: readonly number[]; scale: number };
}

/** For each entry of `target`, the entry of a tensor of this shape that is broadcast to it. */
function broadcastEntries(shape: Shape, target: Shape): number[] {
  const own = Float64Array.from({ length: countEntries(shape) }, (_, entry) => entry);
  return Array.from(dense(expand(own, shape, target, "float64"), target, "float64"));
}

const perEntry =
  (local: (node: Node, input: number, from: number, to: number) => Pick<Link, "times" | "of">) =>
  (node: Node, input: number): Link[] =>
    broadcastEntries(node.inputs[input]!.shape, node.out.shape).map((from, to) => ({
      from,
      to,
      ...local(node, input, from, to),
    }));

/** Σ sᵢ·xᵢ, entry by entry, for constants s. */
export const weightedSum = (...weights: number[]): EntryLinks => ({
  links: perEntry((_node, input) => ({ times: weights[input]!, of: null })),
  value: { inputs: weights.map((_, input) => input), scale: 1 },
});

/** x · y: each factor gets the other. */
export const product: EntryLinks = {
  links: perEntry((node, input, _from, to) => {
    const other = 1 - input;
    const entry = broadcastEntries(node.inputs[other]!.shape, node.out.shape)[to]!;
    return { times: 1, of: { input: other, entry } };
  }),
  value: { inputs: [0], scale: 1 },
};

/** x², of which ∂/∂x = 2x and x² = ½ · x · 2x; no other power. */
export const square: EntryLinks = {
  links: perEntry(({ params }, input, from) => {
    if (params !== 2) throw new Error(`A power of ${String(params)} isn't told entry by entry, a square is.`);
    return { times: 2, of: { input, entry: from } };
  }),
  value: { inputs: [0], scale: 1 / 2 },
};

/** out[i, j] = Σ x[i, k] · y[k, j] */
export const matrixProduct: EntryLinks = {
  links({ x, y }, input) {
    const [rows, inner, columns] = [x.shape[0]!, x.shape[1]!, y.shape[1]!];
    const links: Link[] = [];
    for (let i = 0; i < rows; i++) {
      for (let k = 0; k < inner; k++) {
        for (let j = 0; j < columns; j++) {
          const [left, right, to] = [i * inner + k, k * columns + j, i * columns + j];
          links.push(
            input === 0
              ? { from: left, to, times: 1, of: { input: 1, entry: right } }
              : { from: right, to, times: 1, of: { input: 0, entry: left } },
          );
        }
      }
    }
    return links;
  },
  value: { inputs: [0], scale: 1 },
};

/** A sum along some axes, divided by a number of the input's. */
export const sumOver = (divisor: (x: Tensor, params: { dims: readonly number[] }) => number): EntryLinks => ({
  links({ x, params }) {
    const { dims } = params as { dims: readonly number[] };
    const kept = x.shape.map((length, axis) => (dims.includes(axis) ? 1 : length));
    const times = 1 / divisor(x, { dims });
    return broadcastEntries(kept, x.shape).map((to, from) => ({ from, to, times, of: null }));
  },
  value: { inputs: [0], scale: 1 },
});

/** Every entry of the result is one of the input: the one at the position that the parameters say. */
export const selection: EntryLinks = {
  links: ({ params }) =>
    Array.from((params as { indices: Int32Array }).indices, (from, to) => ({ from, to, times: 1, of: null })),
  value: { inputs: [0], scale: 1 },
};
