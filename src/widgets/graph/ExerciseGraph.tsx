import { wrongStep as strings } from "#strings/index.ts";
import Marked from "#widgets/Marked.tsx";
import GraphStage from "#widgets/graph/GraphStage.tsx";
import TwoDrawings from "#widgets/graph/TwoDrawings.tsx";
import { graphNumber } from "#graph/graph-text.ts";
import type { DrawingMark } from "#widgets/graph/drawing-types.ts";
import type { DrawnMistake } from "#widgets/graph/drawn-mistake.ts";
import "#widgets/graph/graph.css";
import "#widgets/graph/graph-stage.css";

/** An exercise's graph for one case: the edge where the mistake was made, and what follows from it below the right gradients. */
export default function ExerciseGraph({ mistake }: { mistake: DrawnMistake }) {
  const { snapshot, layouts, wrong, yours, times } = mistake;
  const marks = new Map<string, DrawingMark>(wrong.map((id) => [id, "wrong"]));
  const texts = new Map(snapshot.nodes.map(({ id, text }) => [id, text]));
  const wrongEdges = snapshot.edges.filter(({ id }) => wrong.includes(id));
  return (
    <>
      <GraphStage
        label={strings.drawing}
        alive
        drawing={
          <TwoDrawings drawing={{ snapshot, label: strings.drawing, marks, yours }} layouts={layouts} />
        }
      />
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
    </>
  );
}
