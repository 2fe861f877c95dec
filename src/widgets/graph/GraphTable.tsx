import { useMemo, useState } from "preact/hooks";
import { graphTable as strings } from "#strings/index.ts";
import { broadcastNotes } from "#graph/labels.ts";
import { signed } from "#autodiff/notation.ts";
import { resultEdge } from "#graph/edge-id.ts";
import { useLatestWhile } from "#widgets/graph/use-latest-while.ts";
import Sideways from "#widgets/sideways/Sideways.tsx";
import type { GraphSnapshot, SnapshotEdge } from "#graph/snapshot.ts";
import { walkOf } from "#graph/walk.ts";
import { graphEntries, graphNumber } from "#graph/graph-text.ts";

/** The steps of a graph in words and numbers, for those who don't see it or would rather read. */
export default function GraphTable({ snapshot }: { snapshot: GraphSnapshot }) {
  const [open, setOpen] = useState(false);
  const shown = useLatestWhile(open, snapshot);
  return (
    <details class="hg-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{strings.summary}</summary>
      {useMemo(
        () => (
          <Tables snapshot={shown} />
        ),
        [shown],
      )}
    </details>
  );
}

function Tables({ snapshot }: { snapshot: GraphSnapshot }) {
  const nodes = new Map(snapshot.nodes.map((node) => [node.id, node]));
  const backward = walkOf(snapshot).flatMap((step) =>
    step.pass === "backward" && step.edge.id !== resultEdge ? step.edge : [],
  );
  return (
    <Sideways label={strings.label}>
      <table class="hg-table">
        <caption>{strings.forward}</caption>
        <thead>
          <tr>
            <th scope="col">{strings.step}</th>
            <th scope="col">{strings.value}</th>
            <th scope="col">{strings.gradient}</th>
          </tr>
        </thead>
        <tbody>
          {snapshot.nodes
            .filter(({ kind }) => kind !== "result")
            .map(({ id, text, shape, value, gradient }) => (
              <tr key={id}>
                <th scope="row">
                  <code>{text}</code>
                </th>
                <td class="hg-value">{graphEntries(shape, value)}</td>
                <td class="hg-gradient">{gradient ? graphEntries(shape, gradient) : strings.none}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <table class="hg-table">
        <caption>{strings.backward}</caption>
        <thead>
          <tr>
            <th scope="col">{strings.from}</th>
            <th scope="col">{strings.to}</th>
            <th scope="col">{strings.contribution}</th>
            <th scope="col">{strings.upstream}</th>
            <th scope="col">{strings.local}</th>
          </tr>
        </thead>
        <tbody>
          {backward.map((edge) => (
            <tr key={edge.id}>
              <td>
                <code>{nodes.get(edge.to)!.text}</code>
              </td>
              <td>
                <code>{nodes.get(edge.from)!.text}</code>
              </td>
              <td class="hg-gradient">{graphEntries(nodes.get(edge.from)!.shape, edge.contribution!)}</td>
              <td class="hg-gradient">{graphEntries(edge.upstreamShape, edge.upstream!)}</td>
              <td>{localText(edge)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function localText(edge: SnapshotEdge): string {
  const { local, rule, upstreamShape } = edge;
  const notes = broadcastNotes(edge);
  const number = local && upstreamShape.length === 0 ? graphNumber(local[0]!) : null;
  const what =
    number === null || number === rule ? rule : rule === "" ? number : strings.whichIs(number, rule);
  return signed(notes ? `${what}; ${notes.backward}` : what);
}
