import { useRef } from "preact/hooks";
import type { TargetedKeyboardEvent } from "preact";
import { entryText } from "#graph/entry-sums.ts";
import { shapeText } from "#graph/labels.ts";
import type { PicturedArray } from "#graph/shape-definition.ts";
import { shapes as strings } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import { repeatedRowsMarked } from "#widgets/shapes/marks.ts";
import type { ArrayEntry } from "#widgets/shapes/shape-session.ts";

interface Props {
  /** Starts the ids of what is in the page. */
  id: string;
  array: PicturedArray;
  gradient: boolean;
  selected: ArrayEntry;
  selectedText: string;
  /** The entries that take part in the one that is pointed at. */
  marks: ReadonlySet<string>;
  /** Whether entries can be pointed at yet. */
  alive: boolean;
  onPoint: (entry: string) => void;
}

/** The values of an array, or its gradient, as a grid to walk through by the arrow keys. */
export default function EntryGrid(props: Props) {
  const { id, array, gradient, selected, selectedText, marks, alive, onPoint } = props;
  const table = useRef<HTMLTableElement>(null);
  const { name, shape, repeated } = array;
  const title = gradient ? `d${name}` : name;
  const numbers = gradient ? array.gradient! : array.value;
  const columns = shape.at(-1) ?? 1;
  const rows = numbers.length / columns;
  const here = selected.array === array && selected.gradient === gradient;
  const captionId = `${id}-${title}`;

  function onKeyDown(event: TargetedKeyboardEvent<HTMLTableElement>) {
    const place = Number((event.target as HTMLElement).dataset.place ?? NaN);
    if (Number.isNaN(place) || event.shiftKey || event.metaKey || event.altKey) return;
    const [row, column] = [Math.floor(place / columns), place % columns];
    const to = {
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? rows - 1 : row, columns - 1],
    }[event.key];
    if (!to || (event.ctrlKey && event.key.startsWith("Arrow"))) return;
    event.preventDefault();
    const [i, j] = to as [number, number];
    if (i < 0 || j < 0 || i >= rows || j >= columns) return;
    table.current!.querySelector<HTMLElement>(`[data-place="${i * columns + j}"]`)!.focus();
  }

  return (
    <table
      ref={table}
      class={`hg-entries ${gradient ? "hg-entries-gradient" : "hg-entries-value"}`}
      {...(alive && { role: "grid", "aria-labelledby": captionId })}
      onKeyDown={onKeyDown}
    >
      <caption id={captionId}>
        <b>{title}</b> <span>{shapeText(shape)}</span>
        <span class="sr-only">{gradient ? strings.gradient : strings.value}</span>
      </caption>
      <thead>
        <tr>
          {shape.length > 1 && <td />}
          {shape.length === 0 && <td>&nbsp;</td>}
          {shape.length > 0 &&
            Array.from({ length: columns }, (_, j) => (
              <th key={j} scope="col">
                {j}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, i) => (
          <tr key={i}>
            {shape.length > 1 && <th scope="row">{i}</th>}
            {Array.from({ length: columns }, (_, j) => {
              const place = i * columns + j;
              const text = entryText(title, shape, place);
              const state =
                text === selectedText ? " hg-entry-selected" : marks.has(text) ? " hg-entry-marked" : "";
              return (
                <td
                  key={j}
                  class={`hg-entry${state}`}
                  data-entry={text}
                  data-place={place}
                  {...(alive && {
                    role: "gridcell",
                    tabIndex: place === (here ? selected.place : 0) ? 0 : -1,
                    "aria-selected": text === selectedText,
                    onFocus: () => onPoint(text),
                    onMouseEnter: () => onPoint(text),
                    onClick: (event) => event.currentTarget.focus(),
                  })}
                >
                  {graphNumber(numbers[place]!)}
                </td>
              );
            })}
          </tr>
        ))}
        {!gradient &&
          Array.from({ length: repeated - 1 }, (_, ghost) => (
            <tr key={`repeated ${ghost}`} class="hg-entries-repeated" aria-hidden="true">
              {shape.length > 1 && <th />}
              {Array.from({ length: columns }, (_, j) => {
                const rows = repeatedRowsMarked({ array, gradient, place: j }, selected, marks);
                const marked = rows === "all" || rows.includes(ghost + 1);
                return (
                  <td key={j} class={marked ? "hg-entry hg-entry-marked" : "hg-entry"}>
                    {graphNumber(numbers[j]!)}
                  </td>
                );
              })}
            </tr>
          ))}
      </tbody>
    </table>
  );
}
