import { graphNumber } from "#graph/graph-text.ts";
import type { PlotTable as Table } from "#widgets/plot/plot-definition.ts";

const cellText = (cell: string | number | null): string =>
  cell === null ? "none" : typeof cell === "number" ? graphNumber(cell) : cell;

/** A plot in numbers, four significant digits each. */
export default function PlotTable({ caption, columns, rows }: Table) {
  return (
    <table class="hg-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...rest], i) => (
          <tr key={i}>
            <th scope="row">{cellText(first ?? null)}</th>
            {rest.map((cell, k) => {
              const { kind, name } = columns[k + 1]!;
              return (
                <td key={name} class={kind && `hg-${kind}`}>
                  {cellText(cell)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
