/** The steps of a graph as a PyTorch program in which every gradient on the graph belongs to a value of its own. */
import type { Node, Tensor } from "#autodiff/index.ts";
import type { Blank, Sheet } from "#grader/graph/index.ts";

export interface GraphProgram {
  /** One assignment a line. */
  assignments: string[];
  result: string;
  /** The variable whose gradient stands in a blank. */
  variableOf: (blank: Blank) => string;
}

/** By PyTorch's name of the backward function. */
const calls: Readonly<Record<string, (x: string, y: string, at: unknown) => string>> = {
  AddBackward0: (x, y) => `${x} + ${y}`,
  SubBackward0: (x, y) => `${x} - ${y}`,
  RsubBackward1: (x, y) => `${x} - ${y}`,
  MulBackward0: (x, y) => `${x} * ${y}`,
  DivBackward0: (x, y) => `${x} / ${y}`,
  NegBackward0: (x) => `-${x}`,
  ReciprocalBackward0: (x) => `1 / ${x}`,
  PowBackward0: (x, _, exponent) => `${x} ** ${exponent as number}`,
  PowBackward1: (x, y) => `${x} ** ${y}`,
  MaximumBackward0: (x, y) => `torch.maximum(${x}, ${y})`,
  MinimumBackward0: (x, y) => `torch.minimum(${x}, ${y})`,
  ...Object.fromEntries(
    ["exp", "log", "sqrt", "abs", "tanh", "sigmoid", "relu", "sin", "cos"].map((name) => [
      `${name[0]!.toUpperCase()}${name.slice(1)}Backward0`,
      (x: string) => `torch.${name}(${x})`,
    ]),
  ),
};

/**
 * A value that several edges lead back to gets a copy for each of them: the gradient of a copy is what its edge brings, and
 * the gradient of the value is their sum.
 */
export function graphProgram({ inputs, value, nodes }: Sheet): GraphProgram {
  const variables = new Map<Tensor, string>();
  const edges = new Map<string, string>();
  const assignments: string[] = [];
  const uses = new Map<Tensor, number>();
  for (const { inputs: used } of nodes)
    for (const tensor of used) uses.set(tensor, (uses.get(tensor) ?? 0) + 1);

  const name = (tensor: Tensor, variable: string) => variables.set(tensor, variable);
  const read = (tensor: Tensor, node: number, input: number): string => {
    const variable = variables.get(tensor);
    if (variable === undefined) return String(tensor.item());
    let own = variable;
    if (uses.get(tensor)! > 1) {
      own = `${variable}_in_step${node + 1}${nodes[node]!.inputs[1 - input] === tensor ? "ab"[input]! : ""}`;
      assignments.push(`${own} = ${variable} * 1`);
    }
    edges.set(`${node}:${input}`, own);
    return own;
  };

  for (const [input, tensor] of Object.entries(inputs)) name(tensor, input);
  for (const [i, node] of nodes.entries()) {
    const operands = node.inputs.map((input, place) => read(input, i, place));
    assignments.push(`step${i + 1} = ${callOf(node)(operands[0]!, operands[1] ?? "", node.at)}`);
    name(node.out, `step${i + 1}`);
  }
  return {
    assignments,
    result: variables.get(value)!,
    variableOf: ({ key, edge, input }) =>
      edge ? edges.get(`${edge.node}:${edge.input}`)! : (input ?? `step${Number(key) + 1}`),
  };
}

function callOf({ gradFn }: Node) {
  const call = calls[gradFn];
  if (!call)
    throw new Error(`src/notebook/graph-program.ts doesn't know how Python writes ${gradFn}. Add it there.`);
  return call;
}
