/** The values that somebody has at hand who derives a gradient: the inputs, and the steps of the forward computation. */
import type { Tensor } from "#autodiff/index.ts";
import { nameIn } from "#exercise/index.ts";
import type { Unexplained } from "#grader/explanations/explanation.ts";
import type { OperationSite } from "#grader/fault-sites.ts";

/** A value by the name that it has in all cases. */
export interface KnownValue {
  text: string;
  /**
   * It in one case and, if it is made in a recurrence, in one of its steps, counted from 0, for what stands in its place. Null where
   * there is none.
   */
  at: (index: number, step: number, replaced: Tensor) => Tensor | null;
}

/** All of them: the inputs, the steps, and what a step of a recurrence is given by the one before. */
export function knownValues({ runs, sites, language }: Unexplained): KnownValue[] {
  const inputs = Object.keys(runs[0]!.inputs).map((name) => ({
    text: nameIn(language, name),
    at: (index: number) => runs[index]!.inputs[name]!,
  }));
  const steps = (sites?.operations ?? []).map(({ role, text }) => ({
    text,
    at: (index: number, step: number) => {
      const nodes = sites!.nodesIn(index, role, "every");
      return runs[index]!.nodes[nodes[role.part === "step" ? step : 0]!]?.out ?? null;
    },
  }));
  const handedOn = (sites?.edges ?? []).flatMap((edge) => {
    const { inner, carries } = sites!.edgeTextAt(edge, "every");
    if (!carries) return [];
    return {
      text: inner,
      at: (index: number, step: number) => {
        const at = sites!.nodesIn(index, edge.role, "every")[step];
        return at === undefined ? null : runs[index]!.nodes[at]!.inputs[edge.input]!;
      },
    };
  });
  return [...inputs, ...steps, ...handedOn];
}

/** The nodes of a case at a site, with the number of the step that each is in. */
export const nodesAtSite = ({ runs, sites }: Unexplained, index: number, { role }: OperationSite) =>
  sites!.nodesIn(index, role, "every").map((at, step) => ({ node: runs[index]!.nodes[at]!, step }));
