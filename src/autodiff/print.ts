/**
 * Tensors as PyTorch prints them, to the character.
 * @see torch/_tensor_str.py (PyTorch 1.13)
 */
import { defaultFloat, isFloating } from "#autodiff/dtype.ts";
import { dense } from "#autodiff/kernels/elementwise.ts";
import type { Tensor } from "#autodiff/tensor.ts";

export interface PrintOptions {
  /** Decimals. */
  precision: number;
  /** How many entries are printed in full. */
  threshold: number;
  /** How many entries at both ends of an axis stand for the others. */
  edgeItems: number;
  lineWidth: number;
  /** Whether to print 1.0000e+01; null leaves it to the numbers. */
  scientific: boolean | null;
}

const options: PrintOptions = {
  precision: 4,
  threshold: 1000,
  edgeItems: 3,
  lineWidth: 80,
  scientific: null,
};

/** `torch.set_printoptions`: what isn't given stays as it was. */
export function setPrintOptions(given: Partial<PrintOptions>): void {
  Object.assign(options, given);
}

type Values = number | Values[];

/** `1.5000e+01`: at least two digits of exponent, as C prints it. */
function scientific(value: number): string {
  return value.toExponential(options.precision).replace(/e([+-])(\d)$/, "e$10$2");
}

/** `nan`, `inf` or `-inf`; null for an ordinary number. */
function special(value: number): string | null {
  if (Number.isNaN(value)) return "nan";
  if (Number.isFinite(value)) return null;
  return value > 0 ? "inf" : "-inf";
}

/** A number with this many decimals. The engine of `toFixed` rounds the exact value, as C does, but stops at 1e21. */
export function fixed(value: number, digits: number): string {
  const text =
    Math.abs(value) < 1e21
      ? value.toFixed(digits)
      : BigInt(value).toString() + (digits ? "." + "0".repeat(digits) : "");
  return Object.is(value, -0) ? `-${text}` : text;
}

/** How every entry is written, and the width that most are padded to. */
interface Format {
  width: number;
  write: (value: number) => string;
}

/** One way of writing that suits all these values: whole, fixed or scientific, padded to one width. */
function formatFor(values: readonly number[], floating: boolean): Format {
  const nonzero = values.filter((value) => Number.isFinite(value) && value !== 0);
  const sizes = nonzero.map(Math.abs);
  const smallest = sizes.reduce((a, b) => Math.min(a, b), Infinity);
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const whole = nonzero.every(Number.isInteger);
  const wide =
    nonzero.length > 0 && (largest / smallest > 1000 || largest > 1e8 || (!whole && smallest < 1e-4));
  const plain = (value: number, inScientific: boolean): string => {
    if (!floating) return String(value);
    const name = special(value);
    if (name !== null) return name;
    if (inScientific) return scientific(value);
    return whole ? `${fixed(value, 0)}.` : fixed(value, options.precision);
  };
  const width = Math.max(1, ...(floating ? nonzero : values).map((value) => plain(value, wide).length));
  // PyTorch settles the width before it asks whether it is to print scientifically.
  const write = (value: number) => plain(value, options.scientific ?? wide).padStart(width);
  return { width, write };
}

/** The first and last few slices along every axis that has more than six. */
function summarized(values: Values): Values {
  if (typeof values === "number") return values;
  const shown =
    values.length > 2 * options.edgeItems
      ? [...values.slice(0, options.edgeItems), ...values.slice(-options.edgeItems)]
      : values;
  return shown.map(summarized);
}

const flat = (values: Values): number[] => (typeof values === "number" ? [values] : values.flatMap(flat));

/** Brackets around rows, indented to stand below each other; blank lines between matrices. */
function layOut(values: Values, format: Format, indent: number, dims: number, summarize: boolean): string {
  if (typeof values === "number") return format.write(values);
  const { edgeItems, lineWidth } = options;
  const abridged = summarize && values.length > 2 * edgeItems;
  const part = (from: number, to?: number) =>
    values.slice(from, to).map((value) => layOut(value, format, indent + 1, dims - 1, summarize));
  const gap = dims === 1 ? " ..." : "...";
  const parts = abridged ? [...part(0, edgeItems), gap, ...part(-edgeItems)] : part(0);
  const margin = " ".repeat(indent + 1);
  if (dims > 1) return `[${parts.join(`,${"\n".repeat(dims - 1)}${margin}`)}]`;
  const perLine = Math.max(1, Math.floor((lineWidth - indent) / (format.width + 2)));
  const lines = Array.from({ length: Math.ceil(parts.length / perLine) }, (_, i) =>
    parts.slice(i * perLine, (i + 1) * perLine).join(", "),
  );
  return `[${lines.join(`,\n${margin}`)}]`;
}

/** The entries as nested lists, a bool as its name. */
function nested(tensor: Tensor): Values {
  const data = dense(tensor.data, tensor.shape, tensor.dtype);
  const nest = (axis: number, start: number, count: number): Values => {
    const length = tensor.shape[axis];
    if (length === undefined) return data[start]!;
    return Array.from({ length }, (_, i) => nest(axis + 1, start + (i * count) / length, count / length));
  };
  return nest(0, 0, data.length);
}

/** The entries alone, without `tensor(…)` around them. */
function formatEntries(tensor: Tensor, indent: number): string {
  if (tensor.numel === 0) return "[]";
  const summarize = tensor.numel > options.threshold;
  const values = nested(tensor);
  const shown = flat(summarize ? summarized(values) : values);
  const format = tensor.dtype === "bool" ? formatOfTruths(shown) : formatFor(shown, isFloating(tensor.dtype));
  return layOut(values, format, indent, tensor.dim, summarize);
}

function formatOfTruths(values: readonly number[]): Format {
  const width = Math.max(...values.map((value) => (value ? 4 : 5)));
  return { width, write: (value) => (value ? "True" : "False").padStart(width) };
}

/** `tensor([1., 2.], requires_grad=True)`; a `Parameter` says so before it. */
export function formatTensor(tensor: Tensor): string {
  const prefix = "tensor(";
  const suffixes: string[] = [];
  if (tensor.numel === 0 && tensor.dim !== 1) suffixes.push(`size=(${tensor.shape.join(", ")})`);
  const usual = tensor.dtype === defaultFloat() || (!isFloating(tensor.dtype) && tensor.numel > 0);
  if (!usual) suffixes.push(`dtype=torch.${tensor.dtype}`);
  if (tensor.gradFn !== null) suffixes.push(`grad_fn=<${tensor.gradFn}>`);
  else if (tensor.requiresGrad) suffixes.push("requires_grad=True");
  let text = prefix + formatEntries(tensor, prefix.length);
  let column = text.length - text.lastIndexOf("\n") + 1;
  for (const suffix of suffixes) {
    const wraps = column + suffix.length + 2 > options.lineWidth;
    text += wraps ? `,\n${" ".repeat(prefix.length)}${suffix}` : `, ${suffix}`;
    column = wraps ? prefix.length + suffix.length : column + suffix.length + 2;
  }
  return `${text})`;
}
