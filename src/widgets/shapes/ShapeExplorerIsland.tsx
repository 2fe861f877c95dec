import { useState } from "preact/hooks";
import type { PicturedArray, ShapeDefinition, ShapePicture, ShapeSetting } from "#graph/shape-definition.ts";
import { shapes as strings } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import EntryExplained from "#widgets/shapes/EntryExplained.tsx";
import EntryGrid from "#widgets/shapes/EntryGrid.tsx";
import ShapeControls from "#widgets/shapes/ShapeControls.tsx";
import SumsTable from "#widgets/shapes/SumsTable.tsx";
import { marksFor } from "#widgets/shapes/marks.ts";
import { createShapeSession } from "#widgets/shapes/shape-session.ts";
import Sideways from "#widgets/sideways/Sideways.tsx";
import { useHydrated } from "#widgets/use-hydrated.ts";

interface Props {
  name: string;
  sizes: ShapeDefinition["sizes"];
  begin: string;
  setting: ShapeSetting;
  picture: ShapePicture;
}

/** So many columns of all arrays together fit beside each other. */
const mostColumns = 11;

/** The number of characters of the longest number in an array or its gradient. */
const longestNumber = ({ value, gradient }: PicturedArray): number =>
  Math.max(...[...value, ...(gradient ?? [])].map((number) => graphNumber(number).length));

/** Arrays as grids, values above and gradients below; an entry that is pointed at shows what flows into it. */
export default function ShapeExplorerIsland({ name, sizes, ...initial }: Props) {
  const [session] = useState(() =>
    createShapeSession(initial, async () =>
      (await import("#widgets/shapes/shape-engine.ts")).loadShapeEngine(name),
    ),
  );
  const alive = useHydrated();
  const { arrays, sums } = session.picture.value;
  const entries = session.entries.value;
  const selectedText = session.selected.value;
  const selected = entries.get(selectedText)!;
  const marks = marksFor(selectedText, sums, entries);
  const id = `shapes-${name}`;
  const result = arrays.at(-1)!;
  const columns = arrays.reduce((sum, { shape }) => sum + (shape.at(-1) ?? 1), 0);
  const grid = { id, selected, selectedText, marks, alive, onPoint: (entry: string) => session.point(entry) };

  return (
    <div class="hg-stack-loose">
      <Sideways label={strings.arrays} class="hg-shapes-scroll">
        <div class={`hg-shapes-arrays${columns > mostColumns ? " hg-shapes-folded" : ""}`}>
          {arrays.map((array) => (
            <div key={array.name} style={{ "--hg-digits": longestNumber(array) }}>
              <EntryGrid {...grid} array={array} gradient={false} />
              {array.gradient && <EntryGrid {...grid} array={array} gradient />}
            </div>
          ))}
        </div>
      </Sideways>
      <div class="hg-explained hg-shapes-explained" role="status">
        <EntryExplained text={selectedText} sums={sums} entries={entries} />
      </div>
      <ShapeControls
        id={id}
        sizes={sizes}
        setting={session.setting.value}
        upstreamOf={result.shape.length > 0 ? result.name : null}
        disabled={!alive}
        onApproach={() => void session.prepare()}
        onChange={(changes) => void session.change(changes)}
      />
      <p class="hg-keys">{strings.keys}</p>
      {session.trouble.value && (
        <p class="hg-callout" role="alert">
          {session.trouble.value}
        </p>
      )}
      <SumsTable sums={sums} entries={entries} />
    </div>
  );
}
