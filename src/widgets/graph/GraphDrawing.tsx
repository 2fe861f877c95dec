import { useMemo } from "preact/hooks";
import { arrayPanel as array } from "#strings/index.ts";
import { broadcastNotes, labelGap, lineHeight, noteSize, sumsPaths } from "#graph/labels.ts";
import type { Box, EdgeLayout } from "#graph/layout.ts";
import { FoldedStage, StageFrame } from "#widgets/graph/StageShapes.tsx";
import { edgePaths, type EdgePaths } from "#widgets/graph/edge-path.ts";
import { pressing } from "#widgets/graph/pressing.ts";
import { graphEntries, graphNumber } from "#graph/graph-text.ts";
import type { DrawingProps, DrawingMark } from "#widgets/graph/drawing-types.ts";
import type { SnapshotEdge, SnapshotNode } from "#graph/snapshot.ts";

/** From the middle of a label to the baseline of the figures above, beside and below it. */
const baseline = { above: labelGap + 3, beside: 5.5, below: labelGap + 14 };

const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(" ");

/** A computation graph: every value above its edge, every gradient below; beside it where values flow down. */
export default function GraphDrawing(props: DrawingProps) {
  const { snapshot, layout, label, progress, marks, onSelect } = props;
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
      role={onSelect ? "group" : "img"}
      aria-label={label}
    >
      {[...(props.frames ?? [])].map(([name, stage]) => (
        <StageFrame key={name} {...layout.frames[name]!} stage={stage} />
      ))}
      {snapshot.edges.map((edge) => (
        <Edge
          key={edge.id}
          edge={edge}
          from={nodes.get(edge.from)!}
          place={layout.edges[edge.id]!}
          paths={paths.get(edge.id)!}
          drawing={props}
        />
      ))}
      {snapshot.nodes.map((node) => (
        <Node
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

interface EdgeProps {
  edge: SnapshotEdge;
  from: SnapshotNode;
  place: EdgeLayout;
  paths: EdgePaths;
  drawing: DrawingProps;
}

function Edge({ edge, from, place, paths, drawing }: EdgeProps) {
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
      <Lines
        at={place.label}
        side="value"
        direction={layout.direction}
        lines={[
          { text: hasValue ? graphEntries(from.shape, from.value) : null },
          { text: notes && hasValue ? notes.forward : null, note: true },
        ]}
      />
      <Lines
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

interface Line {
  text: string | null;
  note?: boolean;
  yours?: boolean;
}

interface LinesProps {
  at: Box;
  side: "value" | "gradient";
  direction: "right" | "down";
  lines: readonly Line[];
}

/** What stands on one side of an edge; the first line next to it where values flow to the right. */
function Lines({ at, side, direction, lines }: LinesProps) {
  const shown = lines.filter(({ text }) => text !== null);
  return (
    <>
      {shown.map(({ text, note, yours }, i) => {
        const place =
          direction === "right"
            ? {
                x: at.x,
                y:
                  side === "value"
                    ? at.y - baseline.above - i * lineHeight
                    : at.y + baseline.below + i * lineHeight,
              }
            : {
                x: at.x + (side === "value" ? -labelGap : labelGap),
                y: at.y + baseline.beside + (i - (shown.length - 1) / 2) * lineHeight,
              };
        return (
          <text
            key={i}
            class={classes(`hg-graph-${side}`, note && "hg-graph-note", yours && "hg-graph-yours")}
            font-size={note || yours ? noteSize : undefined}
            {...place}
          >
            {text}
          </text>
        );
      })}
    </>
  );
}

/** What the node computes; with its own word where a step's name hides that. */
const spokenName = ({ text, label }: SnapshotNode): string =>
  /^[a-z]/i.test(label) && !text.includes(label) ? `${text}, ${label}` : text;

interface NodeProps {
  node: SnapshotNode;
  box: Box;
  mark: DrawingMark | undefined;
  complete: boolean;
  drawing: DrawingProps;
}

function Node({ node, box, mark, complete, drawing }: NodeProps) {
  const { snapshot, selected, onSelect, gradients, folded } = drawing;
  const { width, height } = box;
  const stage = folded?.get(node.id);
  if (stage) return <FoldedStage id={node.id} box={box} stage={stage} />;
  const pressable = onSelect !== undefined && node.shape.length > 0 && node.kind !== "result";
  const sum = complete && sumsPaths(snapshot, node) ? graphNumber(node.gradient![0]!) : undefined;
  const total = gradients ? gradients.get(node.id) : sum;
  return (
    <g
      class={classes("hg-graph-node", `hg-graph-${node.kind}`, mark && `hg-graph-${mark}`)}
      data-node={node.id}
      transform={`translate(${box.x} ${box.y})`}
      {...(pressable &&
        pressing(array.label(spokenName(node)), () => onSelect(node.id), {
          "aria-pressed": selected === node.id,
        }))}
    >
      <title>{node.text}</title>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx={Math.min(width, height) / 2} />
      <text y={baseline.beside - (total === undefined ? 0 : lineHeight / 2)}>{node.label}</text>
      {total !== undefined && (
        <text class="hg-graph-gradient hg-graph-sum" y={baseline.beside + lineHeight / 2}>
          Σ {total}
        </text>
      )}
    </g>
  );
}
