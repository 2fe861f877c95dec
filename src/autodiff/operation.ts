import { EngineError } from "#autodiff/errors.ts";
import { isGradEnabled } from "#autodiff/grad-mode.ts";
import type { EntryLinks } from "#autodiff/entry-links.ts";
import type { Notation } from "#autodiff/notation.ts";
import type { Refused, TorchForms } from "#autodiff/torch-forms.ts";
import type { ParamSchema, ParamsOf } from "#autodiff/params.ts";
import type { Tensor } from "#autodiff/tensor.ts";
import { hasVersion, recordVersions } from "#autodiff/versions.ts";

let created = 0;

/**
 * One application of an operation: a node of the computation graph. It is plain data; `backward` walks it.
 * `params` holds what the operation was given besides its inputs, such as an exponent or a dimension.
 */
export class Node<Params = unknown> {
  /** The creation number. A node is always created after its inputs. */
  readonly id: number;
  readonly operation: Operation<Params>;
  /** The first input. */
  readonly x: Tensor;
  /** The second input; the first again where there is no second. */
  readonly y: Tensor;
  readonly params: Params;
  readonly out: Tensor;
  /**
   * ∂L/∂out as far as a sweep has collected it. "reached" by a sweep, it is still to come; between sweeps the node is "idle",
   * or "freed" when one without `retainGraph` has used it.
   */
  upstream: Tensor | "reached" | "idle" | "freed" = "idle";

  constructor(operation: Operation<Params>, x: Tensor, y: Tensor, params: Params, out: Tensor) {
    this.id = ++created;
    this.operation = operation;
    this.x = x;
    this.y = y;
    this.params = params;
    this.out = out;
  }

  get inputs(): readonly Tensor[] {
    return this.operation.vjp.length === 1 ? [this.x] : [this.x, this.y];
  }

  /** `AddBackward0`: what PyTorch prints as the result's `grad_fn`. */
  get gradFn(): string {
    const { name, gradFn = `${name[0]!.toUpperCase()}${name.slice(1)}Backward0` } = this.operation;
    return typeof gradFn === "string" ? gradFn : gradFn(this.params);
  }
}

/** A node of an operation on a list of tensors. */
class ListNode<Params> extends Node<Params> {
  readonly #inputs: readonly Tensor[];

  constructor(operation: Operation<Params>, inputs: readonly Tensor[], params: Params, out: Tensor) {
    super(operation, inputs[0]!, inputs[0]!, params, out);
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
export type Vjp<Params> = (g: Tensor, node: Node<Params>) => Tensor;

/** A wrong rule that people write for an operation. */
export interface MalRule<Params> {
  /** What the learner did, after "you": "forgot the factor n". */
  message: string;
  /** Which input's rule it replaces. */
  input: number;
  vjp: Vjp<Params>;
}

/** What is known of an operation besides how it is computed. */
interface Columns<Params> {
  /** Its one name, under which it is declared and a trace has it. */
  readonly name: string;
  /**
   * PyTorch's name for the backward function, where it depends on how the operation was called a function of that; `ExpBackward0`
   * for `exp` where nothing is said.
   */
  readonly gradFn?: string | ((params: Params) => string);
  /** What Python's torch makes of it; nothing where its functions need more than the inputs. */
  readonly torch?: TorchForms;
  /** Dtypes of the first input that Python's torch refuses. */
  readonly refused?: Refused;
  /** How it is written, drawn and differentiated in words. */
  readonly notation: Notation;
  /** Whether each entry of the result depends on one entry of each input, repeated along axes that the input lacks. */
  readonly elementwise?: boolean;
  /** Which entry of an input goes into which of the result; nothing where a gradient isn't told entry by entry. */
  readonly links?: EntryLinks;
  /** What the rules take for granted of inputs and parameters: asked before a trace that may say anything is computed. */
  readonly accepts?: (inputs: readonly Tensor[], params: Params) => boolean;
  /** The most entries that a result may have, where that isn't what the inputs broadcast to. */
  readonly entries?: (inputs: readonly Tensor[], params: Params) => number;
  /** Whether the rules look at the inputs or the result, which a first backward sweep frees. True where nothing is said. */
  readonly saves?: boolean;
}

/** What `defineOp` makes of a declaration: an entry in the table of operations. */
export interface Operation<Params = unknown> extends Columns<Params> {
  /** The kinds of its parameters. */
  readonly params: ParamSchema | undefined;
  /** One rule per input; an operation on a list of tensors has one function that makes the rule for input i. */
  readonly vjp: readonly Vjp<Params>[] | ((input: number) => Vjp<Params>);
  /** How many tensors a list has; undefined where there may be any number. */
  readonly terms?: number;
  readonly malRules: readonly MalRule<Params>[];
  readonly saves: boolean;
}

/** A declaration says what kinds its parameters have, unless there are none. */
type Declared<Schema> = [Schema] extends [undefined] ? { params?: undefined } : { params: Schema };

type Definition<Inputs extends readonly unknown[], Schema, Params = ParamsOf<Schema>> = Columns<Params> &
  Declared<Schema> & {
    forward: (...args: [...Inputs, params: Params]) => Tensor;
    vjp: { readonly [I in keyof Inputs]: Vjp<Params> };
    malRules?: readonly MalRule<Params>[];
  };

/** An operation as it is called: on its inputs, and with its parameters. */
export interface Applied<Inputs extends readonly unknown[], Params> {
  (...args: undefined extends Params ? [...Inputs, params?: Params] : [...Inputs, params: Params]): Tensor;
  readonly operation: Operation<Params>;
}

/** Declares an operation on one or two tensors: its value, its derivative, the mistakes people make about it, and its notation. */
export function defineOp<const Schema extends ParamSchema | undefined = undefined>(
  definition: Definition<[Tensor], Schema>,
): Applied<[x: Tensor], ParamsOf<Schema>>;
export function defineOp<const Schema extends ParamSchema | undefined = undefined>(
  definition: Definition<[Tensor, Tensor], Schema>,
): Applied<[x: Tensor, y: Tensor], ParamsOf<Schema>>;
export function defineOp(definition: LooseDefinition): Applied<Tensor[], unknown> {
  const operation: Operation = {
    ...definition,
    params: definition.params,
    malRules: definition.malRules ?? [],
    saves: definition.saves ?? true,
  };
  if (definition.vjp.length === 1) {
    const forward = definition.forward as (x: Tensor, params: unknown) => Tensor;
    const apply = (x: Tensor, params: unknown) => {
      const out = forward(x, params);
      if (isGradEnabled() && x.requiresGrad) {
        const node = new Node(operation, x, x, params, out);
        out.node = node;
        if (hasVersion(x)) recordVersions(node);
      }
      return out;
    };
    return Object.assign(apply as Applied<Tensor[], unknown>, { operation });
  }
  const forward = definition.forward as (x: Tensor, y: Tensor, params: unknown) => Tensor;
  const apply = (x: Tensor, y: Tensor, params: unknown) => {
    const out = forward(x, y, params);
    if (isGradEnabled() && (x.requiresGrad || y.requiresGrad)) {
      const node = new Node(operation, x, y, params, out);
      out.node = node;
      if (hasVersion(x) || hasVersion(y)) recordVersions(node);
    }
    return out;
  };
  return Object.assign(apply as Applied<Tensor[], unknown>, { operation });
}

/** A definition of either kind: what has been checked already. */
interface LooseDefinition extends Columns<unknown> {
  params?: ParamSchema | undefined;
  forward: (...args: never[]) => Tensor;
  vjp: readonly Vjp<unknown>[];
  malRules?: readonly MalRule<unknown>[];
}

interface ListRules<Params> extends Columns<Params> {
  forward: (inputs: readonly Tensor[], params: Params) => Tensor;
  vjp: (input: number) => Vjp<Params>;
  /** How many tensors the list has; any number where nothing is said. */
  terms?: number;
}

type ListDefinition<Schema, Params = ParamsOf<Schema>> = ListRules<Params> & Declared<Schema>;

/** An operation on a list of tensors as it is called. */
export interface AppliedToList<Params> {
  (inputs: readonly Tensor[], params: Params): Tensor;
  readonly operation: Operation<Params>;
}

/** Declares an operation on a list of tensors. Applied to an empty list it throws a RuntimeError. */
export function defineListOp<const Schema extends ParamSchema | undefined = undefined>(
  definition: ListDefinition<Schema>,
): AppliedToList<ParamsOf<Schema>>;
export function defineListOp(definition: LooseListDefinition): AppliedToList<unknown> {
  const operation: Operation = {
    ...definition,
    params: definition.params,
    malRules: [],
    saves: definition.saves ?? true,
  };
  const apply = (inputs: readonly Tensor[], params: unknown) => {
    if (inputs.length === 0) throw new EngineError("RuntimeError", "expected a non-empty list of Tensors");
    const out = definition.forward(inputs, params);
    if (isGradEnabled() && inputs.some((input) => input.requiresGrad)) {
      const node = new ListNode(operation, inputs, params, out);
      out.node = node;
      if (inputs.some(hasVersion)) recordVersions(node);
    }
    return out;
  };
  return Object.assign(apply, { operation });
}

interface LooseListDefinition extends ListRules<unknown> {
  params?: ParamSchema | undefined;
}

/** The rule for one input of an operation. */
export const ruleFor = <Params>({ vjp }: Operation<Params>, input: number): Vjp<Params> =>
  typeof vjp === "function" ? vjp(input) : vjp[input]!;
