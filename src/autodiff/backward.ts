/**
 * The backward sweep. From the result's own gradient it goes through the graph against the direction of computation, and at
 * every node turns the upstream gradient into a contribution to each input, by that operation's vector–Jacobian product.
 */
import { EngineError } from "#autodiff/errors.ts";
import { withGradMode } from "#autodiff/grad-mode.ts";
import { ruleFor, type Node } from "#autodiff/operation.ts";
import { formatShape, sameShape, type Shape } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";

/**
 * Sees every edge of a backward sweep: the node, which of its inputs, ∂L/∂out and the contribution to ∂L/∂input. What it
 * returns is used in place of the contribution; null stands for none.
 */
export type EdgeHook = (node: Node, input: number, upstream: Tensor, contribution: Tensor) => Tensor | null;

export interface BackwardOptions {
  /** Keeps the graph, so that it can be swept again. */
  retainGraph?: boolean;
  /** Records the sweep itself, so that its results can be differentiated. */
  createGraph?: boolean;
  edge?: EdgeHook;
}

export interface GradOptions extends BackwardOptions {
  /** The upstream gradient of each output; 1 for an output of one entry. */
  gradOutputs?: readonly (Tensor | null)[];
  /** Gives null for an input that no output depends on, instead of throwing. */
  allowUnused?: boolean;
}

let sweeps = 0;

/**
 * The nodes that the roots depend on, by descending creation number: every node after all that use its result, in the
 * order in which PyTorch visits them. Creation numbers are unique, so that the order is found by putting each node in its place.
 */
function nodesToVisit(roots: readonly Tensor[]): Node[] {
  const sweep = ++sweeps;
  const found: Node[] = [];
  const stack: Node[] = [];
  const reach = (tensor: Tensor) => {
    const { node } = tensor;
    if (node === null || node.sweep === sweep) return;
    node.sweep = sweep;
    stack.push(node);
  };
  roots.forEach(reach);
  let oldest = Infinity;
  let newest = 0;
  for (let node = stack.pop(); node; node = stack.pop()) {
    found.push(node);
    oldest = Math.min(oldest, node.id);
    newest = Math.max(newest, node.id);
    node.inputs.forEach(reach);
  }
  if (newest - oldest > 8 * found.length) return found.sort((a, b) => b.id - a.id);
  const places = new Array<Node | undefined>(newest - oldest + 1);
  for (const node of found) places[newest - node.id] = node;
  return places.filter((node) => node !== undefined);
}

/** Sums a gradient over the axes along which a tensor of this shape was repeated to meet it. */
export function unbroadcast(gradient: Tensor, shape: Shape): Tensor {
  if (sameShape(gradient.shape, shape)) return gradient;
  const missing = gradient.shape.length - shape.length;
  const repeated = gradient.shape.flatMap((length, axis) =>
    axis < missing || (shape[axis - missing] === 1 && length !== 1) ? [axis] : [],
  );
  return gradient.sum(repeated, true).reshape(shape);
}

/** The gradient of an output that none was given for. */
function implicitGradient(root: Tensor): Tensor {
  if (root.numel !== 1) {
    throw new EngineError("RuntimeError", "grad can be implicitly created only for scalar outputs");
  }
  return new Tensor(1, root.shape, root.dtype);
}

/**
 * Sweeps back from the roots and hands the total gradient of every leaf, and of every tensor in `watched`, to `arrive`.
 */
function sweepBack(
  roots: readonly Tensor[],
  gradients: readonly (Tensor | null | undefined)[],
  { retainGraph, createGraph = false, edge }: BackwardOptions,
  arrive: (tensor: Tensor, gradient: Tensor) => void,
): void {
  const leaves = new Map<Tensor, Tensor>();
  const receive = (tensor: Tensor, gradient: Tensor): void => {
    if (tensor.node) {
      const { upstream } = tensor.node;
      tensor.node.upstream = upstream ? upstream.add(gradient) : gradient;
    } else {
      const sum = leaves.get(tensor);
      leaves.set(tensor, sum ? sum.add(gradient) : gradient);
    }
  };
  /** Runs the hooks of a tensor whose gradient is complete. */
  const complete = (tensor: Tensor, gradient: Tensor): Tensor => {
    const total = (tensor.hooks ?? []).reduce((sum, hook) => hook(sum) ?? sum, gradient);
    arrive(tensor, total);
    return total;
  };

  withGradMode(createGraph, () => {
    for (const [i, root] of roots.entries()) {
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
      receive(root, given ?? implicitGradient(root));
    }
    const nodes = nodesToVisit(roots);
    try {
      for (const node of nodes) {
        const { operation, inputs, out } = node;
        if (node.upstream === null) continue;
        if (node.freed && operation.saves) {
          throw new EngineError(
            "RuntimeError",
            "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.",
          );
        }
        const upstream = complete(out, node.upstream);
        node.upstream = null;
        for (let i = 0; i < inputs.length; i++) {
          const input = inputs[i]!;
          if (!input.requiresGrad) continue;
          const rule = ruleFor(operation, i);
          const contribution = unbroadcast(rule(upstream, node), input.shape).to(input.dtype);
          const bent = edge ? edge(node, i, upstream, contribution) : contribution;
          if (bent) receive(input, bent);
        }
        if (!(retainGraph ?? createGraph)) node.freed = true;
      }
    } finally {
      for (const node of nodes) node.upstream = null;
    }
    for (const [leaf, gradient] of leaves) complete(leaf, gradient);
  });
}

/** `Tensor.backward`: adds to the `grad` of leaves, and of tensors that retain it. */
export function backward(root: Tensor, gradient: Tensor | undefined, options: BackwardOptions): void {
  sweepBack([root], [gradient], options, (tensor, total) => {
    if (!tensor.isLeaf && !tensor.retainsGrad) return;
    tensor.grad = tensor.grad ? tensor.grad.add(total) : options.createGraph ? total : total.clone();
  });
}

/**
 * Gradients of the outputs (of their sum, if there are several) with respect to each input, which need not be a leaf.
 * Leaves every `grad` as it is. An input that the outputs don't depend on is an error, or null with `allowUnused`.
 */
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: readonly Tensor[],
  options?: GradOptions & { allowUnused?: false },
): Tensor[];
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: readonly Tensor[],
  options: GradOptions,
): (Tensor | null)[];
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: readonly Tensor[],
  options: GradOptions = {},
): (Tensor | null)[] {
  const roots = outputs instanceof Tensor ? [outputs] : outputs;
  const found = new Map<Tensor, Tensor | null>(inputs.map((input) => [input, null]));
  for (const input of inputs) {
    if (!input.requiresGrad) {
      throw new EngineError("RuntimeError", "One of the differentiated Tensors does not require grad");
    }
  }
  sweepBack(roots, options.gradOutputs ?? [], options, (tensor, total) => {
    if (found.has(tensor)) found.set(tensor, total);
  });
  return inputs.map((input) => {
    const gradient = found.get(input) ?? null;
    if (gradient === null && !options.allowUnused) {
      throw new EngineError(
        "RuntimeError",
        "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.",
      );
    }
    return gradient;
  });
}
