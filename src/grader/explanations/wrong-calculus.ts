/** Explains an answer by a calculus that is wrong in one rule. */
import type { Node } from "#autodiff/index.ts";
import { nameIn } from "#exercise/index.ts";
import { leeway, rounding } from "#grader/compare.ts";
import type { Explainer } from "#grader/explanations/explanation.ts";
import { derivativeByEntry, type DerivativeRule } from "#grader/explanations/forward-mode.ts";
import { ifPossible } from "#grader/forward-run.ts";
import { nodesAtSite } from "#grader/explanations/known-values.ts";
import { wrongRules } from "#grader/explanations/wrong-rules.ts";
import { messages } from "#grader/messages.ts";

/** The rule where a node is one of these, and the right one elsewhere. */
const only =
  (rule: DerivativeRule, nodes: ReadonlySet<Node>): DerivativeRule =>
  (node, operands, variable) =>
    nodes.has(node) ? rule(node, operands, variable) : null;

/** A rule that was followed everywhere comes before a slip at one place. */
export const wrongCalculus: Explainer = (unexplained) => {
  const { answers, runs, wrt, sites, order, language } = unexplained;
  const distance = leeway(answers, rounding);
  const variable = nameIn(language, wrt);
  /** Entry by entry, since the first one rules out nearly everything. */
  const comesOut = (ruleIn: (i: number) => DerivativeRule): boolean =>
    order.every((i) => {
      const rule = ruleIn(i);
      return answers[i]!.data.every((answer, entry) => {
        const derivative = ifPossible(() => derivativeByEntry(runs[i]!, wrt, entry, rule));
        return derivative !== null && Math.abs(derivative - answer) <= distance;
      });
    });
  for (const { description, trial, derivative } of wrongRules) {
    if (comesOut(() => derivative))
      return {
        kind: "wrong-rule",
        where: null,
        message: messages.wrongCalculus(description(variable), null, trial),
      };
  }
  for (const site of sites?.operations ?? []) {
    const nodes = (i: number) => new Set(nodesAtSite(unexplained, i, site).map(({ node }) => node));
    for (const { description, trial, derivative } of wrongRules) {
      if (comesOut((i) => only(derivative, nodes(i))))
        return {
          kind: "wrong-rule",
          where: site.text,
          message: messages.wrongCalculus(description(variable), site.text, trial),
        };
    }
  }
  return null;
};
