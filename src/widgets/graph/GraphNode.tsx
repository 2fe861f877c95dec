import { arrayPanel as array } from "#strings/index.ts";
import { labelBaseline, lineHeight, sumsPaths } from "#graph/labels.ts";
import type { Box } from "#graph/layout.ts";
import { graphNumber } from "#graph/graph-text.ts";
import type { SnapshotNode } from "#graph/snapshot.ts";
import { FoldedStage } from "#widgets/graph/StageShapes.tsx";
import { iconPaths } from "#widgets/Icon.tsx";
import { classes } from "#widgets/graph/classes.ts";
import { stepIcons } from "#widgets/steps/step-sign.ts";
import type { DrawingMark, DrawingProps, NodeMark } from "#widgets/graph/drawing-types.ts";
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
  const step = drawing.steps?.get(node.id);
  const pressable = onSelect !== undefined && node.shape.length > 0 && node.kind !== "result";
  const sum = complete && sumsPaths(snapshot, node) ? graphNumber(node.gradient![0]!) : undefined;
  const total = gradients ? gradients.get(node.id) : sum;
  return (
    <g
      class={classes(
        "hg-graph-node",
        `hg-graph-${node.kind}`,
        mark && `hg-graph-${mark}`,
        step && `hg-step-${step.state}`,
      )}
      data-node={node.id}
      transform={`translate(${box.x} ${box.y})`}
      {...(pressable &&
        pressing(array.label(spokenName(node)), () => onSelect(node.id), {
          "aria-pressed": selected === node.id,
        }))}
      {...(step &&
        pressing(`${spokenName(node)}, ${step.text}`, step.onPress, { "aria-pressed": step.chosen }))}
    >
      <title>{step ? `${node.text}: ${step.text}` : node.text}</title>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx={Math.min(width, height) / 2} />
      <text y={labelBaseline.beside - (total === undefined ? 0 : lineHeight / 2)}>{node.label}</text>
      {total !== undefined && (
        <text class="hg-graph-gradient hg-graph-sum" y={labelBaseline.beside + lineHeight / 2}>
          Σ {total}
        </text>
      )}
      {step && <StepSign step={step} x={width / 2 - 5} y={5 - height / 2} />}
    </g>
  );
}

/** The sign of a learner's step, at a corner of its node. */
const StepSign = ({ step, x, y }: { step: NodeMark; x: number; y: number }) => (
  <g class="hg-graph-step" transform={`translate(${x} ${y})`}>
    <circle r={9} />
    <path d={iconPaths[stepIcons[step.state]]} transform="scale(0.75) translate(-8 -8)" />
  </g>
);
