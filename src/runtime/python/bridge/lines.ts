/** Arrays line by line: the entries along one dimension. */
import { Tensor } from "#autodiff/index.ts";

/** By size, NaN last. */
const bySize = (a: number, b: number): number => (Number.isNaN(a) ? 1 : Number.isNaN(b) ? -1 : a - b);

/** Where the entries of a line stand once they are in order; equal ones stay in theirs. */
export const order = (line: readonly number[], descending = false): number[] =>
  [...line.keys()].sort((a, b) => (descending ? bySize(line[b]!, line[a]!) : bySize(line[a]!, line[b]!)));

/** For every line along a dimension, places in it that `choose` names; in a scalar the only one. */
export function placesInLines(
  x: Tensor,
  dim: number,
  choose: (line: readonly number[]) => readonly number[],
): Tensor {
  if (x.dim === 0) return new Tensor(0, [], "int64");
  const last = x.detach().transpose(dim, -1);
  const length = last.shape.at(-1)!;
  const entries = last.entries();
  const places: number[] = [];
  for (let start = 0; start < entries.length; start += length) {
    for (const place of choose(entries.slice(start, start + length))) places.push(place);
  }
  const width =
    entries.length > 0
      ? (places.length * length) / entries.length
      : choose(Array<number>(length).fill(0)).length;
  return new Tensor(Float64Array.from(places), last.shape.with(-1, width), "int64").transpose(dim, -1);
}
