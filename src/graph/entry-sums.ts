/** Every value and every gradient of a computation as a sum of products of named entries: `dW[0, 2] = X[0, 0] · dZ[0, 2] + …`. */
import type { Node, Shape, Tensor } from "#autodiff/index.ts";
import type { EntryLinks, Link } from "#autodiff/entry-links.ts";
import { indicesOf } from "#autodiff/shape.ts";
import { nodesBehind } from "#graph/nodes.ts";

/** Throws an Error for an operation of which that can't be told. */
function entryLinksOf({ operation }: Node): EntryLinks {
  if (operation.links) return operation.links;
  throw new Error(`${operation.name} isn't told entry by entry.`);
}

/** A product of a number and entries, each by its text. */
export interface Term {
  times: number;
  factors: readonly string[];
}

/** What each entry is the sum of, by the entry's text. Entries that are given are not among them. */
export type EntrySums = Readonly<Record<string, readonly Term[]>>;

/** `W[0, 2]`, `w[1]`, or `z` for a single number. With a `d` before the name it is the entry's gradient. */
export const entryText = (name: string, shape: Shape, entry: number): string =>
  shape.length === 0 ? name : `${name}[${indicesOf(shape, entry).join(", ")}]`;

/**
 * The sums of all named tensors: the values of those that are computed, and the gradients of all but the last, from which the
 * sweep starts. Tensors without a name are looked through. Throws an Error for a factor without one, and for an operation whose
 * entries can't be told.
 */
export function entrySums(value: Tensor, names: ReadonlyMap<Tensor, string>): EntrySums {
  const uses = new Map<Tensor, { node: Node; input: number }[]>();
  const links = new Map<Node, readonly (readonly Link[])[]>();
  for (const node of nodesBehind(value)) {
    const perInput = node.inputs.map((_, input) => entryLinksOf(node).links(node, input));
    links.set(node, perInput);
    node.inputs.forEach((tensor, input) => uses.set(tensor, [...(uses.get(tensor) ?? []), { node, input }]));
  }
  const linksFrom = (node: Node, input: number, entry: number) =>
    links.get(node)![input]!.filter(({ from }) => from === entry);
  const linksTo = (node: Node, input: number, entry: number) =>
    links.get(node)![input]!.filter(({ to }) => to === entry);

  const text = (tensor: Tensor, entry: number, prefix = ""): string => {
    const name = names.get(tensor);
    if (name === undefined) throw new Error("A factor of a product has no name. Name it, so that it can be told.");
    return entryText(prefix + name, tensor.shape, entry);
  }; // prettier-ignore
  const factorsOf = (node: Node, { of }: Link): string[] =>
    of === null ? [] : [text(node.inputs[of.input]!, of.entry)];

  /** ∂value/∂tensor[entry] = Σ ∂out[to]/∂tensor[entry] · ∂value/∂out[to], over all links that lead on from it. */
  const gradientTerms = (tensor: Tensor, entry: number): Term[] =>
    (uses.get(tensor) ?? []).flatMap(({ node, input }) =>
      linksFrom(node, input, entry).flatMap((link) => {
        const further: Term[] = names.has(node.out)
          ? [{ times: 1, factors: [text(node.out, link.to, "d")] }]
          : gradientTerms(node.out, link.to);
        return further.map(({ times, factors }) => ({
          times: times * link.times,
          factors: [...factorsOf(node, link), ...factors],
        }));
      }),
    );

  const valueTerms = (tensor: Tensor, entry: number): Term[] => {
    const node = tensor.node!;
    const { inputs, scale } = entryLinksOf(node).value;
    return inputs.flatMap((input) =>
      linksTo(node, input, entry).flatMap((link) => {
        const from = node.inputs[input]!;
        const earlier: Term[] = names.has(from)
          ? [{ times: 1, factors: [text(from, link.from)] }]
          : valueTerms(from, link.from);
        return earlier.map(({ times, factors }) => ({
          times: times * link.times * scale,
          factors: [...factors, ...factorsOf(node, link)],
        }));
      }),
    );
  };

  const sums: Record<string, Term[]> = {};
  for (const [tensor] of names) {
    for (let entry = 0; entry < tensor.numel; entry++) {
      if (tensor.node) sums[text(tensor, entry)] = valueTerms(tensor, entry);
      if (tensor !== value) sums[text(tensor, entry, "d")] = gradientTerms(tensor, entry);
    }
  }
  return sums;
}
