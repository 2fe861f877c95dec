import { staged as strings } from "#strings/index.ts";
import { pressing } from "#widgets/graph/pressing.ts";
import type { Box } from "#graph/layout.ts";
import type { StageMark } from "#widgets/graph/drawing-types.ts";

interface Props {
  box: Box;
  stage: StageMark;
}

/** A stage as a single node, with a sign once it is solved. */
export function FoldedStage({ id, box, stage }: Props & { id: string }) {
  const { width, height, x, y } = box;
  const { title, solved, onToggle } = stage;
  return (
    <g
      class="hg-graph-node hg-graph-folded"
      data-node={id}
      data-solved={solved}
      transform={`translate(${x} ${y})`}
      {...(onToggle && pressing(strings.open(title), onToggle, { "aria-expanded": false }))}
    >
      <title>{solved ? strings.solvedStage(title) : title}</title>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx={height / 2} />
      <text x={solved ? -11 : 0} y={5.5}>
        {title}
      </text>
      {solved && <Tick x={width / 2 - 6} />}
    </g>
  );
}

interface FrameProps {
  border: Box;
  title: Box;
  stage: StageMark;
}

const topLeft = ({ x, y, width, height }: Box) => ({ x: x - width / 2, y: y - height / 2, width, height });

/** The frame around the nodes of an open stage. Its title folds it again. */
export function StageFrame({ border, title, stage }: FrameProps) {
  const { title: text, solved, onToggle } = stage;
  return (
    <g class="hg-graph-frame" data-solved={solved}>
      <rect {...topLeft(border)} rx={10} />
      <g
        class="hg-graph-frame-title"
        transform={`translate(${title.x} ${title.y})`}
        {...(onToggle && pressing(strings.fold(text), onToggle, { "aria-expanded": true }))}
      >
        <rect {...topLeft({ ...title, x: 0, y: 0 })} rx={8} />
        <path class="hg-graph-fold" d={`M${7 - title.width / 2} 0h8`} />
        <text x={21 - title.width / 2} y={5.5}>
          {text}
        </text>
        {solved && <Tick x={title.width / 2} />}
      </g>
    </g>
  );
}

/** The sign of a stage that is solved, left of this place. */
const Tick = ({ x }: { x: number }) => <path class="hg-graph-tick" d={`M${x - 18} 0l4 4.5l7.5 -9`} />;
