/** Explains an answer as a whole, by what stands there instead of the gradient. */
import { fromEntries, grad, sameShape } from "#autodiff/index.ts";
import { div } from "#autodiff/operations/arithmetic.ts";
import { nameIn } from "#exercise/index.ts";
import type { OperationSite } from "#grader/fault-sites.ts";
import { commonRatio, magnitude } from "#grader/compare.ts";
import { numbers } from "#grader/forward-run.ts";
import { comesOut, type Explainer } from "#grader/explanations/explanation.ts";
import { nodesAtSite } from "#grader/explanations/known-values.ts";
import { messages } from "#grader/messages.ts";

/** The value of an input, the variable itself before the others. */
export const valueOfInput: Explainer = (unexplained) => {
  const { runs, wrt, language } = unexplained;
  const names = Object.keys(runs[0]!.inputs);
  const name = [wrt, ...names].find((each) => comesOut(unexplained, (i) => numbers(runs[i]!.inputs[each]!)));
  return name === undefined
    ? null
    : {
        kind: "not-differentiated",
        where: nameIn(language, name),
        message: messages.valueOfInput(nameIn(language, name), nameIn(language, wrt)),
      };
};

/** The gradient with respect to a step on the way, from which it should have gone on; or to one that is not on the way. */
export const stoppedAtStep: Explainer = (unexplained) => {
  const { sites, runs, wrt, language } = unexplained;
  const last = (i: number, each: OperationSite) => nodesAtSite(unexplained, i, each).at(-1)?.node.out;
  const site = sites?.operations.findLast((each) =>
    comesOut(unexplained, (i) => {
      const step = last(i, each);
      if (!step || step === runs[i]!.value) return null;
      const [gradient] = grad(runs[i]!.value, [step], { retainGraph: true, allowUnused: true });
      return gradient && numbers(gradient);
    }),
  );
  if (!site) return null;
  const name = nameIn(language, wrt);
  const isOnTheWay = runs.some(({ inputs }, i) => {
    const step = last(i, site);
    if (!step) return false;
    return grad(step.sum(), [inputs[wrt]!], { retainGraph: true, allowUnused: true })[0] !== null;
  });
  return isOnTheWay
    ? { kind: "missing-factor", where: site.text, message: messages.stoppedAtStep(site.text, name) }
    : { kind: "wrong-variable", where: site.text, message: messages.wrongVariable(site.text, name, null) };
};

/** What comes out if the sweep begins at a step, or at the input itself, with 1 flowing back into each of its entries. */
export const begunAtStep: Explainer = (unexplained) => {
  const { sites, runs, wrt, language } = unexplained;
  const itself = {
    text: nameIn(language, wrt),
    of: (i: number) => runs[i]!.inputs[wrt]!,
  };
  const steps = (sites?.operations ?? []).map((site) => ({
    text: site.text,
    of: (i: number) => nodesAtSite(unexplained, i, site).at(-1)?.node.out,
  }));
  const begun = [...steps.toReversed(), itself].find(({ of }) =>
    comesOut(unexplained, (i) => {
      const step = of(i);
      if (!step?.requiresGrad || step === runs[i]!.value) return null;
      const [gradient] = grad(step.sum(), [runs[i]!.inputs[wrt]!], { allowUnused: true, retainGraph: true });
      return gradient && numbers(gradient);
    }),
  );
  return begun
    ? { kind: "missing-factor", where: begun.text, message: messages.begunAtStep(begun.text) }
    : null;
};

/** Entries added up as they come, where each stands for itself. */
export const runningSum: Explainer = (unexplained) => {
  const { truth, wrt, language } = unexplained;
  if (truth[0]!.shape.length !== 1) return null;
  const fits = comesOut(unexplained, (i) => {
    let sum = 0;
    return { shape: truth[i]!.shape, data: truth[i]!.data.map((value) => (sum += value)) };
  });
  return fits
    ? { kind: "summed-too-far", where: null, message: messages.runningSum(nameIn(language, wrt)) }
    : null;
};

/** The right gradient multiplied or divided by the value of a step, such as one that should have been divided by at the end. */
export const offByStep: Explainer = (unexplained) => {
  const { sites, truth } = unexplained;
  for (const site of sites?.operations ?? []) {
    for (const divided of [false, true]) {
      const fits = comesOut(unexplained, (i) => {
        const step = nodesAtSite(unexplained, i, site).at(-1)?.node.out.detach();
        if (!step) return null;
        const right = fromEntries(truth[i]!.data, truth[i]!.shape);
        return numbers(divided ? right.div(step) : right.mul(step));
      });
      // Times a divisor: a division was left out.
      const isDivisor = sites!.operations.some(
        ({ node }) => node.operation === div.operation && node.inputs[1] === site.node.out,
      );
      const kind = isDivisor && !divided ? "missing-factor" : "extra-factor";
      if (fits) return { kind, where: site.text, message: messages.offByStep(site.text, divided) };
    }
  }
  return null;
};

/** The input after a step along the gradient, which somebody returns who has the training loop in mind. */
export const stepTaken: Explainer = (unexplained) => {
  const { answers, truth, runs, wrt, language, order } = unexplained;
  const moved = answers.map(({ shape, data }, i) => ({
    shape,
    data: data.map((value, entry) => value - runs[i]!.inputs[wrt]!.entries()[entry]!),
  }));
  const ratio = commonRatio(moved, truth);
  const isNothing = magnitude(answers) === 0 || order.every((i) => magnitude([truth[i]!]) === 0);
  if (ratio === null || ratio > 0 || isNothing) return null;
  return {
    kind: "other-function",
    where: nameIn(language, wrt),
    message: messages.stepTaken(nameIn(language, wrt)),
  };
};

/** The right gradient and a constant: a whole number or a half, since an approximation may be off by any other. */
export const constantTerm: Explainer = (unexplained) => {
  const { answers, truth, order } = unexplained;
  const telling = order[0]!;
  const [entry] = answers[telling]!.data.keys();
  if (entry === undefined || !sameShape(answers[telling]!.shape, truth[telling]!.shape)) return null;
  const constant = answers[telling]!.data[entry]! - truth[telling]!.data[entry]!;
  const plain = Math.round(2 * constant) / 2;
  if (plain === 0) return null;
  const fits = comesOut(unexplained, (i) => ({
    shape: truth[i]!.shape,
    data: truth[i]!.data.map((value) => value + plain),
  }));
  return fits ? { kind: "constant-term", where: null, message: messages.constantTerm(plain) } : null;
};
