import { arrayPanel as array } from "#strings/index.ts";
import { labelBaseline, lineHeight, sumsPaths } from "#graph/labels.ts";
import type { Box } from "#graph/layout.ts";
import { graphNumber } from "#graph/graph-text.ts";
import type { SnapshotNode } from "#graph/snapshot.ts";
import { FoldedStage } from "#widgets/graph/StageShapes.tsx";
import { classes } from "#widgets/graph/classes.ts";
import type { DrawingMark, DrawingProps } from "#widgets/graph/drawing-types.ts";
import { pressing } from "#widgets/graph/pressing.ts";

/** What the node computes; with its own word where a step's name hides that. */
const spokenName = ({ text, label }: SnapshotNode): string =>
  /^[a-z]/i.test(label) && !text.includes(label) ? `${text}, ${label}` : text;

interface Props {
  node: SnapshotNode;
  box: Box;
  mark: DrawingMark | undefined;
  complete: boolean;
  drawing: DrawingProps;
}

/** A node: what it computes, and the sum of the gradients that meet in it. */
export default function GraphNode({ node, box, mark, complete, drawing }: Props) {
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
      <text y={labelBaseline.beside - (total === undefined ? 0 : lineHeight / 2)}>{node.label}</text>
      {total !== undefined && (
        <text class="hg-graph-gradient hg-graph-sum" y={labelBaseline.beside + lineHeight / 2}>
          Σ {total}
        </text>
      )}
    </g>
  );
}
