/** Which entry of an input goes into which entry of an operation's result. By this a gradient is told entry by entry. */
import { arange, type Node, type Shape } from "#autodiff/index.ts";
import type { Selection } from "#autodiff/operations/shaping.ts";

/** ∂out[to]/∂input[from] = times × the entry `of` of an input, or `times` alone. Entries are counted in row-major order. */
export interface Link {
  from: number;
  to: number;
  times: number;
  of: { input: number; entry: number } | null;
}

interface Linking {
  /** The links of one input that aren't always 0. */
  links: (node: Node, input: number) => Link[];
  /**
   * out[to] = scale × Σ from × times × of, over the links of these inputs. All of them for an operation that is linear in its
   * inputs taken together; one for a product, in which the other stands as `of`.
   */
  value: { inputs: readonly number[]; scale: number };
}

/** For each entry of `target`, the entry of a tensor of this shape that is broadcast to it. */
const broadcastPlaces = (shape: Shape, target: Shape): readonly number[] =>
  arange(0, shape.reduce((entries, length) => entries * length, 1), 1, { dtype: "float64" })
    .reshape(shape)
    .expand(target)
    .entries(); // prettier-ignore

const entrywise =
  (local: (node: Node, input: number, from: number, to: number) => Pick<Link, "times" | "of">) =>
  (node: Node, input: number): Link[] =>
    broadcastPlaces(node.inputs[input]!.shape, node.out.shape).map((from, to) => ({
      from,
      to,
      ...local(node, input, from, to),
    }));

/** Every entry of the result is one of the input. */
const picked: Linking = {
  links: ({ at }) => Array.from((at as Selection).indices, (from, to) => ({ from, to, times: 1, of: null })),
  value: { inputs: [0], scale: 1 },
};

const entriesOf = ({ x }: Node): number[] => x.entries().map((_, entry) => entry);

const linkings: Readonly<Record<string, Linking>> = {
  // x + y
  AddBackward0: {
    links: entrywise(() => ({ times: 1, of: null })),
    value: { inputs: [0, 1], scale: 1 },
  },
  // x − y
  SubBackward0: {
    links: entrywise((_node, input) => ({ times: input === 0 ? 1 : -1, of: null })),
    value: { inputs: [0, 1], scale: 1 },
  },
  // x · y: each factor gets the other
  MulBackward0: {
    links: entrywise((node, input, _from, to) => {
      const other = 1 - input;
      const entry = broadcastPlaces(node.inputs[other]!.shape, node.out.shape)[to]!;
      return { times: 1, of: { input: other, entry } };
    }),
    value: { inputs: [0], scale: 1 },
  },
  // x², of which ∂/∂x = 2x and x² = ½ · x · 2x
  PowBackward0: {
    links: entrywise((node, input, from) => {
      if (node.at !== 2) throw new Error(`A power of ${String(node.at)} isn't told entry by entry, a square is.`);
      return { times: 2, of: { input, entry: from } };
    }), // prettier-ignore
    value: { inputs: [0], scale: 1 / 2 },
  },
  // out[i, j] = Σ x[i, k] · y[k, j]
  MmBackward0: {
    links: ({ x, y }, input) => {
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
  },
  // Σ x
  SumBackward0: {
    links: (node) => entriesOf(node).map((from) => ({ from, to: 0, times: 1, of: null })),
    value: { inputs: [0], scale: 1 },
  },
  // x[1], x[1:4]
  SelectBackward0: picked,
  SliceBackward0: picked,
  // Σ x / n
  MeanBackward0: {
    links: (node) => entriesOf(node).map((from) => ({ from, to: 0, times: 1 / node.x.numel, of: null })),
    value: { inputs: [0], scale: 1 },
  },
};

function linkingOf({ gradFn }: Node): Linking {
  const linking = linkings[gradFn];
  if (!linking) throw new Error(`${gradFn} isn't told entry by entry. There are: ${linkedOperations.join(", ")}.`);
  return linking;
} // prettier-ignore

/** The operations that can be told entry by entry, by PyTorch's names of their backward functions. */
export const linkedOperations: readonly string[] = Object.keys(linkings);

/** The links from one input of a node. Throws for an operation that isn't in the table. */
export const linksOf = (node: Node, input: number): Link[] => linkingOf(node).links(node, input);

/** How the value of a node is the sum of its links. */
export const valueOf = (node: Node): Linking["value"] => linkingOf(node).value;
