/**
 * Arrays as NumPy prints them, to the character.
 * @see numpy/core/arrayprint.py (NumPy 1.24), whose defaults these are
 */
import { isFloating, type DType, type Tensor } from "#autodiff/index.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import type { Variable } from "#runtime/python/bridge/variable.ts";

export interface NumpyPrintOptions {
  /** The most digits after the point. */
  precision: number;
  /** More entries than this are abridged. */
  threshold: number;
  edgeitems: number;
  linewidth: number;
  /** Never writes exponents for small numbers. */
  suppress: boolean;
  /** Writes all digits of the precision, zeros too. */
  fixed: boolean;
}

export const defaultPrintOptions: Readonly<NumpyPrintOptions> = {
  precision: 8,
  threshold: 1000,
  edgeitems: 3,
  linewidth: 75,
  suppress: false,
  fixed: false,
};

/** The fewest significant digits that only this number rounds to: `2.5e-1`. */
function shortest(value: number, single: boolean): string {
  if (single) {
    for (let digits = 0; digits < 9; digits++) {
      const text = value.toExponential(digits);
      if (Math.fround(Number(text)) === value) return text;
    }
  }
  return value.toExponential();
}

/** Rounds a decimal written out in full to this many digits after the point; a tie goes to the even digit, as in NumPy. */
function roundDecimal(exact: string, rounded: string, digits: number): string {
  const point = exact.indexOf(".");
  const rest = exact.slice(point + 1 + digits);
  if (!/^50*$/.test(rest)) return rounded;
  const truncated = exact.slice(0, point + 1 + digits);
  const even = Number(truncated.at(-1) === "." ? truncated.at(-2) : truncated.at(-1)) % 2 === 0;
  return even ? truncated : rounded;
}

const withPoint = (text: string): string => (text.includes(".") ? text.replace(/0+$/, "") : `${text}.`);

/** `1.5`, `2.`: no more digits than needed, and none beyond the precision. */
function positional(value: number, precision: number, single: boolean): string {
  const [mantissa, exponent] = shortest(value, single).split("e") as [string, string];
  const needed = Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(exponent));
  const text =
    needed <= precision
      ? value.toFixed(needed)
      : roundDecimal(value.toFixed(100), value.toFixed(precision), precision);
  return withPoint(Object.is(value, -0) ? `-${text}` : text);
}

/** `1.5e-05`, as mantissa and exponent: the exponent has a sign and two digits at least. */
function scientific(value: number, precision: number, single: boolean): [mantissa: string, exponent: string] {
  const [mantissa, power] = shortest(value, single).split("e") as [string, string];
  const needed = mantissa.split(".")[1]?.length ?? 0;
  const exponent = `${power[0] ?? "+"}${power.slice(1).padStart(2, "0")}`;
  if (needed <= precision) return [withPoint(mantissa), exponent];
  const exact = value.toExponential(100).split("e")[0]!;
  const [rounded, newPower] = value.toExponential(precision).split("e") as [string, string];
  return [
    withPoint(roundDecimal(exact, rounded, precision)),
    `${newPower[0] ?? "+"}${newPower.slice(1).padStart(2, "0")}`,
  ];
}

type Format = (value: number) => string;

function floatFormat(values: readonly number[], single: boolean, options: NumpyPrintOptions): Format {
  const { precision, suppress, fixed } = options;
  const finite = values.filter(Number.isFinite);
  const sizes = finite.filter((value) => value !== 0).map(Math.abs);
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const smallest = sizes.reduce((a, b) => Math.min(a, b), Infinity);
  const exponential =
    sizes.length > 0 && (largest >= 1e8 || (!suppress && (smallest < 0.0001 || largest / smallest > 1000)));
  let left = 0;
  let right = 0;
  let write: (value: number) => [left: string, right: string];
  if (exponential) {
    const texts = finite.map((value) => scientific(value, precision, single));
    const fraction = fixed
      ? precision
      : Math.max(...texts.map(([mantissa]) => mantissa.split(".")[1]!.length));
    const power = Math.max(...texts.map(([, exponent]) => exponent.length)) - 1;
    left = Math.max(...texts.map(([mantissa]) => mantissa.split(".")[0]!.length));
    right = power + 2 + fraction;
    write = (value) => {
      const [mantissa, exponent] = scientific(value, fraction, single);
      const [whole, decimals] = mantissa.split(".") as [string, string];
      const digits = exponent.slice(1).padStart(power, "0");
      return [whole, `${decimals.padEnd(fraction, "0")}e${exponent[0]!}${digits}`];
    };
  } else {
    const split = (value: number) => positional(value, precision, single).split(".") as [string, string];
    const texts = finite.map(split);
    left = texts.reduce((width, [whole]) => Math.max(width, whole.length), 0);
    right = fixed ? precision : texts.reduce((width, [, decimals]) => Math.max(width, decimals.length), 0);
    write = split;
  }
  if (finite.length < values.length) {
    const widest = values.includes(-Infinity) ? 4 : 3;
    left = Math.max(left, widest - right - 1);
  }
  return (value) => {
    if (Number.isNaN(value)) return "nan".padStart(left + right + 1);
    if (!Number.isFinite(value)) return (value > 0 ? "inf" : "-inf").padStart(left + right + 1);
    const [whole, decimals] = write(value);
    return `${whole.padStart(left)}.${exponential ? decimals : decimals.padEnd(right, fixed ? "0" : " ")}`;
  };
}

function formatFor(values: readonly number[], dtype: DType, options: NumpyPrintOptions): Format {
  if (dtype === "bool") return (value) => (value ? " True" : "False");
  if (isFloating(dtype)) return floatFormat(values, dtype === "float32", options);
  const width = values.reduce((most, value) => Math.max(most, String(value).length), 0);
  return (value) => String(value).padStart(width);
}

/** The array between its brackets; `prefix` is what stands before it on its first line. */
function entriesText(
  array: Tensor,
  separator: string,
  prefix: string,
  suffix: string,
  options: NumpyPrintOptions,
  words: readonly string[] = [],
): string {
  if (array.numel === 0) return "[]";
  const { shape } = array;
  const entries = array.entries();
  const abridges = array.numel > options.threshold;
  const { edgeitems } = options;
  /** The places that are shown along an axis; null for those left out. */
  const shown = (axis: number): (number | null)[] => {
    const length = shape[axis]!;
    const all = Array.from({ length }, (_, i) => i);
    return abridges && length > 2 * edgeitems
      ? [...all.slice(0, edgeitems), null, ...all.slice(-edgeitems)]
      : all;
  };
  const visible: number[] = [];
  const collect = (axis: number, start: number, size: number): void => {
    if (axis === shape.length) {
      visible.push(entries[start]!);
      return;
    }
    const step = size / shape[axis]!;
    for (const i of shown(axis)) if (i !== null) collect(axis + 1, start + i * step, step);
  };
  collect(0, 0, entries.length);
  const format = formatFor(visible, array.dtype, options);
  const gap = separator.trimEnd();

  const layOut = (axis: number, start: number, size: number, indent: string, width: number): string => {
    const step = size / shape[axis]!;
    const places = shown(axis);
    if (axis === shape.length - 1) {
      const most = width - Math.max(gap.length, 1);
      let text = "";
      let line = indent;
      for (const [position, i] of places.entries()) {
        const word = i === null ? "..." : (words[start + i] ?? format(entries[start + i]!));
        if (line.length + word.length > most && line.length > indent.length) {
          text += `${line.trimEnd()}\n`;
          line = indent;
        }
        line += word;
        if (position < places.length - 1) line += separator;
      }
      return `[${(text + line).slice(indent.length)}]`;
    }
    const parts = places.map((i) =>
      i === null ? "..." : layOut(axis + 1, start + i * step, step, `${indent} `, width - 1),
    );
    const between = `${gap}${"\n".repeat(shape.length - axis - 1)}${indent}`;
    return `[${parts.join(between)}]`;
  };
  const width = options.linewidth - suffix.length;
  return layOut(0, 0, entries.length, ` ${" ".repeat(prefix.length)}`, width);
}

/** `[1. 2.]`: what `str` gives. */
export const arrayText = (array: Tensor, options: NumpyPrintOptions, words?: readonly string[]): string =>
  entriesText(array, " ", "", "", options, words);

/** The number in an array without axes. */
const alone = (array: Tensor, options: NumpyPrintOptions): string =>
  formatFor(array.entries(), array.dtype, options)(array.item()).trim();

/** What `np.array2string` gives. */
export function arrayListing(
  array: Tensor,
  separator: string,
  prefix: string,
  suffix: string,
  options: NumpyPrintOptions,
  words?: readonly string[],
): string {
  if (array.dim === 0) return words?.[0] ?? alone(array, options);
  return entriesText(array, separator, prefix, suffix, options, words);
}

/** A number on its own: as Python writes it, a float32 with the fewest digits that only it rounds to. */
export function scalarText(value: number, dtype: DType): string {
  if (dtype === "bool") return value ? "True" : "False";
  if (!isFloating(dtype)) return String(value);
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const single = dtype === "float32";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    const [mantissa, exponent] = scientific(value, 20, single);
    return `${mantissa.replace(/\.$/, "")}e${exponent}`;
  }
  return positional(value, 30, single).replace(/\.$/, ".0");
}

/** `array([1., 2.])`: what `repr` gives. */
export function arrayRepr(array: Tensor, options: NumpyPrintOptions, words?: readonly string[]): string {
  const prefix = "array(";
  const implied = array.dtype !== "float32" && array.numel > 0;
  const suffix = implied ? ")" : ",";
  const empty = array.numel === 0 && array.dim !== 1;
  const filled =
    array.dim > 0 ? entriesText(array, ", ", prefix, suffix, options, words) : alone(array, options);
  const listed = empty ? `[], shape=(${array.shape.join(", ")})` : filled;
  const text = prefix + listed + suffix;
  if (implied) return text;
  const dtype = `dtype=${array.dtype})`;
  const column = text.length - (text.lastIndexOf("\n") + 1);
  const wraps = column + dtype.length + 1 > options.linewidth;
  return `${text}${wraps ? `\n${" ".repeat(prefix.length)}` : " "}${dtype}`;
}

/** What a run can set: how arrays are printed. */
export function printingCalls() {
  const options: NumpyPrintOptions = { ...defaultPrintOptions };
  return {
    array_text: (x: Variable, ...words: string[]) => arrayText(x.value, options, words),
    array_repr: (x: Variable, ...words: string[]) => arrayRepr(x.value, options, words),
    /** Beside what is set, options in pairs: a name and its value. */
    array_listing: (x: Variable, separator: string, prefix: string, suffix: string, ...pairs: never[]) => {
      const overrides = Object.fromEntries(
        pairs.flatMap((name, i) => (i % 2 === 0 ? [[name, pairs[i + 1]]] : [])),
      );
      return arrayListing(x.value, separator, prefix, suffix, { ...options, ...overrides });
    },
    array_listing_of: (x: Variable, separator: string, prefix: string, suffix: string, ...words: string[]) =>
      arrayListing(x.value, separator, prefix, suffix, options, words),
    scalar_text: (x: Variable) => scalarText(x.value.item(), x.value.dtype),
    print_option: (name: keyof NumpyPrintOptions) => options[name],
    set_print_option: (name: keyof NumpyPrintOptions, value: never) => {
      options[name] = value;
    },
  } satisfies Record<string, Call>;
}
