/** What Python's `torch` calls to sort and search: extremes, order, middle, and the most frequent entry. */
import { EngineError, Tensor } from "#autodiff/index.ts";
import { rearrange } from "#autodiff/operations/take.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { order, placesInLines } from "#runtime/python/bridge/lines.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

/** The entries at these places along a dimension, and the places. */
function valuesAndIndices(x: Tensor, as: string, dim: number, places: Tensor, overload = 0): Variable[] {
  const values = rearrange(x, as, (all) => (x.dim === 0 ? all : all.gather(places, dim)), overload);
  return [new Variable(values), new Variable(places)];
}

/** The same for one place a line, with or without the dimension. */
function withoutDim(
  x: Tensor,
  as: string,
  dim: number,
  keepdim: boolean,
  places: Tensor,
  overload = 0,
): Variable[] {
  if (keepdim || x.dim === 0) return valuesAndIndices(x, as, dim, places, overload);
  const values = rearrange(x, as, (all) => all.gather(places, dim).squeeze(dim), overload);
  return [new Variable(values), new Variable(places.squeeze(dim))];
}

function refuseEmpty(x: Tensor, dim: number, name: string): void {
  const axis = dim < 0 ? dim + x.dim : dim;
  if (x.shape[axis] !== 0) return;
  throw new EngineError("IndexError", `${name}(): Expected reduction dim ${axis} to have non-zero size.`);
}

/** The largest or smallest entries along a dimension, and where they are. */
function extremeAlong({ value: x }: Variable, largest: boolean, dim: number, keepdim: boolean): Variable[] {
  refuseEmpty(x, dim, largest ? "max" : "min");
  const places = largest ? x.argmax(dim, true) : x.argmin(dim, true);
  return withoutDim(x, largest ? "Max" : "Min", dim, keepdim, places);
}

/** The entries in order along a dimension, and where they were. */
function sort({ value: x }: Variable, dim: number, descending: boolean): Variable[] {
  const places = placesInLines(x, dim, (line) => order(line, descending));
  return x.dim === 0
    ? [x.clone(), places].map((each) => new Variable(each))
    : valuesAndIndices(x, "Sort", dim, places);
}

/** The k largest or smallest entries along a dimension, in order, and where they were. */
function topk({ value: x }: Variable, k: number, dim: number, largest: boolean): Variable[] {
  if (k > (x.shape.at(dim) ?? 1)) throw new EngineError("RuntimeError", "selected index k out of range");
  const places = placesInLines(x, dim, (line) => order(line, largest).slice(0, k));
  return valuesAndIndices(x, "Topk", dim, places);
}

/** The place of the middle entry of a line; of NaN, if there is one. */
const middleOf = (line: readonly number[]): number => {
  const missing = line.findIndex(Number.isNaN);
  return missing === -1 ? order(line)[Math.trunc((line.length - 1) / 2)]! : missing;
};

/** The entry in the middle; of two, the smaller. */
function median({ value: x }: Variable): Variable {
  if (x.numel === 0) return new Variable(new Tensor(NaN, [], x.dtype));
  const middle = middleOf(x.entries());
  return new Variable(rearrange(x, "Median", (all) => all.reshape([-1]).select(0, middle)));
}

function medianAlong({ value: x }: Variable, dim: number, keepdim: boolean): Variable[] {
  refuseEmpty(x, dim, "median");
  const places = placesInLines(x, dim, (line) => [middleOf(line)]);
  return withoutDim(x, "Median", dim, keepdim, places, 1);
}

/** The place of the most frequent entry, the smallest of those: of its occurrences, the last. */
function mostFrequent(line: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const entry of line) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  const [entry] = [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a));
  return line.lastIndexOf(entry);
}

function mode({ value: x }: Variable, dim: number, keepdim: boolean): Variable[] {
  refuseEmpty(x, dim, "mode");
  const places = placesInLines(x, dim, (line) => [mostFrequent(line)]);
  return withoutDim(x, "Mode", dim, keepdim, places);
}

function kthValue({ value: x }: Variable, k: number, dim: number, keepdim: boolean): Variable[] {
  if (k < 1 || k > (x.shape.at(dim) ?? 1)) {
    throw new EngineError("RuntimeError", `kthvalue(): selected number k out of range for dimension ${dim}`);
  }
  const places = placesInLines(x, dim, (line) => [order(line)[k - 1]!]);
  return withoutDim(x, "Kthvalue", dim, keepdim, places);
}

/** The largest or smallest entry so far, and where it is; of equals the last. */
function running({ value: x }: Variable, largest: boolean, dim: number): Variable[] {
  const places = placesInLines(x, dim, (line) => {
    let best = 0;
    return line.map((entry, place) => {
      const champion = line[best]!;
      const wins = largest ? entry >= champion : entry <= champion;
      if (Number.isNaN(entry) || wins) best = place;
      return best;
    });
  });
  return valuesAndIndices(x, largest ? "Cummax" : "Cummin", dim, places);
}

export const sortSearchCalls = {
  max_along: (x: Variable, dim: number, keepdim: boolean) => extremeAlong(x, true, dim, keepdim),
  min_along: (x: Variable, dim: number, keepdim: boolean) => extremeAlong(x, false, dim, keepdim),
  sort,
  topk,
  median,
  median_along: medianAlong,
  mode,
  kthvalue: kthValue,
  cummax: (x: Variable, dim: number) => running(x, true, dim),
  cummin: (x: Variable, dim: number) => running(x, false, dim),
} satisfies Record<string, Call>;
