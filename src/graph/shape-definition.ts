/** A function of arrays whose sizes a reader chooses, to look at entry by entry. */
import {
  grad,
  manualSeed,
  ones,
  randint,
  tensor,
  type NestedNumbers,
  type Shape,
  type Tensor,
} from "#autodiff/index.ts";
import { entrySums, type EntrySums } from "#graph/entry-sums.ts";
import { expressionsOver } from "#graph/expression.ts";
import { nodesBehind } from "#graph/nodes.ts";

/** The length of axes that go together, for the reader to choose. */
export interface ShapeSize {
  name: string;
  value: number;
  min: number;
  max: number;
}

/** What an author writes; `content/shapes/<name>.ts` exports one as its default. */
export interface ShapeDefinition<Input extends string = string, Size extends string = string> {
  /** A few words, in sentence case. */
  title: string;
  sizes: Readonly<Record<Size, ShapeSize>>;
  /** Each input's axes, at most two, and its entries at first; those of larger sizes are drawn. */
  inputs: Readonly<
    Record<Input, { axes: readonly (number | NoInfer<Size>)[]; value: readonly NestedNumbers[] }>
  >;
  /** Every array to show beside the inputs, by its name, in the order of computation. The last one is the result. */
  forward: (inputs: Readonly<Record<Input, Tensor>>) => Readonly<Record<string, Tensor>>;
  /** The inputs to differentiate by; the others are data. */
  wrt: readonly NoInfer<Input>[];
  /** For a result that is an array: an upstream gradient at first, in place of ones. */
  upstream?: readonly NestedNumbers[];
  /** The entry to point at first, such as `dW[0, 2]`. */
  begin: string;
}

/** What the reader can change, and has. */
export interface ShapeSetting {
  sizes: Readonly<Record<string, number>>;
  /** Which numbers: those of the definition for 0. */
  draw: number;
  /** What arrives at the result. One number gets 1 always. */
  upstream: "ones" | "any";
}

export interface PicturedArray {
  name: string;
  shape: Shape;
  /** Entries in row-major order. */
  value: readonly number[];
  /** The same for its gradient; null for data. */
  gradient: readonly number[] | null;
  isInput: boolean;
  /** How often its only row is repeated to meet a larger array. */
  repeated: number;
}

/** All arrays with their entries, and what each entry is the sum of. Plain data. */
export interface ShapePicture {
  formula: string;
  /** In the order of the definition; the last is the result. */
  arrays: readonly PicturedArray[];
  sums: EntrySums;
}

/** Types a definition: the names in `forward`, `wrt` and `axes` must be names of `inputs` and `sizes`. */
export function defineShapes<const Input extends string, const Size extends string>(
  definition: ShapeDefinition<Input, Size>,
): ShapeDefinition {
  return definition;
}

/** The setting that a definition begins with. */
export const initialShapeSetting = ({ sizes }: Pick<ShapeDefinition, "sizes">): ShapeSetting => ({
  sizes: Object.fromEntries(Object.entries(sizes).map(([size, { value }]) => [size, value])),
  draw: 0,
  upstream: "ones",
});

/** The longest side of an array. */
export const longestSide = 8;

/** From −3 to 3 in halves, and never 0: a product with 0 would hide what flows. The same for the same seed. */
function drawnGrid(seed: number): number[][] {
  manualSeed(seed);
  const halves = randint(-6, 6, [longestSide, longestSide]).toList() as number[][];
  return halves.map((row) => row.map((half) => (half < 0 ? half : half + 1) / 2));
}

/** The upper left corner of a drawn grid, with fixed entries in place of drawn ones. Other sizes leave an entry what it was. */
function corner(shape: Shape, seed: number, fixed: readonly NestedNumbers[]): Tensor {
  const grid = drawnGrid(seed);
  const fill = (
    [length, ...rest]: Shape,
    drawn: readonly NestedNumbers[],
    fixedPart: readonly NestedNumbers[] = [],
  ): NestedNumbers =>
    Array.from({ length: length! }, (_, i) =>
      rest.length === 0
        ? (fixedPart[i] ?? drawn[i]!)
        : fill(
            rest,
            drawn[i] as readonly NestedNumbers[],
            fixedPart[i] as readonly NestedNumbers[] | undefined,
          ),
    );
  return tensor(fill(shape, shape.length === 1 ? grid[0]! : grid, fixed), {
    dtype: "float64",
    requiresGrad: true,
  });
}

/** How often the only row of a tensor is repeated by an operation that works entry by entry. */
function repeatedRows(array: Tensor, value: Tensor): number {
  const repeats = nodesBehind(value)
    .filter(({ inputs, operation }) => inputs.includes(array) && operation.elementwise)
    .map(({ out }) => (out.dim === 2 && array.dim > 0 && out.numel > array.numel ? out.shape[0]! : 1));
  return Math.max(1, ...repeats);
}

/**
 * Runs a definition at a setting, in float64, and sweeps back once. Throws an Error where an operation isn't told entry by
 * entry.
 */
export function pictureOf(definition: ShapeDefinition, setting: ShapeSetting): ShapePicture {
  const { inputs, forward, wrt, upstream = [] } = definition;
  const seed = setting.draw * 100;
  const tensors = Object.fromEntries(
    Object.entries(inputs).map(([name, { axes, value }], i) => {
      const shape = axes.map((axis) => (typeof axis === "number" ? axis : setting.sizes[axis]!));
      return [name, corner(shape, seed + i + 1, setting.draw === 0 ? value : [])];
    }),
  );
  const computed = forward(tensors);
  const named = Object.entries({ ...tensors, ...computed });
  const names = new Map(named.map(([name, array]) => [array, name]));
  const result = named.at(-1)![1];
  const arriving =
    setting.upstream === "ones" || result.dim === 0
      ? ones(result.shape, { dtype: "float64" })
      : corner(result.shape, seed + 99, setting.draw === 0 ? upstream : []).detach();
  const gradients = grad(
    result,
    named.map(([, array]) => array),
    { gradOutputs: [arriving], allowUnused: true, retainGraph: true },
  );
  const isData = (name: string) => name in inputs && !wrt.includes(name);
  const data = new Set(named.flatMap(([name]) => (isData(name) ? `d${name}` : [])));
  const write = expressionsOver(new Map(Object.entries(tensors).map(([name, array]) => [array, name])));
  return {
    formula: `${names.get(result)!} = ${write(result)}`,
    arrays: named.map(([name, array], i) => ({
      name,
      shape: array.shape,
      value: array.entries(),
      gradient: isData(name) ? null : (gradients[i]?.entries() ?? null),
      isInput: name in inputs,

      repeated: repeatedRows(array, result),
    })),
    sums: Object.fromEntries(
      Object.entries(entrySums(result, names)).filter(([entry]) => !data.has(entry.replace(/\[.*/, ""))),
    ),
  };
}
