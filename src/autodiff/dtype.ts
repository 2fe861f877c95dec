/** The types of an entry. int64 holds integers that a double represents exactly (up to 2⁵³). */
export type DType = "float32" | "float64" | "int64" | "bool";

/**
 * The entries of a tensor in row-major order. A plain number stands for a tensor all of whose entries are that number: a
 * scalar, or the cotangent of a sum before anyone needs it spread. int64 entries are stored as doubles. Nothing is ever written
 * into an array that a tensor has, so tensors may have the same one: an in-place change gives a tensor another array.
 */
export type Storage = number | Float64Array | Float32Array | Uint8Array;
export type DenseStorage = Exclude<Storage, number>;

/** What PyTorch's messages call the types. */
export const scalarTypes = { float32: "Float", float64: "Double", int64: "Long", bool: "Bool" } as const;

/** In PyTorch's order of promotion: a result takes the later of two types. */
const ranks: Readonly<Record<DType, number>> = { bool: 0, int64: 1, float32: 2, float64: 3 };

/** Whether entries can have fractions, and so derivatives. */
export const isFloating = (dtype: DType): boolean => dtype === "float64" || dtype === "float32";

/** The later of the two in PyTorch's order: bool, int64, float32, float64. */
export const higher = (a: DType, b: DType): DType => (ranks[a] >= ranks[b] ? a : b);

const category = (dtype: DType): number => (isFloating(dtype) ? 2 : ranks[dtype]);

/**
 * The dtype of an operation on two tensors. A 0-d tensor changes the other's dtype only when it is of a higher category
 * (bool < integer < floating).
 * @see https://pytorch.org/docs/1.13/tensor_attributes.html#type-promotion-doc
 */
export function promote(a: DType, aDims: number, b: DType, bDims: number): DType {
  if (a === b) return a;
  if (aDims > 0 && bDims === 0) return category(b) > category(a) ? b : a;
  if (bDims > 0 && aDims === 0) return category(a) > category(b) ? a : b;
  return higher(a, b);
}

let usualFloat: "float32" | "float64" = "float32";

/** The floating type of numbers that come without one. */
export const defaultFloat = (): "float32" | "float64" => usualFloat;

/** Sets what `defaultFloat` returns from now on; float32 at first. */
export function setDefaultFloat(dtype: "float32" | "float64"): void {
  usualFloat = dtype;
}

/** `length` zeros to be entries of this dtype: 8 bytes each for float64 and int64, 4 for float32, 1 for bool. */
export function allocate(dtype: DType, length: number): DenseStorage {
  if (dtype === "float64") return new Float64Array(length);
  if (dtype === "float32") return new Float32Array(length);
  return dtype === "bool" ? new Uint8Array(length) : new Float64Array(length);
}

/** The number as this dtype holds it: rounded for float32, without its fraction for int64, 0 or 1 for bool (of NaN, 1). */
export function represent(dtype: DType, value: number): number {
  if (dtype === "float64") return value;
  if (dtype === "float32") return Math.fround(value);
  if (dtype === "bool") return value === 0 ? 0 : 1;
  return Math.trunc(value) + 0; // −0 is a float's
}
