import { Fragment } from "preact";
import type { EntrySums } from "#graph/entry-sums.ts";
import { shapes as strings } from "#strings/index.ts";
import { EntryName, EntryNumber, Terms } from "#widgets/shapes/EntryText.tsx";
import { usesOf } from "#widgets/shapes/marks.ts";
import type { ArrayEntry } from "#widgets/shapes/shape-session.ts";

interface Props {
  text: string;
  sums: EntrySums;
  entries: ReadonlyMap<string, ArrayEntry>;
}

/** The entry that is pointed at: the sum that it is, or where it goes if it is given. */
export default function EntryExplained({ text, sums, entries }: Props) {
  const { array, gradient } = entries.get(text)!;
  const terms = sums[text];
  if (!terms) {
    const uses = usesOf(text, sums, entries);
    return (
      <p>
        <EntryName text={text} entries={entries} /> = <EntryNumber text={text} entries={entries} bare />{" "}
        {gradient ? (array.shape.length === 0 ? strings.starts : strings.arrives) : strings.given}{" "}
        {uses.map((use, i) => (
          <Fragment key={use}>
            {i > 0 && ", "}
            <EntryName text={use} entries={entries} />
          </Fragment>
        ))}
        {uses.length > 0 && "."}
      </p>
    );
  }
  return (
    <>
      <p class="hg-shapes-sum">
        <EntryName text={text} entries={entries} />
        <span>
          = <Terms terms={terms} entries={entries} as="names" />
        </span>
        <span>
          = <Terms terms={terms} entries={entries} as="numbers" />
        </span>
        <span>
          ={" "}
          <strong>
            <EntryNumber text={text} entries={entries} bare />
          </strong>
        </span>
      </p>
      {gradient && array.repeated > 1 && <p>{strings.repeated(array.name, array.repeated)}</p>}
    </>
  );
}
