/** Computes a trace again: the other half of `autodiff/trace.ts`, where the two sides don't trust each other. */
import * as z from "zod/mini";
import { EngineError, type Tensor } from "#autodiff/index.ts";
import { operationTable } from "#autodiff/operation-table.ts";
import { mostEntries } from "#autodiff/shape.ts";
import { traceLimits } from "#autodiff/trace.ts";
import { constant, paramsOf, real } from "#graph/operation-params.ts";

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
        params: z.optional(z.unknown()),
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

const unfit = (name: string): TraceError => new TraceError(`${name} is not applied to inputs of this kind`);

/** Applies one operation as the trace says, once it is clear that this can do no harm. */
function apply(name: string, inputs: readonly Tensor[], params: unknown): Tensor {
  const entry = operationTable.get(name);
  if (!entry) throw new TraceError(`there is no operation “${name.slice(0, 60)}”`);
  const { vjp, terms, accepts, entries } = entry.operation;
  const arity = typeof vjp === "function" ? terms : vjp.length;
  if (arity !== undefined && inputs.length !== arity) throw unfit(name);
  const read = paramsOf(entry.operation, inputs).safeParse(params);
  if (!read.success)
    throw new TraceError(`${name} is given what it can't be given (${read.error.issues[0]!.message})`);
  if (accepts?.(inputs, read.data) === false) throw unfit(name);
  const most = entries?.(inputs, read.data) ?? mostEntries(inputs.map(({ shape }) => shape));
  if (!(most <= traceLimits.entries)) {
    throw new TraceError(`${name} makes an array of more than ${traceLimits.entries} entries`);
  }
  const out = entry.apply(inputs, read.data);
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
  for (const { op, inputs: from, params } of nodes) {
    const operands = from.map(tensorAt);
    let out: Tensor;
    try {
      out = apply(op, operands, params);
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
