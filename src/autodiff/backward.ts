/**
 * The backward sweep. From the result's own gradient it goes through the graph against the direction of computation, and at
 * every node turns the upstream gradient into a contribution to each input, by that operation's vector–Jacobian product.
 */
import { AutogradMeta } from "#autodiff/autograd-meta.ts";
import { EngineError } from "#autodiff/errors.ts";
import { isGradEnabled, setGradEnabled } from "#autodiff/grad-mode.ts";
import { accumulate } from "#autodiff/kernels/sum.ts";
import type { Node, Vjp } from "#autodiff/operation.ts";
import { sum } from "#autodiff/operations/reduce.ts";
import { formatShape, sameShape, type Shape } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";
import { mayHaveChanged, unpacked } from "#autodiff/versions.ts";

/**
 * Sees every edge of a backward sweep: the node, which of its inputs, ∂L/∂out and the contribution to ∂L/∂input. What it
 * returns is used in place of the contribution; null stands for none.
 */
export type EdgeHook = (node: Node, input: number, upstream: Tensor, contribution: Tensor) => Tensor | null;

/** How a sweep is made. */
export interface BackwardOptions {
  /** Keeps the graph, so that it can be swept again. */
  retainGraph?: boolean;
  /** Records the sweep itself, so that its results can be differentiated. */
  createGraph?: boolean;
  /** Watches the sweep, or bends it. */
  edge?: EdgeHook;
}

/** How `grad` sweeps, and what it returns. */
export interface GradOptions extends BackwardOptions {
  /** The upstream gradient of each output; 1 for an output of one entry. */
  gradOutputs?: readonly (Tensor | null)[];
  /** Gives null for an input that no output depends on, instead of throwing. */
  allowUnused?: boolean;
}

/**
 * The nodes that the roots depend on, by descending creation number: every node after all that use its result, in the
 * order in which PyTorch visits them. Creation numbers are unique, so that the order is found by putting each node in its place.
 */
function nodesToVisit(roots: readonly Tensor[]): Node[] {
  const found: Node[] = [];
  const reach = ({ node }: Tensor): void => {
    if (node === null || typeof node.upstream === "object" || node.upstream === "reached") return;
    if (node.upstream === "freed" && node.operation.saves) {
      release(found);
      throw new EngineError("RuntimeError", secondTime);
    }
    node.upstream = "reached";
    found.push(node);
  };
  for (const root of roots) reach(root);
  let descending = roots.length === 1;
  // The list is its own queue: behind `i` are nodes whose inputs have been reached.
  for (let i = 0; i < found.length; i++) {
    const node = found[i]!;
    const { vjp } = node.operation;
    if (typeof vjp === "function") node.inputs.forEach(reach);
    else {
      reach(node.x);
      if (vjp.length === 2) reach(node.y);
    }
    descending &&= i === 0 || node.id < found[i - 1]!.id;
  }
  if (descending) return found;
  let oldest = Infinity;
  let newest = 0;
  for (const { id } of found) {
    if (id < oldest) oldest = id;
    if (id > newest) newest = id;
  }
  if (found.length === 0 || newest - oldest > 8 * found.length) return found.sort((a, b) => b.id - a.id);
  const places = new Array<Node | undefined>(newest - oldest + 1);
  for (const node of found) places[newest - node.id] = node;
  return places.filter((node) => node !== undefined);
}

/** Makes nodes that a sweep has reached ready for the next. */
function release(nodes: readonly Node[]): void {
  for (const node of nodes) if (node.upstream !== "freed") node.upstream = "idle";
}

const secondTime =
  "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.";

/** Sums a gradient over the axes along which a tensor of this shape was repeated to meet it. */
export function unbroadcast(gradient: Tensor, shape: Shape): Tensor {
  if (sameShape(gradient.shape, shape)) return gradient;
  const missing = gradient.shape.length - shape.length;
  const repeated: number[] = [];
  for (let axis = 0; axis < gradient.shape.length; axis++) {
    if (axis < missing || (shape[axis - missing] === 1 && gradient.shape[axis] !== 1)) repeated.push(axis);
  }
  const keepdim = repeated.length > missing;
  const summed = sum(gradient, { dims: repeated, keepdim, all: false });
  if (!keepdim) return summed;
  return missing === 0 ? summed : summed.reshape(shape);
}

/** The gradient of an output that none was given for. */
function implicitGradient(root: Tensor): Tensor {
  if (root.numel !== 1) {
    throw new EngineError("RuntimeError", "grad can be implicitly created only for scalar outputs");
  }
  return new Tensor(1, root.shape, root.dtype);
}

/** Refuses roots that nothing can flow back from, and upstream gradients that don't fit them. */
function checkRoots(roots: readonly Tensor[], gradients: readonly (Tensor | null | undefined)[]): void {
  for (let i = 0; i < roots.length; i++) {
    const root = roots[i]!;
    if (!root.requiresGrad) {
      throw new EngineError(
        "RuntimeError",
        `element ${i} of tensors does not require grad and does not have a grad_fn`,
      );
    }
    const given = gradients[i];
    if (given && !sameShape(given.shape, root.shape)) {
      throw new EngineError(
        "RuntimeError",
        `Mismatch in shape: grad_output[${i}] has a shape of ${formatShape(given.shape)} and output[${i}] has a shape of ${formatShape(root.shape)}.`,
      );
    }
  }
}

/** Adds to what a sweep has collected of ∂L/∂tensor. `leaves` lists the leaves that it has reached. */
function receive(tensor: Tensor, gradient: Tensor, leaves: Tensor[]): void {
  const { node } = tensor;
  if (node !== null) {
    node.upstream = typeof node.upstream === "object" ? node.upstream.add(gradient) : gradient;
    return;
  }
  const meta = tensor.meta!;
  if (meta.upstream === null) {
    leaves.push(tensor);
    meta.upstream = gradient;
    meta.isSum = false;
  } else if (meta.isSum && !isGradEnabled()) {
    meta.upstream.data = accumulate(meta.upstream.data, gradient.data, gradient.shape, gradient.dtype);
  } else {
    meta.upstream = meta.upstream.add(gradient);
    meta.isSum = true;
  }
}

/** Hands an upstream gradient on to one input of a node, whose tensors the rule sees as `seen`. */
function pass(
  rule: Vjp<unknown>,
  node: Node,
  seen: Node,
  i: number,
  input: Tensor,
  upstream: Tensor,
  edge: EdgeHook | undefined,
  leaves: Tensor[],
): void {
  if (!input.requiresGrad) return;
  const contribution = unbroadcast(rule(upstream, seen), input.shape).to(input.dtype);
  const bent = edge === undefined ? contribution : edge(node, i, upstream, contribution);
  if (bent !== null) receive(input, bent, leaves);
}

type Arrival = (tensor: Tensor, gradient: Tensor, meta: AutogradMeta) => void;

/** The gradient of a tensor, now complete, after its hooks. */
function complete(tensor: Tensor, gradient: Tensor, arrive: Arrival): Tensor {
  const { meta } = tensor;
  if (meta === null) return gradient;
  let total = gradient;
  if (meta.hooks !== null) for (const hook of meta.hooks) total = hook(total) ?? total;
  arrive(tensor, total, meta);
  return total;
}

/**
 * Sweeps back from the roots and hands the total gradient of every leaf, and of every result that has an `AutogradMeta`, to
 * `arrive`.
 */
function sweepBack(
  roots: readonly Tensor[],
  gradients: readonly (Tensor | null | undefined)[],
  { retainGraph, createGraph = false, edge }: BackwardOptions,
  arrive: Arrival,
): void {
  checkRoots(roots, gradients);
  const nodes = nodesToVisit(roots);
  const leaves: Tensor[] = [];
  const afterwards = (retainGraph ?? createGraph) ? "idle" : "freed";
  const recording = isGradEnabled();
  setGradEnabled(createGraph);
  try {
    for (let i = 0; i < roots.length; i++) {
      receive(roots[i]!, gradients[i] ?? implicitGradient(roots[i]!), leaves);
    }
    for (const node of nodes) {
      if (typeof node.upstream !== "object") continue;
      const upstream = complete(node.out, node.upstream, arrive);
      node.upstream = afterwards;
      const { vjp, saves } = node.operation;
      const seen = saves && mayHaveChanged(node) ? unpacked(node) : node;
      if (typeof vjp === "function") {
        for (const [i, input] of node.inputs.entries())
          pass(vjp(i), node, seen, i, input, upstream, edge, leaves);
      } else {
        pass(vjp[0]!, node, seen, 0, node.x, upstream, edge, leaves);
        if (vjp.length === 2) pass(vjp[1]!, node, seen, 1, node.y, upstream, edge, leaves);
      }
    }
    for (const leaf of leaves) complete(leaf, leaf.meta!.upstream!, arrive);
  } finally {
    setGradEnabled(recording);
    release(nodes);
    for (const leaf of leaves) leaf.meta!.upstream = null;
  }
}

/** `Tensor.backward`: adds to the `grad` of leaves, and of tensors that retain it. */
export function backward(root: Tensor, gradient: Tensor | undefined, options: BackwardOptions): void {
  sweepBack([root], [gradient], options, (tensor, total, meta) => {
    if (!tensor.isLeaf && !meta.retainsGrad) return;
    if (meta.grad !== null) meta.grad = meta.grad.add(total);
    else meta.grad = options.createGraph ? total : total.detach();
  });
}

/**
 * Gradients of the outputs (of their sum, if there are several) with respect to each input, which need not be a leaf, in its shape.
 * Leaves every `grad` as it is. Throws a RuntimeError for an input that requires no gradients, for one that the outputs don't depend
 * on (with `allowUnused` that is null), and where `Tensor.backward` would.
 */
export function grad<const Inputs extends readonly Tensor[]>(
  outputs: Tensor | readonly Tensor[],
  inputs: Inputs,
  options?: GradOptions & { allowUnused?: false },
): { -readonly [I in keyof Inputs]: Tensor };
export function grad<const Inputs extends readonly Tensor[]>(
  outputs: Tensor | readonly Tensor[],
  inputs: Inputs,
  options: GradOptions,
): { -readonly [I in keyof Inputs]: Tensor | null };
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: readonly Tensor[],
  options: GradOptions = {},
): (Tensor | null)[] {
  const roots = outputs instanceof Tensor ? [outputs] : outputs;
  for (const input of inputs) {
    if (!input.requiresGrad) {
      throw new EngineError("RuntimeError", "One of the differentiated Tensors does not require grad");
    }
    input.meta ??= new AutogradMeta();
  }
  const arrived: AutogradMeta[] = [];
  try {
    sweepBack(roots, options.gradOutputs ?? [], options, (_tensor, total, meta) => {
      meta.total = total;
      arrived.push(meta);
    });
    return inputs.map(({ meta }) => {
      if (meta!.total === null && !options.allowUnused) {
        throw new EngineError(
          "RuntimeError",
          "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.",
        );
      }
      return meta!.total;
    });
  } finally {
    for (const meta of arrived) meta.total = null;
  }
}
