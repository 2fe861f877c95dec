import { broadcastNotes } from "#graph/labels.ts";
import type { EdgeLayout } from "#graph/layout.ts";
import { graphEntries } from "#graph/graph-text.ts";
import type { SnapshotEdge, SnapshotNode } from "#graph/snapshot.ts";
import EdgeLabel from "#widgets/graph/EdgeLabel.tsx";
import { classes } from "#widgets/graph/classes.ts";
import type { DrawingProps } from "#widgets/graph/drawing-types.ts";
import type { EdgePaths } from "#widgets/graph/edge-path.ts";

interface Props {
  edge: SnapshotEdge;
  from: SnapshotNode;
  place: EdgeLayout;
  paths: EdgePaths;
  drawing: DrawingProps;
}

/** An edge with the value that flows over it, and the gradient that flows back. */
export default function GraphEdge({ edge, from, place, paths, drawing }: Props) {
  const { progress, marks, gradients, yours, layout } = drawing;
  const mark = marks?.get(edge.id);
  const hasValue = !progress || progress.values.has(edge.from);
  const flowsBack = edge.contribution !== null && (!progress || progress.gradients.has(edge.id));
  const notes = broadcastNotes(edge);
  const gradient =
    gradients?.get(edge.id) ?? (flowsBack ? graphEntries(from.shape, edge.contribution!) : null);
  const own = yours?.get(edge.id);
  return (
    <g class={classes("hg-graph-edge", mark && `hg-graph-${mark}`)} data-edge={edge.id}>
      {!(hasValue && (flowsBack || edge.contribution === null)) && (
        <path class="hg-graph-plain" d={hasValue ? paths.backward : paths.plain} />
      )}
      {hasValue && (
        <>
          <path class="hg-graph-forward" d={paths.forward} pathLength={1} />
          <path class="hg-graph-forward" d={paths.forwardHead} />
        </>
      )}
      {flowsBack && (
        <>
          <path
            class={classes("hg-graph-backward", mark === "active" && "hg-graph-travelling")}
            d={paths.backward}
            pathLength={1}
          />
          <path class="hg-graph-backward" d={paths.backwardHead} />
        </>
      )}
      <EdgeLabel
        at={place.label}
        side="value"
        direction={layout.direction}
        lines={[
          { text: hasValue ? graphEntries(from.shape, from.value) : null },
          { text: notes && hasValue ? notes.forward : null, note: true },
        ]}
      />
      <EdgeLabel
        at={place.label}
        side="gradient"
        direction={layout.direction}
        lines={[
          { text: gradient },
          { text: notes && flowsBack ? notes.backward : null, note: true },
          { text: own ?? null, yours: true },
        ]}
      />
    </g>
  );
}
