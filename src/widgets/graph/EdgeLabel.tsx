import { labelBaseline, labelGap, lineHeight, noteSize } from "#graph/labels.ts";
import type { Box } from "#graph/layout.ts";
import { classes } from "#widgets/graph/classes.ts";

interface Line {
  text: string | null;
  note?: boolean;
  yours?: boolean;
}

interface Props {
  at: Box;
  side: "value" | "gradient";
  direction: "right" | "down";
  lines: readonly Line[];
}

/** What stands on one side of an edge; the first line next to it where values flow to the right. */
export default function EdgeLabel({ at, side, direction, lines }: Props) {
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
                    ? at.y - labelBaseline.above - i * lineHeight
                    : at.y + labelBaseline.below + i * lineHeight,
              }
            : {
                x: at.x + (side === "value" ? -labelGap : labelGap),
                y: at.y + labelBaseline.beside + (i - (shown.length - 1) / 2) * lineHeight,
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
