import { useMemo, useState } from "preact/hooks";
import type { EntrySums } from "#graph/entry-sums.ts";
import { shapes as strings } from "#strings/index.ts";
import { useLatestWhile } from "#widgets/graph/use-latest-while.ts";
import { EntryName, EntryNumber, Terms } from "#widgets/shapes/EntryText.tsx";
import Sideways from "#widgets/sideways/Sideways.tsx";
import type { ArrayEntry } from "#widgets/shapes/shape-session.ts";

interface Props {
  sums: EntrySums;
  entries: ReadonlyMap<string, ArrayEntry>;
}

/** Every entry with its sum, for those who don't see the grids or would rather read. */
export default function SumsTable(props: Props) {
  const [open, setOpen] = useState(false);
  const { sums, entries } = useLatestWhile(open, props);
  return (
    <details class="hg-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{strings.table}</summary>
      {useMemo(
        () => (
          <Sideways label={strings.sums}>
            <Sums caption={strings.forward} gradient={false} sums={sums} entries={entries} />
            <Sums caption={strings.backward} gradient sums={sums} entries={entries} />
          </Sideways>
        ),
        [sums, entries],
      )}
    </details>
  );
}

function Sums({ caption, gradient, sums, entries }: Props & { caption: string; gradient: boolean }) {
  return (
    <table class="hg-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{strings.entry}</th>
          <th scope="col">{strings.number}</th>
          <th scope="col">{strings.sum}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(sums)
          .filter(([text]) => entries.get(text)!.gradient === gradient)
          .map(([text, terms]) => (
            <tr key={text}>
              <th scope="row">
                <EntryName text={text} entries={entries} />
              </th>
              <td>
                <EntryNumber text={text} entries={entries} bare />
              </td>
              <td>
                <Terms terms={terms} entries={entries} as="names" />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
