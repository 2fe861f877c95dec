/** Computes a trace again: the other half of `autodiff/trace.ts`, where the two sides don't trust each other. */
import * as z from "zod/mini";
import { EngineError, Tensor, type Shape } from "#autodiff/index.ts";
import { operationTable } from "#autodiff/operation-table.ts";
import { countEntries } from "#autodiff/shape.ts";
import { traceLimits } from "#autodiff/trace.ts";
import { constant, real, toldTo } from "#graph/told.ts";

/** Why a trace can't be computed again, in words for whoever sent it. */
export class TraceError extends Error {}

const number = z.int().check(z.nonnegative());

const file = z.object({
  constants: z.array(constant).check(z.maxLength(2 * traceLimits.nodes)),
  nodes: z
    .array(
      z.object({
        op: z.string().check(z.maxLength(60)),
        inputs: z.array(number).check(z.minLength(1), z.maxLength(traceLimits.entries)),
        at: z.optional(z.unknown()),
      }),
    )
    .check(z.maxLength(traceLimits.nodes)),
  result: number,
  value: z.nullable(real),
});

/** A computation as it was sent: well formed, but not yet tried. */
export type Trace = z.infer<typeof file>;

/** Reads a trace. Whatever the text is, this ends, and throws nothing but a TraceError. */
export function readTrace(text: unknown): Trace {
  if (typeof text !== "string") throw new TraceError("it is not text");
  if (text.length > traceLimits.characters) throw new TraceError("it is too long");
  let parsed: ReturnType<typeof file.safeParse>;
  try {
    parsed = file.safeParse(JSON.parse(text));
  } catch (error) {
    throw new TraceError(`it is not JSON (${(error as Error).message})`);
  }
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new TraceError(`it is malformed at ${issue!.path.join(".") || "its root"} (${issue!.message})`);
}

/** The lengths that tensors of these shapes have at most when they are broadcast. */
function largest(shapes: readonly Shape[]): number {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  let entries = 1;
  for (let axis = 1; axis <= rank; axis++)
    entries *= Math.max(1, ...shapes.map((shape) => shape.at(-axis) ?? 1));
  return entries;
}

/** How many entries an operation could make of these inputs: asked before it is tried. */
function mostMade(name: string, inputs: readonly Tensor[], at: unknown): number {
  const shapes = inputs.map(({ shape }) => shape);
  const [x = [], y = [], w = []] = shapes;
  const flags = (at ?? {}) as { x?: boolean; y?: boolean; mask?: unknown; diagonal?: number };
  const product = (a: Shape, b: Shape, turned: typeof flags = {}): Shape => [
    ...(a.length > 2 ? a.slice(0, -2) : []),
    (turned.x ? a.at(-1) : a.at(-2)) ?? 1,
    (turned.y ? b.at(-2) : b.at(-1)) ?? 1,
  ];
  switch (name) {
    case "linear-algebra/mm":
    case "linear-algebra/bmm":
      return countEntries(product(x, y, flags));
    case "linear-algebra/addmm":
    case "combining/baddbmm":
      return largest([x, product(y, w)]);
    case "combining/addmv":
      return largest([x, y.slice(0, 1)]);
    case "combining/addr":
      return largest([x, [...y, ...w]]);
    case "shaping/diagonalMatrix":
      return (inputs[0]!.numel + Math.abs((at as number | undefined) ?? 0)) ** 2;
    case "shaping/cat":
    case "shaping/stack":
      return inputs.reduce((sum, { numel }) => sum + numel, 0);
    case "arithmetic/choose":
    case "functions/positiveOnly":
      return largest([...shapes, (at as Tensor).shape]);
    case "masking/maskedFill":
      return largest([...shapes, (flags.mask as Tensor).shape]);
    default:
      return largest(shapes);
  }
}

/** What the rules of matrices take for granted; null where any number of axes will do. */
const ranks = new Map<string, readonly (number | null)[]>([
  ["linear-algebra/mm", [2, 2]],
  ["linear-algebra/mv", [2, 1]],
  ["linear-algebra/dot", [1, 1]],
  ["linear-algebra/bmm", [3, 3]],
  ["linear-algebra/addmm", [null, 2, 2]],
  ["combining/addmv", [null, 2, 1]],
  ["combining/addr", [null, 1, 1]],
  ["combining/baddbmm", [null, 3, 3]],
  ["inverse/inverse", [2]],
  ["inverse/determinant", [2]],
  ["statistics/trace", [2]],
  ["shaping/diagonalMatrix", [1]],
]);

/** How many inputs a list operation has; `cat` and `stack` take any number. */
const terms = new Map<string, number>([
  ...["lerp", "addcmul", "addcdiv", "addmv", "addr", "baddbmm"].map(
    (name) => [`combining/${name}`, 3] as const,
  ),
  ...["lerpBy", "addScaled", "subScaled"].map((name) => [`combining/${name}`, 2] as const),
  ["linear-algebra/addmm", 3],
]);

function fits(name: string, inputs: readonly Tensor[]): boolean {
  const wanted = ranks.get(name);
  if (wanted?.some((rank, i) => rank !== null && inputs[i]!.dim !== rank)) return false;
  return !/^masking\/tri[lu]$/.test(name) || inputs[0]!.dim >= 2;
}

/** Applies one operation as the trace says, once it is clear that this can do no harm. */
function applied(name: string, inputs: readonly Tensor[], at: unknown): Tensor {
  const entry = operationTable.get(name);
  if (!entry) throw new TraceError(`there is no operation “${name.slice(0, 60)}”`);
  const { vjp } = entry.operation;
  const arity = typeof vjp === "function" ? terms.get(name) : vjp.length;
  if ((arity !== undefined && inputs.length !== arity) || !fits(name, inputs)) {
    throw new TraceError(`${name} is not applied to inputs of this kind`);
  }
  const told = toldTo(name, inputs).safeParse(at);
  if (!told.success)
    throw new TraceError(`${name} is told what it can't be told (${told.error.issues[0]!.message})`);
  if (!(mostMade(name, inputs, told.data) <= traceLimits.entries)) {
    throw new TraceError(`${name} makes an array of more than ${traceLimits.entries} entries`);
  }
  const out = entry.apply(inputs, told.data);
  const { numel, data } = out;
  if (
    !Number.isSafeInteger(numel) ||
    numel > traceLimits.entries ||
    (typeof data !== "number" && data.length !== numel)
  ) {
    throw new TraceError(`${name} makes nothing of this`);
  }
  return out;
}

/**
 * Computes a trace on inputs, in the order in which they were traced. The result is a tensor with its graph, the same to the bit
 * as where it was traced. Throws a TraceError where the trace asks for what can't be.
 */
export function replay({ constants, nodes, result }: Trace, inputs: readonly Tensor[]): Tensor {
  const tensors: Tensor[] = [...inputs, ...constants];
  let entries = tensors.reduce((sum, { numel }) => sum + numel, 0);
  const tensorAt = (place: number): Tensor => {
    const tensor = tensors[place];
    if (!tensor) throw new TraceError("it uses a value before it is computed");
    return tensor;
  };
  for (const { op, inputs: from, at } of nodes) {
    const operands = from.map(tensorAt);
    let out: Tensor;
    try {
      out = applied(op, operands, at);
    } catch (error) {
      if (error instanceof TraceError) throw error;
      throw new TraceError(`${op} fails: ${error instanceof EngineError ? error.message : String(error)}`);
    }
    entries += out.numel;
    if (entries > traceLimits.allEntries) throw new TraceError("it is too large");
    tensors.push(out);
  }
  return tensorAt(result);
}
