/**
 * Tensors as PyTorch prints them, to the character.
 * @see torch/_tensor_str.py (PyTorch 1.13), whose defaults these are
 */
import { isFloating } from "#autodiff/dtype.ts";
import { dense } from "#autodiff/kernels.ts";
import type { Tensor } from "#autodiff/tensor.ts";

const precision = 4;
const threshold = 1000;
const edgeItems = 3;
const lineWidth = 80;

type Values = number | Values[];

/** `1.5000e+01`: at least two digits of exponent, as C prints it. */
function scientific(value: number): string {
  return value.toExponential(precision).replace(/e([+-])(\d)$/, "e$10$2");
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

/** One way of writing that suits all these values: whole, fixed or scientific, padded to one width. */
function formatterFor(values: readonly number[], floating: boolean): (value: number) => string {
  const nonzero = values.filter((value) => Number.isFinite(value) && value !== 0);
  const sizes = nonzero.map(Math.abs);
  const smallest = sizes.reduce((a, b) => Math.min(a, b), Infinity);
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const whole = nonzero.every(Number.isInteger);
  const wide =
    nonzero.length > 0 && (largest / smallest > 1000 || largest > 1e8 || (!whole && smallest < 1e-4));
  const plain = (value: number): string => {
    if (!floating) return String(value);
    const name = special(value);
    if (name !== null) return name;
    if (wide) return scientific(value);
    return whole ? `${fixed(value, 0)}.` : fixed(value, precision);
  };
  const width = Math.max(1, ...(floating ? nonzero : values).map((value) => plain(value).length));
  return (value) => plain(value).padStart(width);
}

/** The first and last few slices along every axis that has more than six. */
function summarized(values: Values): Values {
  if (typeof values === "number") return values;
  const shown =
    values.length > 2 * edgeItems ? [...values.slice(0, edgeItems), ...values.slice(-edgeItems)] : values;
  return shown.map(summarized);
}

const flat = (values: Values): number[] => (typeof values === "number" ? [values] : values.flatMap(flat));

/** Brackets around rows, indented to stand below each other; blank lines between matrices. */
function layOut(
  values: Values,
  format: (value: number) => string,
  indent: number,
  dims: number,
  summarize: boolean,
): string {
  if (typeof values === "number") return format(values);
  const abridged = summarize && values.length > 2 * edgeItems;
  const part = (from: number, to?: number) =>
    values.slice(from, to).map((value) => layOut(value, format, indent + 1, dims - 1, summarize));
  const gap = dims === 1 ? " ..." : "...";
  const parts = abridged ? [...part(0, edgeItems), gap, ...part(-edgeItems)] : part(0);
  const margin = " ".repeat(indent + 1);
  if (dims > 1) return `[${parts.join(`,${"\n".repeat(dims - 1)}${margin}`)}]`;
  const width =
    parts.length === 0 ? 1 : Math.max(...parts.filter((text) => text !== " ...").map((text) => text.length));
  const perLine = Math.max(1, Math.floor((lineWidth - indent) / (width + 2)));
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
  const summarize = tensor.numel > threshold;
  const values = nested(tensor);
  const shown = flat(summarize ? summarized(values) : values);
  if (tensor.dtype === "bool") {
    const width = Math.max(...shown.map((value) => (value ? 4 : 5)));
    return layOut(
      values,
      (value) => (value ? "True" : "False").padStart(width),
      indent,
      tensor.dim,
      summarize,
    );
  }
  const format = formatterFor(shown, isFloating(tensor.dtype));
  return layOut(values, format, indent, tensor.dim, summarize);
}

/** `tensor([1., 2.], requires_grad=True)`; a `Parameter` says so before it. */
export function formatTensor(tensor: Tensor): string {
  const prefix = "tensor(";
  const suffixes: string[] = [];
  if (tensor.numel === 0 && tensor.dim !== 1) suffixes.push(`size=(${tensor.shape.join(", ")})`);
  const usual =
    tensor.dtype === "float32" || tensor.dtype === "bool" || (tensor.dtype === "int64" && tensor.numel > 0);
  if (!usual) suffixes.push(`dtype=torch.${tensor.dtype}`);
  if (tensor.gradFn !== null) suffixes.push(`grad_fn=<${tensor.gradFn}>`);
  else if (tensor.requiresGrad) suffixes.push("requires_grad=True");
  let text = prefix + formatEntries(tensor, prefix.length);
  let column = text.length - text.lastIndexOf("\n") + 1;
  for (const suffix of suffixes) {
    const wraps = column + suffix.length + 2 > lineWidth;
    text += wraps ? `,\n${" ".repeat(prefix.length)}${suffix}` : `, ${suffix}`;
    column = wraps ? prefix.length + suffix.length : column + suffix.length + 2;
  }
  return `${text})`;
}
