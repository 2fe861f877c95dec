import {
  fromEntries,
  full,
  ones,
  tensor,
  Tensor,
  zeros,
  type NestedNumbers,
  type Shape,
} from "#autodiff/index.ts";
import { withShapesNamed } from "#runtime/javascript/shape-words.ts";
import type { Value } from "#runtime/runtime.ts";

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

const autograd = [
  ...(["backward", "retainGrad", "requiresGrad_", "requiresGrad", "registerHook", "grad", "gradFn"] as const),
  ...(["node", "meta", "version", "retainsGrad", "isLeaf", "detach"] as const),
] satisfies readonly (keyof Tensor)[];

/** `xs[0]`, and not `xs["length"]` or `xs[-1]`. */
const isIndex = (key: PropertyKey): key is string => typeof key === "string" && /^\d+$/.test(key);

/**
 * An array of float64 numbers, as an answer in JavaScript gets it: the engine's tensor with its operations as methods
 * (`X.T.matmul(dZ)`, `dZ.sum(0, true)`), without autograd.
 */
export class NdArray {
  readonly #tensor: Tensor;

  private constructor(values: Tensor) {
    this.#tensor = values;
  }

  /** `NdArray.from([[1, 2], [3, 4]])` */
  static from(values: NestedNumbers): NdArray {
    return new NdArray(tensor(values, { dtype: "float64" }));
  }
  static zeros(shape: Shape): NdArray {
    return new NdArray(zeros(shape, { dtype: "float64" }));
  }
  static ones(shape: Shape): NdArray {
    return new NdArray(ones(shape, { dtype: "float64" }));
  }
  static full(shape: Shape, value: number): NdArray {
    return new NdArray(full(shape, value, { dtype: "float64" }));
  }

  static fromValue({ shape, data }: ArrayValue): NdArray {
    return new NdArray(fromEntries(data, shape));
  }
  toValue(): ArrayValue {
    return { kind: "array", shape: this.shape, data: this.#tensor.entries() };
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
    const found = indices.reduce((part, index) => part.select(0, index), this.#tensor);
    return found.dim === 0 ? found.item() : new NdArray(found);
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
    const operand = (name: string, other: unknown): Tensor | number => {
      if (typeof other === "number") return other;
      if (other instanceof NdArray) return other.#tensor;
      if (Array.isArray(other)) return tensor(other as NestedNumbers, { dtype: "float64" });
      throw new TypeError(`${name} takes a number or an array, not ${String(other)}`);
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
        return wrapped((this.#tensor[name] as (...args: unknown[]) => unknown)(...args));
      });
    }
    // Behind all methods: what an array has no property for, and so its indices, is looked up here.
    const indexed: ProxyHandler<object> = {
      get(target, key, array: unknown) {
        if (!isIndex(key) || !(array instanceof NdArray)) return Reflect.get(target, key, array) as unknown;
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
