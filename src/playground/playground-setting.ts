/** What a reader sets in the playground: a function, a derivative of it, and the inputs that they are tried on. */
import * as z from "zod/mini";
import { languages, type Language } from "#reading/language.ts";

/** How one parameter of the function is drawn. */
export interface Input {
  name: string;
  /** Lengths of its axes, or names of sizes; empty for a number. */
  axes: readonly (number | string)[];
  low: number;
  high: number;
  /** Whole numbers only. A single one reaches the code as an integer, and has no derivative. */
  integer: boolean;
  /** Whether the derivative with respect to it is asked for. */
  wanted: boolean;
}

export interface Code {
  function: string;
  derivative: string;
}

export interface PlaygroundSetting extends Code {
  language: Language;
  /** In the order of the function's parameters. */
  inputs: readonly Input[];
  /** The least and the greatest length of axes that vary, by name. */
  sizes: Readonly<Record<string, readonly [number, number]>>;
}

/** Longest code, longest axis, most axes, most parameters. */
export const bounds = { code: 20_000, length: 12, axes: 2, inputs: 8, magnitude: 1e6 } as const;

/** Whether it is a name in Python and JavaScript alike, and none that every object has already. */
export const isName = (text: string): boolean =>
  /^[A-Za-z_]\w{0,39}$/.test(text) && !(text in Object.prototype);

const name = z.string().check(z.refine(isName));
const length = z.int().check(z.gte(1), z.lte(bounds.length));
const number = z.number().check(z.gte(-bounds.magnitude), z.lte(bounds.magnitude));
const code = z.string().check(z.maxLength(bounds.code));

const input: z.ZodMiniType<Input> = z.object({
  name,
  axes: z.array(z.union([length, name])).check(z.maxLength(bounds.axes)),
  low: number,
  high: number,
  integer: z.boolean(),
  wanted: z.boolean(),
});

const unique = (names: readonly string[]): boolean => new Set(names).size === names.length;

/** Settings that come from outside: from a link, or from what the browser kept. */
export const settingSchema: z.ZodMiniType<PlaygroundSetting> = z.object({
  language: z.enum(languages),
  function: code,
  derivative: code,
  inputs: z.array(input).check(
    z.maxLength(bounds.inputs),
    z.refine((inputs) => unique(inputs.map((each) => each.name))),
  ),
  sizes: z
    .record(name, z.tuple([length, length]))
    .check(z.refine((sizes) => Object.keys(sizes).length <= bounds.inputs * bounds.axes)),
});

/** Whether there is a derivative with respect to an input: not to a single integer. */
export const isDifferentiable = ({ integer, axes }: Input): boolean => !integer || axes.length > 0;

/** The inputs whose derivative is asked for and exists, in the order of the parameters. */
export const wantedInputs = ({ inputs }: Pick<PlaygroundSetting, "inputs">): Input[] =>
  inputs.filter((each) => each.wanted && isDifferentiable(each));

/** The names of sizes that the inputs use. */
export const sizeNames = (inputs: readonly Input[]): string[] => [
  ...new Set(inputs.flatMap(({ axes }) => axes.filter((axis) => typeof axis === "string"))),
];

export const usualSize: readonly [number, number] = [2, 4];

/** How a parameter is drawn until the reader says otherwise: a number from −2 to 2, its derivative wanted. */
export const usualInput = (named: string): Input => ({
  name: named,
  axes: [],
  low: -2,
  high: 2,
  integer: false,
  wanted: true,
});
