/**
 * What flows through a computation graph: every value on the way forward, every gradient on the way back. Plain data, computed by
 * one sweep of the engine, for whoever draws it.
 */
import { grad, noGrad, ones, ruleFor, type Node, type Shape, type Tensor } from "#autodiff/index.ts";
import { faultHook, type Fault } from "#graph/fault.ts";
import { edgeId, resultEdge } from "#graph/edge-id.ts";
import { expressionsOver } from "#graph/expression.ts";
import { nodesBehind } from "#graph/nodes.ts";
import { isInlineConstant, labelOf, localInWords } from "#graph/node-text.ts";

/** Entries in row-major order. */
type Entries = readonly number[];

export interface SnapshotNode {
  /** The input's name, the edge's `node` as text for an operation, `result`, or `constant0`, … */
  id: string;
  /** `folded` stands for several operations. */
  kind: "input" | "constant" | "operation" | "folded" | "result";
  /** What stands in the node. */
  label: string;
  /** The forward computation up to here: `x**2 - 10`. */
  text: string;
  shape: Shape;
  value: Entries;
  /** ∂result/∂this; null where nothing flows back. */
  gradient: Entries | null;
}

export interface SnapshotEdge {
  /** `node:input`, as in a `Fault`; `result` for the one that leads out of the graph. */
  id: string;
  /** Ids of the nodes that it leads from and to. */
  from: string;
  to: string;
  /** The gradient of the node that it leads to. */
  upstream: Entries | null;
  upstreamShape: Shape;
  /** What flows back over this edge, in the shape of the node that it comes from; null where nothing does. */
  contribution: Entries | null;
  /** ∂to/∂from for each entry of `to`, where the rule multiplies entry by entry; null elsewhere. */
  local: Entries | null;
  /** The same in words: `2 × in`. */
  rule: string;
  /** Axes of `to` along which `from` is repeated on the way forward, and its gradient summed on the way back. */
  repeated: readonly number[];
}

export interface GraphSnapshot {
  /** Inputs in the order given, then constants, then operations in the order of computation, then the result. */
  nodes: readonly SnapshotNode[];
  /** By the node that they lead to, in the same order. */
  edges: readonly SnapshotEdge[];
}

export interface SnapshotOptions {
  /** Mistakes to make on the way back. */
  faults?: readonly Fault[];
  /** Names of steps, which are then not spelled out in the text of what follows. */
  names?: ReadonlyMap<Tensor, string>;
  /** What the value is called. */
  result?: string;
}

/** The axes of `target` along which a tensor of this shape is repeated to meet it. */
function repeatedAxes(shape: Shape, target: Shape): number[] {
  const missing = target.length - shape.length;
  return target.flatMap((length, axis) =>
    axis < missing || (shape[axis - missing] === 1 && length !== 1) ? [axis] : [],
  );
}

/**
 * The graph of `value`, a tensor of one entry, back to the inputs that it was computed from. Inputs that it does not depend on are
 * left out.
 */
export function snapshotOf(
  inputs: Readonly<Record<string, Tensor>>,
  value: Tensor,
  { faults = [], names: stepNames, result = "result" }: SnapshotOptions = {},
): GraphSnapshot {
  const operations = nodesBehind(value);
  const names = new Map(Object.entries(inputs).map(([name, input]) => [input, name]));
  const write = expressionsOver(new Map([...(stepNames ?? []), ...names]));
  const used = new Set(operations.flatMap((node) => node.inputs));
  const constants = [...used].filter(
    (tensor) => !tensor.node && !names.has(tensor) && !isInlineConstant(tensor, names),
  );
  const ids = new Map<Tensor, string>([
    ...names,
    ...constants.map((tensor, i) => [tensor, `constant${i}`] as const),
    ...operations.map(({ out }, i) => [out, String(i)] as const),
  ]);
  const swept = sweep(value, operations, faults);

  const nodeOf = (tensor: Tensor, kind: SnapshotNode["kind"], label: string): SnapshotNode => ({
    id: ids.get(tensor)!,
    kind,
    label,
    text: write(tensor),
    shape: tensor.shape,
    value: tensor.entries(),
    gradient: swept.totals.get(tensor)?.entries() ?? null,
  });
  const edgesInto = (node: Node, index: number): SnapshotEdge[] =>
    node.inputs.flatMap((input, i) => {
      const from = ids.get(input);
      if (from === undefined) return [];
      const id = edgeId({ node: index, input: i });
      const multiplies = input.requiresGrad && node.operation.elementwise === true;
      return {
        id,
        from,
        to: String(index),
        upstream: swept.totals.get(node.out)?.entries() ?? null,
        upstreamShape: node.out.shape,
        contribution: swept.contributions.get(id)?.entries() ?? null,
        local: multiplies ? localDerivative(node, i).entries() : null,
        rule: localInWords(node, i, write),
        repeated: node.operation.elementwise ? repeatedAxes(input.shape, node.out.shape) : [],
      };
    });

  const last = nodeOf(value, "result", result);
  return {
    nodes: [
      ...[...names].flatMap(([tensor, name]) =>
        used.has(tensor) || tensor === value ? nodeOf(tensor, "input", name) : [],
      ),
      ...constants.map((tensor) => nodeOf(tensor, "constant", write(tensor))),
      ...operations.map((node) => nodeOf(node.out, "operation", labelOf(node, names))),
      { ...last, id: resultEdge },
    ],
    edges: [
      ...operations.flatMap(edgesInto),
      {
        id: resultEdge,
        from: last.id,
        to: resultEdge,
        upstream: null,
        upstreamShape: value.shape,
        contribution: last.gradient,
        local: null,
        rule: "",
        repeated: [],
      },
    ],
  };
}

/** One sweep back over the graph: the gradient of every tensor in it, and what flowed over every edge. */
function sweep(value: Tensor, operations: readonly Node[], faults: readonly Fault[]) {
  const indexOf = new Map(operations.map((node, i) => [node, i]));
  const contributions = new Map<string, Tensor>();
  const hook = faultHook(operations, faults);
  const tensors = [...new Set([value, ...operations.flatMap(({ inputs, out }) => [...inputs, out])])].filter(
    (tensor) => tensor.requiresGrad,
  );
  const gradients = grad(value, tensors, {
    retainGraph: true,
    allowUnused: true,
    edge: (node, input, upstream, contribution) => {
      const flowing = hook(node, input, upstream, contribution);
      if (flowing) contributions.set(edgeId({ node: indexOf.get(node)!, input }), flowing);
      return flowing;
    },
  });
  const totals = new Map(
    tensors.flatMap((tensor, i) => {
      const gradient = gradients[i];
      return gradient ? [[tensor, gradient] as const] : [];
    }),
  );
  return { totals, contributions };
}

/** What the rule for one input makes of an upstream gradient of ones. */
const localDerivative = (node: Node, input: number): Tensor =>
  noGrad(() =>
    ruleFor(node.operation, input)(ones(node.out.shape, { dtype: node.out.dtype }), node).expand(
      node.out.shape,
    ),
  );
