/** Explains an answer as a whole, by what stands there instead of the gradient. */
import { grad, sameShape } from "#autodiff/index.ts";
import { nameIn } from "#exercise/index.ts";
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

/** The gradient with respect to a step on the way, from which it should have gone on. */
export const stoppedAtStep: Explainer = (unexplained) => {
  const { sites, runs, wrt, language } = unexplained;
  const site = sites?.operations.findLast((each) =>
    comesOut(unexplained, (i) => {
      const [last] = nodesAtSite(unexplained, i, each).slice(-1);
      if (!last || last.node.out === runs[i]!.value) return null;
      const [gradient] = grad(runs[i]!.value, [last.node.out], { retainGraph: true, allowUnused: true });
      return gradient && numbers(gradient);
    }),
  );
  return site
    ? {
        kind: "missing-factor",
        where: site.text,
        message: messages.stoppedAtStep(site.text, nameIn(language, wrt)),
      }
    : null;
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
