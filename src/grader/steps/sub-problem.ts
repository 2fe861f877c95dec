/** A wrong line as a small problem of its own: the derivative of the result by the step that it is meant for, given what was right before. */
import { fromEntries, sameShape, type Tensor } from "#autodiff/index.ts";
import { repeatsTo } from "#autodiff/shape.ts";
import { appliedTo } from "#grader/explanations/apply-again.ts";
import { numbers, type ForwardRun } from "#grader/forward-run.ts";
import { derive, type Spot } from "#grader/steps/derivation.ts";
import type { MeantLine } from "#grader/steps/follow-through.ts";
import { spotsOf } from "#grader/steps/meaning.ts";
import type { WrongAnswer } from "#grader/diagnose.ts";
import { nodesBehind } from "#graph/nodes.ts";
import type { Numbers } from "#grader/compare.ts";
import { squeezed } from "#grader/mistake.ts";

export interface SubProblem {
  wrong: WrongAnswer;
  runs: readonly ForwardRun[];
  /** For each of its runs the number of the case. */
  cases: readonly number[];
}

/** A run that ends in its step's slope: the operation alone, applied to what goes into it. */
function operationAlone(
  run: ForwardRun,
  { node, input }: Extract<Spot, { input: number }>,
  name: string,
): ForwardRun {
  const alone = appliedTo(node, node.inputs);
  const value = alone.out.sum();
  return {
    inputs: { ...run.inputs, [name]: alone.inputs[input]! },
    names: new Map(),
    value,
    nodes: nodesBehind(value),
  };
}

/** Numbers in the shape of the truth, where they differ by axes of length 1 only, or one stands for many. */
function inShapeOf(answer: Numbers, truth: Numbers): Numbers {
  if (sameShape(squeezed(answer).shape, squeezed(truth).shape))
    return { shape: truth.shape, data: answer.data };
  return repeatsTo(answer.shape, truth.shape)
    ? numbers(fromEntries(answer.data, answer.shape).expand(truth.shape))
    : answer;
}

/**
 * The problem that a line is a wrong answer to, in the first pass that is wrong. Null for a value on the way forward, what flows over
 * a single edge and a derivative on the way forward, and for the gradient of an input, which is the whole problem.
 */
export function subProblemOf(
  { line, meaning }: MeantLine,
  pass: number,
  runs: readonly ForwardRun[],
): SubProblem | null {
  const { kind, inner, input } = meaning.place;
  if (kind === "value" || kind === "contribution" || kind === "sensitivity" || input !== null) return null;
  const found = runs.flatMap((run, index) => {
    const passes = line.passes[index]!;
    const asked = "only" in meaning.alignment ? passes.length - 1 : pass;
    const spot = spotsOf(line, meaning, index)?.[asked];
    if (!spot) return [];
    const answer = passes[asked]!;
    if ("node" in spot) {
      const truth = numbers(derive(run).at(spot)!);
      return [{ index, run: operationAlone(run, spot, inner), answer: inShapeOf(answer, truth), truth }];
    }
    const there: Tensor | null = derive(run).at(spot);
    if (!there) return [];
    const truth = numbers(there);
    const inputs = { ...run.inputs, [inner]: spot.tensor };
    return [{ index, run: { ...run, inputs }, answer: inShapeOf(answer, truth), truth }];
  });
  if (found.length === 0) return null;
  return {
    wrong: {
      wrt: inner,
      answers: found.map(({ answer }) => answer),
      truth: found.map(({ truth }) => truth),
    },
    runs: found.map(({ run }) => run),
    cases: found.map(({ index }) => index),
  };
}
