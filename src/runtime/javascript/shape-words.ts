/** Adds to the engine's words, which are PyTorch's, what NumPy says of shapes that don't meet: it names both. */
import { EngineError, type Tensor } from "#autodiff/index.ts";

const shapeText = (shape: readonly number[]): string =>
  shape.length === 1 ? `(${shape[0]!},)` : `(${shape.join(",")})`;

/** The result. Where an operation refuses two arrays, throws its EngineError with their shapes named; any other error as it is. */
export function withShapesNamed<Result>(
  operation: string,
  x: Tensor,
  y: Tensor | number,
  compute: () => Result,
): Result {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof EngineError) || typeof y === "number") throw error;
    const added = mismatch(operation, x.shape, y.shape);
    throw added === null ? error : new EngineError(error.name, `${error.message}: ${added}`);
  }
}

function mismatch(operation: string, x: readonly number[], y: readonly number[]): string | null {
  const shapes = `${shapeText(x)} and ${shapeText(y)}`;
  if (operation === "matmul" || operation === "dot") {
    if (x.length === 0 || y.length === 0) return null;
    const axis = Math.max(0, y.length - 2);
    const [inner, outer] = [x.at(-1)!, y[axis]!];
    return inner === outer
      ? null
      : `shapes ${shapes} not aligned: ${inner} (dim ${x.length - 1}) != ${outer} (dim ${axis})`;
  }
  return `operands could not be broadcast together with shapes ${shapeText(x)} ${shapeText(y)}`;
}
