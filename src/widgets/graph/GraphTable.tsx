import { useMemo, useState } from "preact/hooks";
import { graphTable as say } from "#strings/index.ts";
import { broadcastNotes } from "#graph/labels.ts";
import { signed } from "#autodiff/notation.ts";
import { resultEdge } from "#graph/edge-id.ts";
import { useLatestWhile } from "#widgets/graph/use-latest-while.ts";
import Sideways from "#widgets/sideways/Sideways.tsx";
import type { Flow, FlowEdge } from "#graph/flow.ts";
import { walkOf } from "#graph/walk.ts";
import { graphEntries, graphNumber } from "#graph/graph-text.ts";

/** The steps of a graph in words and numbers, for those who don't see it or would rather read. */
export default function GraphTable({ flow }: { flow: Flow }) {
  const [open, setOpen] = useState(false);
  const shown = useLatestWhile(open, flow);
  return (
    <details class="hg-graph-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say.summary}</summary>
      {useMemo(
        () => (
          <Tables flow={shown} />
        ),
        [shown],
      )}
    </details>
  );
}

function Tables({ flow }: { flow: Flow }) {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const backward = walkOf(flow).flatMap((step) =>
    step.pass === "backward" && step.edge.id !== resultEdge ? step.edge : [],
  );
  return (
    <Sideways label={say.label}>
      <table>
        <caption>{say.forward}</caption>
        <thead>
          <tr>
            <th scope="col">{say.step}</th>
            <th scope="col">{say.value}</th>
            <th scope="col">{say.gradient}</th>
          </tr>
        </thead>
        <tbody>
          {flow.nodes
            .filter(({ kind }) => kind !== "result")
            .map(({ id, text, shape, value, gradient }) => (
              <tr key={id}>
                <th scope="row">
                  <code>{text}</code>
                </th>
                <td class="hg-value">{graphEntries(shape, value)}</td>
                <td class="hg-gradient">{gradient ? graphEntries(shape, gradient) : say.none}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <table>
        <caption>{say.backward}</caption>
        <thead>
          <tr>
            <th scope="col">{say.from}</th>
            <th scope="col">{say.to}</th>
            <th scope="col">{say.contribution}</th>
            <th scope="col">{say.upstream}</th>
            <th scope="col">{say.local}</th>
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

function localText(edge: FlowEdge): string {
  const { local, rule, upstreamShape } = edge;
  const notes = broadcastNotes(edge);
  const number = local && upstreamShape.length === 0 ? graphNumber(local[0]!) : null;
  const what = number === null || number === rule ? rule : rule === "" ? number : say.whichIs(number, rule);
  return signed(notes ? `${what}; ${notes.backward}` : what);
}
