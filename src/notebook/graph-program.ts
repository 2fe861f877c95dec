/** The steps of a graph as a PyTorch program in which every gradient on the graph belongs to a value of its own. */
import type { Node, Tensor } from "#autodiff/index.ts";
import { formOf } from "#autodiff/notation.ts";
import type { Blank, Sheet } from "#grader/graph/index.ts";

export interface GraphProgram {
  /** One assignment a line. */
  assignments: string[];
  result: string;
  /** The variable whose gradient stands in a blank. */
  variableOf: (blank: Blank) => string;
}

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
    assignments.push(`step${i + 1} = ${lineOf(node, operands)}`);
    name(node.out, `step${i + 1}`);
  }
  return {
    assignments,
    result: variables.get(value)!,
    variableOf: ({ key, edge, input }) =>
      edge ? edges.get(`${edge.node}:${edge.input}`)! : (input ?? `step${Number(key) + 1}`),
  };
}

const spaced = (sign: string): string => sign.replace(/ ?(\*\*|[+*/@]) ?/, " $1 ");

/** One step in Python. Throws for an operation that takes more than its inputs, or whose name Python writes in another way. */
function lineOf(node: Node, operands: readonly string[]): string {
  const form = formOf(node);
  const [x = "", y = ""] = operands;
  switch (form.kind) {
    case "infix":
      return `${x}${spaced(form.sign)}${y}`;
    case "prefix":
      return spaced(form.sign).trimStart() + x;
    case "suffix":
      return `${x}${spaced(form.sign)}`;
    case "call":
      if (node.params === undefined) return `torch.${form.name}(${operands.join(", ")})`;
  }
  throw new Error(
    `A graph program has no line for ${node.operation.name}. Add it in src/notebook/graph-program.ts.`,
  );
}
