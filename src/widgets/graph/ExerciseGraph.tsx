import { useSignalEffect, type Signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { steps as stepStrings, wrongStep as strings } from "#strings/index.ts";
import Marked from "#widgets/Marked.tsx";
import GraphStage from "#widgets/graph/GraphStage.tsx";
import TwoDrawings from "#widgets/graph/TwoDrawings.tsx";
import { graphNumber } from "#graph/graph-text.ts";
import type { LearnerSteps } from "#grader/verdict.ts";
import type { DrawingMark } from "#widgets/graph/drawing-types.ts";
import type { DrawnMistake } from "#widgets/graph/drawn-mistake.ts";
import type { ChosenStep } from "#widgets/steps/step-choice.ts";
import { stepsOnGraph } from "#widgets/steps/steps-on-graph.ts";
import "#widgets/graph/graph.css";
import "#widgets/graph/graph-stage.css";

interface Props {
  mistake: DrawnMistake;
  /** The answer's own steps. They are lit only where the graph is of the case that they are of. */
  steps: LearnerSteps | undefined;
  chosen: Signal<ChosenStep | null>;
}

/** An exercise's graph for one case: the edge where the mistake was made, what follows from it, and the learner's own steps. */
export default function ExerciseGraph({ mistake, steps, chosen }: Props) {
  const { at, snapshot, layouts, wrong, yours, times } = mistake;
  const lit = steps?.at === at ? stepsOnGraph(steps, chosen) : undefined;
  const label = wrong.length > 0 || !lit ? strings.drawing : stepStrings.drawing;
  const marks = new Map<string, DrawingMark>(wrong.map((id) => [id, "wrong"]));
  const texts = new Map(snapshot.nodes.map(({ id, text }) => [id, text]));
  const wrongEdges = snapshot.edges.filter(({ id }) => wrong.includes(id));
  const here = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    if (chosen.value?.from === "table") scrollToPressed(here.current);
  });
  return (
    <div ref={here}>
      <GraphStage
        label={label}
        alive
        drawing={<TwoDrawings drawing={{ snapshot, label, marks, yours, steps: lit }} layouts={layouts} />}
      />
      {lit && <p class="hg-remark hg-live">{stepStrings.select}</p>}
      {wrongEdges.map(({ id, from, to }) => (
        <p key={id}>
          <span class="hg-wrong">✕</span> <Marked text={strings.parts(texts.get(to)!, texts.get(from)!)} />
        </p>
      ))}
      {times && (
        <p>
          <span class="hg-wrong">✕</span>{" "}
          <Marked text={strings.times(graphNumber(times.factor), times.input)} />
        </p>
      )}
    </div>
  );
}

/** Brings the node that is pointed at into view, once it is drawn so; of the two drawings, in the one that is seen. */
function scrollToPressed(graph: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const pressed = [...(graph?.querySelectorAll('[aria-pressed="true"]') ?? [])];
    const seen = pressed.find((node) => node.getClientRects().length > 0);
    seen?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
}
