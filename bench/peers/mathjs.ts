import { derivative, parse } from "mathjs";
import type { BenchCase, Family } from "../case.ts";
import type { Prepare, Reason } from "../contender.ts";

interface Expression {
  formula: string;
  names: readonly string[];
}

const noArrays: Reason = "Its `derivative` knows scalars only.";
const tooLong: Reason = "Its `derivative` of a formula of this length takes minutes or more.";

const sumOfSquares = (n: number): Expression | Reason => {
  if (n > 3) return tooLong;
  const names = Array.from({ length: n }, (_, i) => `x${i}`);
  return { formula: names.map((name) => `${name}^2`).join(" + "), names };
};

const recurrence = (steps: number): Expression | Reason =>
  steps > 2 ? tooLong : { formula: `${"w * (".repeat(steps)}h0${")".repeat(steps)}`, names: ["w", "h0"] };

/** A case as a formula in named scalars. */
const expressions: Record<Family, (given: BenchCase) => Expression | Reason> = {
  "scalar chain": () => ({ formula: "(x^2 - 10)^2", names: ["x"] }),
  "scalar network": () => tooLong,
  "sum of squares": ({ variables: [x] }) => sumOfSquares(x!.entries.length),
  "batch linear": () => noArrays,
  recurrence: ({ steps }) => recurrence(steps),
  perceptron: () => noArrays,
};

/** Values of expressions that math.js differentiated and compiled beforehand: only their evaluation is timed. */
export const contend = (): Prepare => (given) => {
  const written = expressions[given.family](given);
  if (typeof written === "string") return written;
  const entries = given.variables.flatMap((input) => [...input.entries]);
  const scope = Object.fromEntries(written.names.map((name, i) => [name, entries[i]!]));
  const tree = parse(written.formula);
  const value = tree.compile();
  const slopes = written.names.map((name) => derivative(tree, name).compile());
  const run = () => ({
    value: value.evaluate(scope) as number,
    gradient: slopes.map((slope) => slope.evaluate(scope) as number),
  });
  return {
    run,
    outcome: () => {
      const { value, gradient } = run();
      return { value, gradient: Float64Array.from(gradient) };
    },
  };
};
