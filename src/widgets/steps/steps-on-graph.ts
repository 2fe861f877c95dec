import type { Signal } from "@preact/signals";
import type { LearnerSteps } from "#grader/verdict.ts";
import type { NodeMark } from "#widgets/graph/drawing-types.ts";
import { stepText, worstState } from "#widgets/steps/line-marks.ts";
import { pressed, type ChosenStep } from "#widgets/steps/step-choice.ts";

/** What stands at the nodes of a graph, by their ids: of the steps that belong to a node, the worst gives the sign. */
export function stepsOnGraph(
  { lines }: LearnerSteps,
  chosen: Signal<ChosenStep | null>,
): Map<string, NodeMark> {
  const marks = new Map<string, NodeMark>();
  for (const node of new Set(lines.flatMap(({ nodes }) => nodes))) {
    const here = lines.flatMap((step, place) => (step.nodes.includes(node) ? [{ ...step, place }] : []));
    const state = worstState(here);
    if (state === null) continue;
    const { place } = here.find((step) => step.state === state)!;
    marks.set(String(node), {
      state,
      text: here.map(stepText).join("; "),
      chosen: here.some((step) => step.place === chosen.value?.step),
      onPress: () => (chosen.value = pressed(chosen.peek(), place, "graph")),
    });
  }
  return marks;
}
