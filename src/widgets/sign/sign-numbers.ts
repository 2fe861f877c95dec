import { lossCurves, type CallOrder, type LossCurves, type LossName } from "#widgets/sign/sign-engine.ts";

/** What one call comes to at x. */
type NumbersOfCall = Readonly<Record<keyof LossCurves, number>>;

export type SignNumbers = Readonly<Record<CallOrder, NumbersOfCall>>;

/** The numbers of both calls at x. */
export function signNumbers(of: LossName, target: number, x: number): SignNumbers {
  const numbersOf = (order: CallOrder): NumbersOfCall => {
    const { loss, first, second, derivative } = lossCurves(of, order, target, [x]);
    return { loss: loss[0]!, first: first[0]!, second: second[0]!, derivative: derivative[0]! };
  };
  return { declared: numbersOf("declared"), swapped: numbersOf("swapped") };
}
