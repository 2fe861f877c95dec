/** Both losses of lesson 2, called either way round, with the factors of their derivatives, by the engine. */
import { grad, tensor, type Tensor } from "#autodiff/index.ts";

export type LossName = "difference" | "squared";

/** `declared` is lossfn(y_actual, y_pred), the order in its definition; `swapped` is lossfn(y_pred, y_actual). */
export type CallOrder = "declared" | "swapped";

/** What there is at each x. The product of the two factors is the derivative. */
export interface LossCurves {
  loss: readonly number[];
  /** Of the difference: its derivative with respect to y_pred. Of the square: 2u, its derivative with respect to u. */
  first: readonly number[];
  /** The rest of the way to x: dy_pred/dx of the difference, du/dx of the square. */
  second: readonly number[];
  derivative: readonly number[];
}

/** The lesson's: what it computes is decided by places, whatever is put into them. */
const lossfn = (yActual: Tensor, yPred: Tensor): Tensor => yPred.sub(yActual);

/** L = u or L = u², where u = x² − y_actual as declared, and y_actual − x² swapped. */
export function lossCurves(
  name: LossName,
  order: CallOrder,
  target: number,
  x: readonly number[],
): LossCurves {
  const input = tensor([...x], { dtype: "float64", requiresGrad: true });
  const predicted = input.pow(2);
  const actual = tensor(target, { dtype: "float64" });
  const u = order === "declared" ? lossfn(actual, predicted) : lossfn(predicted, actual);
  const loss = name === "squared" ? u.pow(2) : u;
  const between = name === "squared" ? u : predicted;
  const entriesOf = (of: Tensor, by: Tensor) => grad(of.sum(), [by], { retainGraph: true })[0].entries();
  return {
    loss: loss.entries(),
    first: entriesOf(loss, between),
    second: entriesOf(between, input),
    derivative: entriesOf(loss, input),
  };
}
