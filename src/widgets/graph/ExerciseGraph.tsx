import { wrongStep as say } from "#strings/index.ts";
import Marked from "#widgets/Marked.tsx";
import GraphStage from "#widgets/graph/GraphStage.tsx";
import TwoDrawings from "#widgets/graph/TwoDrawings.tsx";
import { graphNumber } from "#graph/graph-text.ts";
import type { Mark } from "#widgets/graph/drawing-types.ts";
import type { Mistake } from "#widgets/graph/mistake.ts";
import "#widgets/graph/graph.css";
import "#widgets/graph/graph-stage.css";

/** An exercise's graph for one case: the edge where the mistake was made, and what follows from it below the right gradients. */
export default function ExerciseGraph({ mistake }: { mistake: Mistake }) {
  const { flow, layouts, wrong, yours, times } = mistake;
  const marks = new Map<string, Mark>(wrong.map((id) => [id, "wrong"]));
  const texts = new Map(flow.nodes.map(({ id, text }) => [id, text]));
  const named = flow.edges.filter(({ id }) => wrong.includes(id));
  return (
    <>
      <GraphStage
        label={say.drawing}
        alive
        drawing={<TwoDrawings drawing={{ flow, label: say.drawing, marks, yours }} layouts={layouts} />}
      />
      {named.map(({ id, from, to }) => (
        <p key={id} class="hg-graph-says">
          <span class="hg-wrong">✕</span> <Marked text={say.parts(texts.get(to)!, texts.get(from)!)} />
        </p>
      ))}
      {times && (
        <p class="hg-graph-says">
          <span class="hg-wrong">✕</span> <Marked text={say.times(graphNumber(times.factor), times.input)} />
        </p>
      )}
    </>
  );
}
