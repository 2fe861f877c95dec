import { fromEntries, full, tensor, Tensor, type NestedNumbers, type Shape } from "#autodiff/index.ts";
import { isWithinLimits, limits } from "#runtime/limits.ts";
import { describeSafely } from "#runtime/javascript/inspect.ts";
import { withShapesNamed } from "#runtime/javascript/shape-words.ts";
import type { Value } from "#runtime/runtime.ts";

/** What only the program around a learner's code may do with an array. */
export let isArray: (value: unknown) => value is NdArray;
export let arrayFrom: (value: ArrayValue) => NdArray;
/** Null for an array that is too large to leave the sandbox. */
export let valueOfArray: (array: NdArray) => ArrayValue | null;
let nested: (array: NdArray) => NestedNumbers;

type ArrayValue = Extract<Value, { kind: "array" }>;

/** Operations with another array, a number, or numbers nested in plain arrays. */
const withOperand = [
  ...(["add", "sub", "rsub", "mul", "div", "rdiv", "pow", "rpow", "maximum", "minimum"] as const),
  ...(["eq", "ne", "lt", "le", "gt", "ge", "logicalAnd", "logicalOr", "matmul", "dot"] as const),
] satisfies readonly (keyof Tensor)[];

/** Operations on one array; their arguments are axes, shapes and flags. */
const alone = [
  ...([
    "neg",
    "reciprocal",
    "square",
    "exp",
    "log",
    "sqrt",
    "abs",
    "sign",
    "tanh",
    "sigmoid",
    "relu",
  ] as const),
  ...(["sin", "cos", "softmax", "logSoftmax", "logicalNot", "isnan"] as const),
  ...(["sum", "mean", "amax", "amin", "argmax", "argmin", "item", "toList"] as const),
  ...(["reshape", "view", "flatten", "unsqueeze", "squeeze", "expand", "permute", "transpose", "t"] as const),
  ...(["select", "slice", "clone"] as const),
] satisfies readonly (keyof Tensor)[];

/** Their list of lengths, or of axes, may be written without its brackets: `x.reshape(2, 3)`. */
const takesList: ReadonlySet<string> = new Set(["reshape", "view", "expand", "permute"]);

const autograd = [
  ...(["backward", "retainGrad", "requiresGrad_", "requiresGrad", "registerHook", "grad", "gradFn"] as const),
  ...(["node", "meta", "version", "retainsGrad", "isLeaf", "detach"] as const),
] satisfies readonly (keyof Tensor)[];

/**
 * What learner code gave as numbers, or numbers in lists, in lists that are ours: its own could be anything that calls itself an
 * array, and the engine would ask it to do the engine's work.
 */
function plain(name: string, values: unknown, depth = 0): NestedNumbers {
  if (typeof values === "number") return values;
  if (isArray(values)) return nested(values);
  if (!Array.isArray(values) || depth === limits.axes) {
    throw new TypeError(`${name} takes numbers, and lists of numbers, not ${describeSafely(values)}`);
  }
  // Place by place: its iterator may be its own, too.
  return Array.from({ length: values.length }, (_, place) => plain(name, values[place], depth + 1));
}

/** An axis, a flag, or nothing. */
function setting(name: string, value: unknown): unknown {
  if (value === undefined || value === null || typeof value === "number" || typeof value === "boolean")
    return value;
  throw new TypeError(`${name} takes axes, shapes and flags, not ${describeSafely(value)}`);
}

function shapeFrom(shape: unknown): number[] {
  if (!Array.isArray(shape))
    throw new TypeError(`a shape is a list of lengths, not ${describeSafely(shape)}`);
  return (plain("a shape", shape) as number[]).map(Number);
}

/** `xs[0]`, and not `xs["length"]` or `xs[-1]`. */
const isIndex = (key: PropertyKey): key is string => typeof key === "string" && /^\d+$/.test(key);

/**
 * An array of float64 numbers, as an answer in JavaScript gets it: the engine's tensor with its operations as methods
 * (`X.T.matmul(dZ)`, `dZ.sum(0, true)`), without autograd.
 */
export class NdArray {
  readonly #tensor: Tensor;

  /** Anything but a tensor would be handed tensors; learner code reaches this constructor, but no tensor. */
  private constructor(values: Tensor) {
    if (!(values instanceof Tensor))
      throw new TypeError("arrays are made by NdArray.from, zeros, ones and full");
    this.#tensor = values;
  }

  /** `NdArray.from([[1, 2], [3, 4]])` */
  static from(values: NestedNumbers): NdArray {
    return new NdArray(tensor(plain("NdArray.from", values), { dtype: "float64" }));
  }
  static zeros(shape: Shape): NdArray {
    return NdArray.full(shape, 0);
  }
  static ones(shape: Shape): NdArray {
    return NdArray.full(shape, 1);
  }
  static full(shape: Shape, value: number): NdArray {
    return new NdArray(full(shapeFrom(shape), plain("full", value) as number, { dtype: "float64" }));
  }

  get shape(): number[] {
    return [...this.#tensor.shape];
  }
  get dim(): number {
    return this.#tensor.dim;
  }
  get numel(): number {
    return this.#tensor.numel;
  }
  /** The length of the first axis. */
  get length(): number {
    return this.#tensor.shape[0] ?? 0;
  }
  /** Axes in reverse order. */
  get T(): NdArray {
    return new NdArray(this.#tensor.T);
  }

  /** The entry at these indices, or the array of entries if they are fewer than the axes. */
  at(...indices: readonly number[]): NdArray | number {
    let part = this.#tensor;
    for (const index of indices) part = part.select(0, index);
    return part.dim === 0 ? part.item() : new NdArray(part);
  }

  /** Along the first axis: numbers from a vector, rows from a matrix. */
  *[Symbol.iterator](): Generator<NdArray | number> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }

  toString(): string {
    const text = this.#tensor.toString().replace(", dtype=torch.float64", "");
    return text.replace("tensor(", "NdArray(").replaceAll("\n", "\n ");
  }

  static {
    isArray = (value): value is NdArray => typeof value === "object" && value !== null && #tensor in value;
    arrayFrom = ({ shape, data }) => new NdArray(fromEntries(data, shape));
    valueOfArray = (array) => {
      const { shape } = array.#tensor;
      return isWithinLimits(shape)
        ? { kind: "array", shape: [...shape], data: array.#tensor.entries() }
        : null;
    };
    nested = (array) => array.#tensor.toList();

    const operand = (name: string, other: unknown): Tensor | number => {
      const isProduct = name === "matmul" || name === "dot";
      if (typeof other === "number" && !isProduct) return other;
      if (isArray(other)) return other.#tensor;
      if (Array.isArray(other)) return tensor(plain(name, other), { dtype: "float64" });
      throw new TypeError(
        `${name} takes ${isProduct ? "an array" : "a number or an array"}, not ${describeSafely(other)}`,
      );
    };
    const wrapped = (result: unknown): unknown => (result instanceof Tensor ? new NdArray(result) : result);

    for (const name of withOperand) {
      define(this.prototype, name, function (this: NdArray, other: unknown) {
        const given = operand(name, other);
        return wrapped(withShapesNamed(name, this.#tensor, given, () => this.#tensor[name](given as Tensor)));
      });
    }
    for (const name of alone) {
      define(this.prototype, name, function (this: NdArray, ...args: unknown[]) {
        const isSpread = takesList.has(name) && typeof args[0] === "number";
        const lists = isSpread ? [args] : args;
        const given = lists.map((arg) => (Array.isArray(arg) ? plain(name, arg) : setting(name, arg)));
        return wrapped((this.#tensor[name] as (...args: unknown[]) => unknown)(...given));
      });
    }
    // Behind all methods: what an array has no property for, and so its indices, is looked up here.
    const indexed: ProxyHandler<object> = {
      get(target, key, array: unknown) {
        if (!isIndex(key) || !isArray(array)) return Reflect.get(target, key, array) as unknown;
        return Number(key) < array.length ? array.at(Number(key)) : undefined;
      },
      set(target, key, value, array) {
        if (!isIndex(key)) return Reflect.set(target, key, value, array);
        throw new TypeError(
          `entry [${key}] of an array can't be assigned; collect numbers in a plain array and return that`,
        );
      },
    };
    Object.setPrototypeOf(this.prototype, new Proxy(Object.prototype, indexed));

    const refuse = (): never => {
      throw new Error("autograd is switched off while grading");
    };
    for (const name of autograd) {
      Object.defineProperty(this.prototype, name, { get: refuse, set: refuse });
    }
  }
}

function define(
  prototype: NdArray,
  name: string,
  method: (this: NdArray, ...args: never[]) => unknown,
): void {
  Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true });
}
