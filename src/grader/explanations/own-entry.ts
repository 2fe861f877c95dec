/** Explains an answer in which every entry of a step depends on its own entry of the input alone, as an entrywise function's would. */
import { fromEntries, grad, sameShape, type Tensor } from "#autodiff/index.ts";
import { nameIn } from "#exercise/index.ts";
import { numbers } from "#grader/forward-run.ts";
import { comesOut, type Explainer } from "#grader/explanations/explanation.ts";
import { nodesAtSite } from "#grader/explanations/known-values.ts";
import { messages } from "#grader/messages.ts";

/** Larger arrays would take a sweep for each of their entries. */
const mostEntries = 64;

/** How fast each entry of a step changes with the same entry of an input of its shape; null where it has another. */
function ownSlopes(step: Tensor, input: Tensor): Tensor | null {
  if (!sameShape(step.shape, input.shape) || step.numel > mostEntries || step.dim === 0) return null;
  const slopes = Array.from({ length: step.numel }, (_, at) => {
    const only = Array.from({ length: step.numel }, (_entry, i) => Number(i === at));
    const [gradient] = grad(step.mul(fromEntries(only, step.shape)).sum(), [input], {
      retainGraph: true,
      allowUnused: true,
    });
    return gradient?.entries()[at] ?? 0;
  });
  return fromEntries(slopes, step.shape);
}

/** What the slopes are multiplied by: what flows back into the step, nothing, or the gradient that has them in it already. */
const factors = ["upstream", "none", "gradient"] as const;

/** The slopes themselves, or something times them. */
export const ownEntryOnly: Explainer = (unexplained) => {
  const { sites, runs, wrt, language, truth } = unexplained;
  for (const site of sites?.operations ?? []) {
    const known = new Map<Tensor, Tensor | null>();
    const slopesOf = (step: Tensor, input: Tensor): Tensor | null => {
      if (!known.has(step)) known.set(step, step.requiresGrad ? ownSlopes(step, input) : null);
      return known.get(step)!;
    };
    for (const factor of factors) {
      const fits = comesOut(unexplained, (i) => {
        const step = nodesAtSite(unexplained, i, site).at(-1)?.node.out;
        const slopes = step && slopesOf(step, runs[i]!.inputs[wrt]!);
        if (!step || !slopes) return null;
        if (factor === "none") return numbers(slopes);
        if (factor === "gradient") return numbers(slopes.mul(fromEntries(truth[i]!.data, truth[i]!.shape)));
        const [upstream] = grad(runs[i]!.value, [step], { retainGraph: true, allowUnused: true });
        return upstream ? numbers(upstream.mul(slopes)) : null;
      });
      if (fits)
        return {
          kind: factor === "gradient" ? "extra-factor" : "missing-path",
          where: site.text,
          message: messages.ownEntryOnly(site.text, nameIn(language, wrt), factor),
        };
    }
  }
  return null;
};
