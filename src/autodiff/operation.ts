import { EngineError } from "#autodiff/errors.ts";
import { isGradEnabled } from "#autodiff/grad-mode.ts";
import type { Tensor } from "#autodiff/tensor.ts";
import { hasVersion, recordVersions } from "#autodiff/versions.ts";

let created = 0;

/**
 * One application of an operation: a node of the computation graph. It is plain data; `backward` walks it.
 * `at` holds what the operation was told besides its inputs, such as an exponent or a dimension.
 */
export class Node<At = unknown> {
  /** The creation number. A node is always created after its inputs. */
  readonly id: number;
  readonly operation: Operation<At>;
  /** The first input. */
  readonly x: Tensor;
  /** The second input; the first again where there is no second. */
  readonly y: Tensor;
  readonly at: At;
  readonly out: Tensor;
  /**
   * ∂L/∂out as far as a sweep has collected it. "reached" by a sweep, it is still to come; between sweeps the node is "idle",
   * or "freed" when one without `retainGraph` has used it.
   */
  upstream: Tensor | "reached" | "idle" | "freed" = "idle";

  constructor(operation: Operation<At>, x: Tensor, y: Tensor, at: At, out: Tensor) {
    this.id = ++created;
    this.operation = operation;
    this.x = x;
    this.y = y;
    this.at = at;
    this.out = out;
  }

  get inputs(): readonly Tensor[] {
    return this.operation.vjp.length === 1 ? [this.x] : [this.x, this.y];
  }

  /** `AddBackward0`: what PyTorch prints as the result's `grad_fn`. */
  get gradFn(): string {
    const { name } = this.operation;
    return typeof name === "string" ? name : name(this.at);
  }
}

/** A node of an operation on a list of tensors. */
class ListNode<At> extends Node<At> {
  readonly #inputs: readonly Tensor[];

  constructor(operation: Operation<At>, inputs: readonly Tensor[], at: At, out: Tensor) {
    super(operation, inputs[0]!, inputs[0]!, at, out);
    this.#inputs = inputs;
  }

  override get inputs(): readonly Tensor[] {
    return this.#inputs;
  }
}

/**
 * A vector–Jacobian product: from the upstream gradient g = ∂L/∂out to the contribution ∂L/∂input, written in
 * differentiable operations. The backward sweep sums the result over axes along which the input was broadcast.
 */
export type Vjp<At> = (g: Tensor, node: Node<At>) => Tensor;

/** A wrong rule that people write for an operation. */
export interface Slip<At> {
  /** What the learner did, after "you": "forgot the factor n". */
  says: string;
  /** Which input's rule it replaces. */
  input: number;
  vjp: Vjp<At>;
}

/** What `defineOp` makes of a declaration: an entry in the table of operations. */
export interface Operation<At = unknown> {
  /** PyTorch's name for the backward function, where it depends on how the operation was called a function of that. */
  readonly name: string | ((at: At) => string);
  /** One rule per input; an operation on a list of tensors has one function that makes the rule for input i. */
  readonly vjp: readonly Vjp<At>[] | ((input: number) => Vjp<At>);
  readonly slips: readonly Slip<At>[];
  /** Whether the rules look at the inputs or the result, which a first backward sweep frees. */
  readonly saves: boolean;
}

interface Definition<Inputs extends readonly unknown[], At> {
  name: string | ((at: At) => string);
  forward: (...args: [...Inputs, at: At]) => Tensor;
  vjp: { readonly [I in keyof Inputs]: Vjp<At> };
  slips?: readonly Slip<At>[];
  /** False if no rule looks at `x`, `y` or `out`. */
  saves?: boolean;
}

/** An operation as it is called: on its inputs, and on what else it is told. */
export interface Applied<Inputs extends readonly unknown[], At> {
  (...args: undefined extends At ? [...Inputs, at?: At] : [...Inputs, at: At]): Tensor;
  readonly operation: Operation<At>;
}

/** Declares an operation on one or two tensors: its value, its derivative, and the mistakes people make about it. */
export function defineOp<At = undefined>(definition: Definition<[Tensor], At>): Applied<[x: Tensor], At>;
export function defineOp<At = undefined>(
  definition: Definition<[Tensor, Tensor], At>,
): Applied<[x: Tensor, y: Tensor], At>;
export function defineOp<At>(
  definition: Definition<[Tensor], At> | Definition<[Tensor, Tensor], At>,
): Applied<[x: Tensor], At> | Applied<[x: Tensor, y: Tensor], At> {
  const operation: Operation<At> = {
    name: definition.name,
    vjp: definition.vjp,
    slips: definition.slips ?? [],
    saves: definition.saves ?? true,
  };
  if (definition.vjp.length === 1) {
    const { forward } = definition as Definition<[Tensor], At>;
    const apply = (x: Tensor, at: At) => {
      const out = forward(x, at);
      if (isGradEnabled() && x.requiresGrad) {
        const node = new Node(operation, x, x, at, out) as Node;
        out.node = node;
        if (hasVersion(x)) recordVersions(node);
      }
      return out;
    };
    return Object.assign(apply, { operation }) as Applied<[x: Tensor], At>;
  }
  const { forward } = definition as Definition<[Tensor, Tensor], At>;
  const apply = (x: Tensor, y: Tensor, at: At) => {
    const out = forward(x, y, at);
    if (isGradEnabled() && (x.requiresGrad || y.requiresGrad)) {
      const node = new Node(operation, x, y, at, out) as Node;
      out.node = node;
      if (hasVersion(x) || hasVersion(y)) recordVersions(node);
    }
    return out;
  };
  return Object.assign(apply, { operation }) as Applied<[x: Tensor, y: Tensor], At>;
}

/** Declares an operation on a list of tensors. */
export function defineListOp<At>(definition: {
  name: string;
  forward: (inputs: readonly Tensor[], at: At) => Tensor;
  vjp: (input: number) => Vjp<At>;
  saves?: boolean;
}): ((inputs: readonly Tensor[], at: At) => Tensor) & { readonly operation: Operation<At> } {
  const operation: Operation<At> = {
    name: definition.name,
    vjp: definition.vjp,
    slips: [],
    saves: definition.saves ?? true,
  };
  const apply = (inputs: readonly Tensor[], at: At) => {
    if (inputs.length === 0) throw new EngineError("RuntimeError", "expected a non-empty list of Tensors");
    const out = definition.forward(inputs, at);
    if (isGradEnabled() && inputs.some((input) => input.requiresGrad)) {
      const node = new ListNode(operation, inputs, at, out) as Node;
      out.node = node;
      if (inputs.some(hasVersion)) recordVersions(node);
    }
    return out;
  };
  return Object.assign(apply, { operation });
}

/** The rule for one input of an operation. */
export const ruleFor = <At>({ vjp }: Operation<At>, input: number): Vjp<At> =>
  typeof vjp === "function" ? vjp(input) : vjp[input]!;
