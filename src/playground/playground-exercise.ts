/** The exercise that a playground's setting amounts to: how its inputs are drawn, and what is asked. */
import type { Tensor } from "#autodiff/index.ts";
import { starter, type Exercise, type Nested, type Random, type Sampler } from "#exercise/index.ts";
import { signatureOf } from "#playground/signature.ts";
import {
  usualSize,
  wantedInputs,
  type Input,
  type PlaygroundSetting,
} from "#playground/playground-setting.ts";

/** Numbers of a range have two decimals, or as many as it takes to tell a hundred of them apart. */
function step(low: number, high: number): { size: number; decimals: number } {
  const decimals = Math.min(12, Math.max(2, 2 - Math.floor(Math.log10(high - low || 1))));
  return { size: 10 ** -decimals, decimals };
}

function entryOf({ low, high, integer }: Input): (random: Random) => number {
  const { size, decimals } = integer ? { size: 1, decimals: 0 } : step(low, high);
  const first = Math.ceil(low / size - 1e-6);
  const count = Math.floor(high / size + 1e-6) - first + 1;
  return (random) => Number(((first + Math.floor(random() * count)) * size).toFixed(decimals)) + 0;
}

const fill = (shape: readonly number[], entry: () => number): Nested => {
  const [length, ...rest] = shape;
  return length === undefined ? entry() : Array.from({ length }, () => fill(rest, entry));
};

function samplerFor(input: Input): Sampler {
  const entry = entryOf(input);
  const [least, most] = [Math.max(Math.ceil(input.low), -3), Math.min(Math.floor(input.high), 3)];
  const small = least <= most ? (random: Random) => least + Math.floor(random() * (most - least + 1)) : entry;
  return {
    axes: input.axes,
    integer: input.integer && input.axes.length === 0,
    draw: (random, shape) => fill(shape, () => entry(random)),
    small: (random, shape) => fill(shape, () => small(random)),
  };
}

/** Of a size that the reader gave no range to yet. */
const sizesOf = ({ inputs, sizes }: PlaygroundSetting): Record<string, readonly [number, number]> =>
  Object.fromEntries(
    inputs.flatMap(({ axes }) =>
      axes.flatMap((axis) =>
        typeof axis === "string"
          ? [[axis, Object.hasOwn(sizes, axis) ? sizes[axis]! : usualSize] as const]
          : [],
      ),
    ),
  );

/** @param forward the function, as far as it has been traced */
export function exerciseFor(
  setting: PlaygroundSetting,
  forward: (inputs: Readonly<Record<string, Tensor>>) => Tensor,
): Exercise {
  const name = signatureOf(setting.derivative, setting.language)?.name ?? derivativeName(setting);
  const nothing = { python: "", javascript: "" };
  return {
    id: "playground",
    title: "Playground",
    sizes: sizesOf(setting),
    inputs: Object.fromEntries(setting.inputs.map((input) => [input.name, samplerFor(input)])),
    forward,
    wrt: wantedInputs(setting).map((input) => input.name),
    asks: { name, params: setting.inputs.map((input) => input.name) },
    shown: nothing,
    solution: nothing,
    hints: [],
  };
}

/** What the derivative is called unless the reader calls it something else. */
function derivativeName({
  function: code,
  language,
}: Pick<PlaygroundSetting, "function" | "language">): string {
  const { name } = signatureOf(code, language) ?? { name: "f" };
  return language === "python" ? `d_${name}` : `d${name[0]!.toUpperCase()}${name.slice(1)}`;
}

/** The derivative's first lines, for the reader to fill in. */
export function starterFor(setting: Pick<PlaygroundSetting, "function" | "language" | "inputs">): string {
  const { language, inputs } = setting;
  return starter(
    {
      asks: { name: derivativeName(setting), params: inputs.map(({ name }) => name) },
      wrt: wantedInputs(setting).map(({ name }) => name),
      inputs: Object.fromEntries(inputs.map((input) => [input.name, samplerFor(input)])),
    },
    language,
  ).trimEnd();
}
