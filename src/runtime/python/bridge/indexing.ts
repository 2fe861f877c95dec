/** What stands between the brackets of `x[…]`, and the part of x that it names. */
import { arange, EngineError, Tensor } from "#autodiff/index.ts";
import { rearrange } from "#autodiff/operations/take.ts";
import { Variable, type ViewFn } from "#runtime/python/bridge/variable.ts";

type IndexPart =
  | { kind: "index"; at: number }
  | { kind: "slice"; start: number | null; stop: number | null; step: number }
  | { kind: "new" }
  | { kind: "rest" }
  | { kind: "places"; places: Tensor };

/** PyTorch's and NumPy's rules are the same but for these. */
export interface Dialect {
  /** The message for more parts than axes. */
  tooMany: (dims: number, parts: number) => string;
  /** The message for a mask that doesn't fit. */
  wrongMask: (mask: Tensor, whole: Tensor, axis: number) => string;
  outOfBounds: (index: number, axis: number, length: number) => string;
  /** `x[::-1]` */
  backwards: boolean;
  /** Beside lists of places, an integer counts as a list too, which decides where their axis goes. */
  integersAreLists: boolean;
}

/** Reads the parts as Python writes them out: a word for each, and what belongs to it. */
function parseParts(words: readonly unknown[]): IndexPart[] {
  const parts: IndexPart[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at++];
    if (word === "index") parts.push({ kind: word, at: words[at++] as number });
    else if (word === "slice") {
      const [start, stop, step] = words.slice(at, at + 3) as (number | null)[];
      parts.push({ kind: word, start: start ?? null, stop: stop ?? null, step: step ?? 1 });
      at += 3;
    } else if (word === "places") parts.push({ kind: word, places: (words[at++] as Variable).value });
    else parts.push({ kind: word as "new" | "rest" });
  }
  return parts;
}

/** Whether the parts pick by lists or masks: then the result is a copy, not a view. */
const picksPlaces = (parts: readonly IndexPart[]): boolean => parts.some(({ kind }) => kind === "places");

/** How many axes a part uses up. */
function width(part: IndexPart): number {
  if (part.kind === "places") return part.places.dtype === "bool" ? part.places.dim : 1;
  return part.kind === "index" || part.kind === "slice" ? 1 : 0;
}

/** Where a mask is true: one list of places for each of its axes. */
function placesOf(mask: Tensor): Tensor[] {
  const hits = mask.entries().flatMap((hit, place) => (hit ? [place] : []));
  let step = 1;
  const lists: Tensor[] = [];
  for (let axis = mask.dim - 1; axis >= 0; axis--) {
    const length = mask.shape[axis]!;
    const inner = step;
    const list = Float64Array.from(hits, (place) => Math.trunc(place / inner) % length);
    lists.unshift(new Tensor(list, [hits.length], "int64"));
    step *= length;
  }
  return lists;
}

/** The slices of x that an index names along a dimension. */
export function indexAlong(x: Tensor, dim: number, index: Tensor): Tensor {
  const axis = dim < 0 ? dim + x.dim : dim;
  return x.indexWith(...Array.from({ length: axis + 1 }, (_, a) => (a === axis ? index : null)));
}

/** The entries of x in reverse order along some dimensions. */
export const flip = (x: Tensor, dims: readonly number[]): Tensor =>
  rearrange(x, "Flip", (places) =>
    dims.reduce((all, dim) => indexAlong(all, dim, arange(x.shape.at(dim)! - 1, -1, -1)), places),
  );

/** Every `step`th entry back from `start`, with Python's rules for bounds. */
function backwards(x: Tensor, axis: number, { start, stop, step }: IndexPart & { kind: "slice" }): Tensor {
  const length = x.shape[axis]!;
  const clamp = (bound: number) => Math.min(Math.max(bound < 0 ? bound + length : bound, -1), length - 1);
  const first = start === null ? length - 1 : clamp(start);
  const last = stop === null ? -1 : clamp(stop);
  const count = Math.max(0, Math.ceil((last - first) / step));
  const places = Float64Array.from({ length: count }, (_, i) => first + i * step);
  return rearrange(x, "Slice", (all) => indexAlong(all, axis, new Tensor(places, [count], "int64")));
}

/**
 * Resolves the parts against a shape once, so that the same part can be looked at again. Throws an IndexError for more parts
 * than axes, and for two ellipses; so does the view, for places outside, and for a mask that doesn't fit.
 */
function indexView(whole: Tensor, parts: readonly IndexPart[], dialect: Dialect): ViewFn {
  const used = parts.reduce((sum, part) => sum + width(part), 0);
  if (used > whole.dim) throw new EngineError("IndexError", dialect.tooMany(whole.dim, used));
  if (parts.filter(({ kind }) => kind === "rest").length > 1) {
    throw new EngineError("IndexError", "an index can only have a single ellipsis ('...')");
  }
  const lists = picksPlaces(parts);
  return (x) => {
    let result = x;
    let axis = 0;
    let own = 0;
    const picked: (Tensor | null)[] = [];
    for (const part of parts) {
      switch (part.kind) {
        case "new":
          result = result.unsqueeze(axis);
          axis++;
          break;
        case "rest":
          axis += whole.dim - used;
          own += whole.dim - used;
          break;
        case "index": {
          const length = x.shape[own]!;
          if (part.at < -length || part.at >= length) {
            throw new EngineError("IndexError", dialect.outOfBounds(part.at, own, length));
          }
          if (lists && dialect.integersAreLists) picked[axis++] = new Tensor(part.at, [], "int64");
          else result = result.select(axis, part.at);
          own++;
          break;
        }
        case "slice":
          result =
            part.step < 0 && dialect.backwards
              ? backwards(result, axis, part)
              : result.slice(axis, part.start, part.stop, part.step);
          axis++;
          own++;
          break;
        case "places": {
          const { places } = part;
          if (places.dtype !== "bool") {
            const length = x.shape[own]!;
            const outside = places.entries().find((at) => at < -length || at >= length);
            if (outside !== undefined) {
              throw new EngineError("IndexError", dialect.outOfBounds(outside, own, length));
            }
            picked[axis++] = places;
            own++;
            break;
          }
          const misfit = places.shape.findIndex((length, a) => length !== x.shape[own + a]);
          if (misfit !== -1) {
            throw new EngineError("IndexError", dialect.wrongMask(places, x, own + misfit));
          }
          for (const list of placesOf(places)) {
            picked[axis++] = list;
            own++;
          }
        }
      }
    }
    if (lists) return result.indexWith(...Array.from(picked, (list) => list ?? null));
    return parts.every(({ kind }) => kind === "rest") ? rearrange(result, "Alias", (all) => all) : result;
  };
}

const brackets = (shape: readonly number[]): string => `[${shape.join(", ")}]`;

export const torchDialect: Dialect = {
  tooMany: (dims) =>
    dims === 0
      ? "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number"
      : `too many indices for tensor of dimension ${dims}`,
  wrongMask: (mask, whole, axis) =>
    `The shape of the mask ${brackets(mask.shape)} at index ${axis} does not match the shape of the indexed tensor ${brackets(whole.shape)} at index ${axis}`,
  outOfBounds: (index, axis, length) =>
    `index ${index} is out of bounds for dimension ${axis} with size ${length}`,
  backwards: false,
  integersAreLists: false,
};

export const numpyDialect: Dialect = {
  tooMany: (dims, parts) =>
    `too many indices for array: array is ${dims}-dimensional, but ${parts} were indexed`,
  wrongMask: (mask, whole, axis) =>
    `boolean index did not match indexed array along dimension ${axis}; dimension is ${whole.shape[axis]!} but corresponding boolean dimension is ${mask.shape[axis] ?? 0}`,
  outOfBounds: (index, axis, length) =>
    `index ${index} is out of bounds for axis ${axis} with size ${length}`,
  backwards: true,
  integersAreLists: true,
};

/** `x[…]`: a view, or a copy where it picks places and nothing is to be written there. */
export const indexing =
  (dialect: Dialect) =>
  (x: Variable, writing: boolean, ...words: unknown[]): Variable => {
    const parts = parseParts(words);
    const viewOf = indexView(x.value, parts, dialect);
    return picksPlaces(parts) && !writing ? new Variable(viewOf(x.value)) : x.view(viewOf);
  };
