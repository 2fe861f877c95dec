/** Arrays that don't fit together, or that are asked for what they don't have. Says the shapes in place of a library's jargon. */
import type { RaisedException } from "#grader/exceptions/raised-exception.ts";
import { lineOf } from "#reading/syntax-tree.ts";
import { reworded, type Rewordings } from "#reading/reworded.ts";

/** `(3,4)` as `(3, 4)` */
const spaced = (shape: string): string => shape.replace(/,\s*(?=\d)/g, ", ");

const lengthsOf = (shape: string): number[] => [...shape.matchAll(/\d+/g)].map(([length]) => Number(length));

const innerLengths = (x: string, y: string, last: string, first: string): string =>
  `the shapes ${spaced(x)} and ${spaced(y)} can’t be multiplied: the inner lengths ${last} and ${first} don’t meet. Which of the two has to be transposed, or stand on the other side?`;

const factor = String.raw`([A-Za-z_]\w*(?:\.T)?)`;

/** The products of matrices that are written with two names. */
const products = [
  String.raw`(?<![@*/)\]]\s*)(?<![\w.])${factor}\s*@\s*${factor}(?![\w.[(]|\s*@)`,
  String.raw`\.(?:matmul|dot)\(\s*${factor}\s*,\s*${factor}\s*\)`,
  String.raw`(?<![\w.$\])])${factor}\.(?:matmul|mm|dot)\(\s*${factor}\s*\)`,
].map((pattern) => new RegExp(pattern, "g"));

/** The same with the names of the two, where the line multiplies only once and by names. */
function byName(explained: string, { code, line }: RaisedException): string {
  if (line === null) return explained;
  const text = lineOf(code, line);
  const found = products.flatMap((product) => [...text.matchAll(product)]);
  if (found.length !== 1) return explained;
  const [, left, right] = found[0]!;
  return explained.replace(
    /^the shapes (\([\d, ]*\)) and (\([\d, ]*\)) can’t be multiplied:/,
    `\`${left!}\` is $1 and \`${right!}\` is $2:`,
  );
}

const fromTheLast = ["last axis", "last axis but one", "last axis but two"];

/** The axes, counted from the last, along which two shapes don't fit. */
function broadcast(x: string, y: string): string {
  const [a, b] = [lengthsOf(x).reverse(), lengthsOf(y).reverse()];
  const clash = a.findIndex(
    (length, axis) => axis < b.length && length !== b[axis] && length !== 1 && b[axis] !== 1,
  );
  const lengths =
    clash === -1
      ? ""
      : ` Their lengths along the ${fromTheLast[clash] ?? `axis ${clash + 1}, counted from the last,`} are ${a[clash]!} and ${b[clash]!}, which would have to be equal, or one of them 1.`;
  return `the shapes ${spaced(x)} and ${spaced(y)} don’t fit together entry by entry.${lengths}`;
}

const notBroadcast = (a: string, b: string, axis: string): string =>
  `the shapes don’t fit together entry by entry: along axis ${axis} the lengths are ${a} and ${b}, which would have to be equal, or one of them 1.`;

const filled = (shape: string, count: string): string =>
  `${count} ${count === "1" ? "entry doesn’t" : "entries don’t"} fill the shape ${spaced(shape)}, which has room for ${lengthsOf(shape).reduce((product, length) => product * length, 1)}.`;

const tuple = (lengths: string): string => (lengths.includes(",") ? `(${lengths})` : `(${lengths},)`);

const unrepeated = (from: string, to: string): string =>
  `an array of shape ${spaced(from)} can’t be repeated to fill the shape ${spaced(to)}.`;

const outside = (index: string, axis: string, length: string): string =>
  `there is no entry \`${index}\` along axis ${axis}, which has ${length}: they count from 0 to ${Number(length) - 1}.`;

const noAxis = (axis: string, count: number): string =>
  count === 0
    ? `there is no axis ${axis}: this is a single number, which has none.`
    : `there is no axis ${axis}: this array has ${count === 1 ? "one axis, number 0" : `${count} axes, numbered from 0 to ${count - 1}`}.`;

const shape = String.raw`(\([\d, ]*\))`;

const wordings: Rewordings = [
  [
    new RegExp(String.raw`shapes ${shape} and ${shape} not aligned: (\d+) \(dim \d+\) != (\d+) \(dim \d+\)`),
    innerLengths,
  ],
  [
    /mat1 and mat2 shapes cannot be multiplied \((\d+)x(\d+) and (\d+)x(\d+)\)/,
    (m, k, rows, n) => innerLengths(`(${m}, ${k})`, `(${rows}, ${n})`, k, rows),
  ],
  [
    /size mismatch, got \d+, (\d+)x(\d+),(\d+)/,
    (m, k, length) => innerLengths(`(${m}, ${k})`, `(${length},)`, k, length),
  ],
  [
    /does not have enough dimensions \(has 0|both arguments to matmul need to be at least 1D/,
    () =>
      "a product of matrices needs arrays, and one of these is a single number. Multiply by a number with `*`.",
  ],
  [new RegExp(String.raw`operands could not be broadcast together with shapes ${shape} ${shape}`), broadcast],
  [
    /The size of tensor a \((\d+)\) must match the size of tensor b \((\d+)\) at non-singleton dimension (\d+)/,
    notBroadcast,
  ],
  [
    new RegExp(String.raw`remapped shapes \[original->remapped\]: ${shape}.*requested shape ${shape}`),
    unrepeated,
  ],
  [/expand\(.*\{\[([\d, ]*)\]\}, size=\[([\d, ]*)\]\)/, (from, to) => unrepeated(tuple(from), tuple(to))],
  [
    /The expanded size of the tensor .* Target sizes: \[([\d, ]*)\]\.\s+Tensor sizes: \[([\d, ]*)\]/,
    (to, from) => unrepeated(tuple(from), tuple(to)),
  ],
  [
    new RegExp(String.raw`could not broadcast input array from shape ${shape} into shape ${shape}`),
    (from, into) => `an array of shape ${spaced(from)} doesn’t fill a place of shape ${spaced(into)}.`,
  ],
  [
    /subscript (\w) has size (\d+) for operand \d+ which does not broadcast with previously seen size (\d+)/,
    (letter, b, a) =>
      `the letter \`${letter}\` stands for an axis of length ${a} in one array and of length ${b} in another. They have to be equal.`,
  ],
  [
    /axes don't match array|number of dimensions in the tensor input does not match the length of the desired ordering/,
    () => "every axis of the array has to be named once in the order that you give, and none besides.",
  ],
  [
    /cannot select an axis to squeeze out/,
    () => "only an axis of length 1 can be squeezed away. To sum along an axis, write `sum`.",
  ],
  [
    /zero-dimensional arrays cannot be concatenated|only integer scalar arrays can be converted to a scalar index/,
    () => "the arrays to be joined are given as one list: `np.concatenate([x, y])`.",
  ],
  [
    /only integers, slices .* are valid indices|(?:list|tuple) indices must be integers/,
    () =>
      "an index is a whole number, such as `0`, or a slice, such as `1:3`. `//` divides to a whole number.",
  ],
  [
    /^data type '\d+' isn't part|Cannot interpret '\d+' as a data type/,
    () => "a shape is one argument, with brackets of its own: `np.zeros((2, 3))`.",
  ],
  [
    /Last 2 dimensions of the array must be square/,
    () => "this takes a square matrix, with as many rows as columns.",
  ],
  [
    new RegExp(String.raw`cannot reshape array of size (\d+) into shape ${shape}`),
    (count, into) => filled(into, count),
  ],
  [/shape '\[([\d, ]*)\]' is invalid for input of size (\d+)/, (into, count) => filled(`(${into})`, count)],
  [/index (-?\d+) is out of bounds for (?:axis|dimension) (\d+) with size (\d+)/, outside],
  [
    /axis (-?\d+) is out of bounds for array of dimension (\d+)/,
    (axis, count) => noAxis(axis, Number(count)),
  ],
  [
    /Dimension out of range \(expected to be in range of \[-\d+, (\d+)\], but got (-?\d+)\)/,
    (last, axis) => noAxis(axis, Number(last) + 1),
  ],
  [
    /too many indices for array: array is (\d+)-dimensional, but (\d+) were indexed/,
    (has, asked) => `an array of ${has} ${has === "1" ? "axis" : "axes"} takes no ${asked} indices.`,
  ],
  [
    /^(?:matmul|dot) takes an array, not (.+)$/,
    (given) =>
      `a product of matrices needs two arrays, and one of these is \`${given}\`. Multiply by a number with \`mul\`.`,
  ],
  [
    /^(?:list|tuple) index out of range$/,
    () => "there is no entry with that number: they count from 0, so the last one’s is the length minus 1.",
  ],
  [
    /The truth value of an array with more than one element is ambiguous/,
    () =>
      "`if`, `and` and `or` want one answer, and an array compares entry by entry. Choose entry by entry with `np.where(x > 0, a, b)`.",
  ],
  [
    /only size-1 arrays can be converted to Python scalars/,
    () =>
      "an array was given where one number is wanted. The functions of `math` take numbers only; NumPy’s, such as `np.exp(x)`, take arrays.",
  ],
  [
    /can only convert an array of size 1 to a Python scalar/,
    () => "`item()` takes the number out of an array that has only one, and this has more.",
  ],
  [
    /inhomogeneous shape|expected sequence of length \d+ at dim/,
    () =>
      "the rows of this array have different lengths. Every row of an array has as many entries as the others.",
  ],
  [
    /all the input array dimensions|must have same number of dimensions/,
    () =>
      "arrays that are joined must have the same number of axes, and the same lengths along all but the one they are joined along.",
  ],
];

/** What to do about shapes that don't fit, in place of the exception's words; null for any other exception. */
export function explainShapes(exception: RaisedException): string | null {
  const explained = reworded(exception.message, wordings);
  return explained && byName(explained, exception);
}
