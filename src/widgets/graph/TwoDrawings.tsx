import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Direction } from "#graph/layout.ts";
import GraphDrawing from "#widgets/graph/GraphDrawing.tsx";
import { useLatestWhile } from "#widgets/graph/use-latest-while.ts";
import type { DrawingProps } from "#widgets/graph/drawing-types.ts";
import type { Layouts } from "#widgets/graph/graph-engine.ts";

interface Props {
  drawing: Omit<DrawingProps, "layout">;
  layouts: Layouts;
}

/** Widths of a box, in rem, from which on a graph may flow to the right. The style sheet asks for the same ones. */
const rooms = [32, 38];
const rem = 16;

/** A drawing that would have to shrink more than this to fit had better flow down. */
const leastScale = 0.64;

/** The same graph with values flowing to the right and down; the style sheet shows the one that suits the width. */
export default function TwoDrawings({ drawing, layouts }: Props) {
  const room = rooms.find((width) => width * rem >= leastScale * layouts.right.width);
  return (
    <>
      <Towards direction="right" room={room} drawing={drawing} layouts={layouts} />
      <Towards direction="down" room={room} drawing={drawing} layouts={layouts} />
    </>
  );
}

interface TowardsProps extends Props {
  direction: Direction;
  /** The least width at which the graph flows to the right, if it ever does. */
  room: number | undefined;
}

function Towards({ direction, room, drawing, layouts }: TowardsProps) {
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(true);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setSeen(entry!.contentRect.width > 0));
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  const layout = layouts[direction];
  const props = useLatestWhile(
    seen,
    useMemo(() => ({ ...drawing, layout }), [drawing, layout]),
  );
  return (
    <div
      ref={box}
      class={`hg-graph-towards-${direction}`}
      data-room={room}
      style={{ "--width": String(props.layout.width) }}
    >
      {useMemo(
        () => (
          <GraphDrawing {...props} />
        ),
        [props],
      )}
    </div>
  );
}
