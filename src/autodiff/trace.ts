/**
 * A computation written down: which operations made a value of which others, as text that can be sent to where they are to be
 * computed again. `graph/replay.ts` reads it.
 *
 * Tensors are numbered: first the inputs, then constants, then the results of nodes in the order of computation. So a node's
 * inputs always have smaller numbers than its result, and there is no way to write a cycle.
 */
import { EngineError } from "#autodiff/errors.ts";
import type { Node } from "#autodiff/operation.ts";
import { operationTable } from "#autodiff/operation-table.ts";
import { Tensor } from "#autodiff/tensor.ts";

/** How large a computation may be. Nobody reads a larger graph, and each of its edges is tried for a mistake. */
export const traceLimits = {
  nodes: 400,
  /** Entries of one tensor, and of all together. */
  entries: 4_096,
  allEntries: 100_000,
  /** Text of one computation. */
  characters: 150_000,
} as const;

/** JSON has no word for these numbers. */
const words = new Map<number, string>([
  [Infinity, "Infinity"],
  [-Infinity, "-Infinity"],
  [NaN, "NaN"],
]);

const writeNumber = (value: number): number | string =>
  Object.is(value, -0) ? "-0" : (words.get(value) ?? value);

function writeTensor({ data, shape, dtype }: Tensor): object {
  if (typeof data !== "number" && data.length > traceLimits.entries) throw tooLarge("an array");
  return { shape, dtype, data: typeof data === "number" ? writeNumber(data) : Array.from(data, writeNumber) };
}

/** The parameters of an operation: numbers, flags, names, places, tensors, and lists and records of them. */
function writeParams(params: unknown): unknown {
  if (typeof params === "number") return writeNumber(params);
  if (params instanceof Tensor) return writeTensor(params);
  if (Array.isArray(params)) return params.map(writeParams);
  if (ArrayBuffer.isView(params)) return Array.from(params as Int32Array);
  if (typeof params !== "object" || params === null) return params;
  return Object.fromEntries(Object.entries(params).map(([name, each]) => [name, writeParams(each)]));
}

const tooLarge = (what: string): EngineError =>
  new EngineError(
    "RuntimeError",
    `The function computes with ${what} too large to follow: ${traceLimits.nodes} operations and arrays of ${traceLimits.entries.toLocaleString("en")} entries are the most.`,
  );

/** The nodes behind a value, by creation number, with a bound: there may be millions of them. */
function nodesBehind(value: Tensor): Node[] {
  const found = new Set<Node>();
  const toVisit = [value];
  for (let next = toVisit.pop(); next; next = toVisit.pop()) {
    if (!next.node || found.has(next.node)) continue;
    found.add(next.node);
    if (found.size > traceLimits.nodes) throw tooLarge("a graph");
    toVisit.push(...next.node.inputs);
  }
  return [...found].sort((a, b) => a.id - b.id);
}

/**
 * The computation of `value` from leaves, as text. Throws an EngineError, in words for whoever wrote the function, if it is too
 * large or uses an operation that isn't the engine's own.
 */
export function trace(leaves: readonly Tensor[], value: Tensor): string {
  const nodes = nodesBehind(value);
  const numbers = new Map(leaves.map((leaf, i) => [leaf, i]));
  const made = new Set(nodes.map(({ out }) => out));
  const constants: Tensor[] = [];
  for (const tensor of [...nodes.flatMap(({ inputs }) => inputs), value]) {
    if (made.has(tensor) || numbers.has(tensor)) continue;
    numbers.set(tensor, leaves.length + constants.length);
    constants.push(tensor);
  }
  nodes.forEach(({ out }, i) => numbers.set(out, leaves.length + constants.length + i));
  const text = JSON.stringify({
    constants: constants.map(writeTensor),
    nodes: nodes.map(({ operation, inputs, params, gradFn }) => {
      const { name } = operation;
      if (operationTable.get(name)?.operation !== operation) {
        throw new EngineError(
          "RuntimeError",
          `The function uses an operation with a rule of its own (${gradFn}), which can't be followed. Write it with the operations of torch.`,
        );
      }
      return { op: name, inputs: inputs.map((input) => numbers.get(input)!), params: writeParams(params) };
    }),
    result: numbers.get(value)!,
    value: value.numel === 1 ? writeNumber(value.item()) : null,
  });
  if (text.length > traceLimits.characters) throw tooLarge("arrays");
  return text;
}
