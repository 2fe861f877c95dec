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

/** The same graph with values flowing to the right and down; the style sheet shows the one that suits the width. */
export default function TwoDrawings({ drawing, layouts }: Props) {
  return (
    <>
      <Towards direction="right" drawing={drawing} layouts={layouts} />
      <Towards direction="down" drawing={drawing} layouts={layouts} />
    </>
  );
}

function Towards({ direction, drawing, layouts }: Props & { direction: Direction }) {
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
    <div ref={box} class={`hg-graph-towards-${direction}`} style={{ "--width": String(props.layout.width) }}>
      {useMemo(
        () => (
          <GraphDrawing {...props} />
        ),
        [props],
      )}
    </div>
  );
}
