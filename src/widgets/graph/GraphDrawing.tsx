import { useMemo } from "preact/hooks";
import GraphEdge from "#widgets/graph/GraphEdge.tsx";
import GraphNode from "#widgets/graph/GraphNode.tsx";
import { StageFrame } from "#widgets/graph/StageShapes.tsx";
import { edgePaths } from "#widgets/graph/edge-path.ts";
import type { DrawingProps } from "#widgets/graph/drawing-types.ts";
import type { SnapshotEdge, SnapshotNode } from "#graph/snapshot.ts";

/** A computation graph: every value above its edge, every gradient below; beside it where values flow down. */
export default function GraphDrawing(props: DrawingProps) {
  const { snapshot, layout, label, progress, marks, steps, onSelect } = props;
  const paths = useMemo(
    () =>
      new Map(
        Object.entries(layout.edges).map(([id, { points }]) => [id, edgePaths(points, layout.direction)]),
      ),
    [layout],
  );
  const nodes = useMemo(() => new Map(snapshot.nodes.map((node) => [node.id, node])), [snapshot]);
  return (
    <svg
      class="hg-graph-drawing"
      data-direction={layout.direction}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
      role={onSelect || steps ? "group" : "img"}
      aria-label={label}
    >
      {[...(props.frames ?? [])].map(([name, stage]) => (
        <StageFrame key={name} {...layout.frames[name]!} stage={stage} />
      ))}
      {snapshot.edges.map((edge) => (
        <GraphEdge
          key={edge.id}
          edge={edge}
          from={nodes.get(edge.from)!}
          place={layout.edges[edge.id]!}
          paths={paths.get(edge.id)!}
          drawing={props}
        />
      ))}
      {snapshot.nodes.map((node) => (
        <GraphNode
          key={node.id}
          node={node}
          box={layout.nodes[node.id]!}
          mark={marks?.get(node.id)}
          complete={isComplete(snapshot.edges, node, progress?.gradients)}
          drawing={props}
        />
      ))}
    </svg>
  );
}

/** Whether all paths have met in this node. */
const isComplete = (
  edges: readonly SnapshotEdge[],
  { id }: SnapshotNode,
  arrived?: ReadonlySet<string>,
): boolean =>
  !arrived || edges.every((edge) => edge.from !== id || edge.contribution === null || arrived.has(edge.id));
