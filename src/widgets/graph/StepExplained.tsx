import { stepExplained as strings } from "#strings/index.ts";
import Marked from "#widgets/Marked.tsx";
import { broadcastNotes } from "#graph/labels.ts";
import { arrivals, type WalkStep } from "#graph/walk.ts";
import { graphNumber, term } from "#graph/graph-text.ts";
import Equation, { type Part } from "#widgets/graph/Equation.tsx";
import Quantity from "#widgets/graph/Quantity.tsx";
import { resultEdge } from "#graph/edge-id.ts";
import type { GraphSnapshot, SnapshotEdge, SnapshotNode } from "#graph/snapshot.ts";

interface Props {
  snapshot: GraphSnapshot;
  walk: readonly WalkStep[];
  position: number;
}

/** What the last step did, with its numbers. */
export default function StepExplained({ snapshot, walk, position }: Props) {
  const step = walk[position - 1];
  const result = snapshot.nodes.find(({ id }) => id === resultEdge)!;
  if (!step) return <p>{strings.nothingYet}</p>;
  if (step.pass === "forward") return <ForwardStep node={step.node} />;
  const from = snapshot.nodes.find(({ id }) => id === step.edge.from)!;
  return (
    <>
      {step.edge.id === resultEdge ? (
        <p>
          <Marked text={strings.begins(result.label)} /> <strong class="hg-gradient">1</strong>
        </p>
      ) : (
        <BackwardStep snapshot={snapshot} edge={step.edge} from={from} />
      )}
      <Meeting snapshot={snapshot} from={from} edge={step.edge} />
    </>
  );
}

function ForwardStep({ node }: { node: SnapshotNode }) {
  return (
    <>
      <p>{strings.forward}</p>
      <Equation
        parts={[
          { label: strings.operation, what: <code>{node.text}</code> },
          "=",
          { label: strings.value, what: <Quantity shape={node.shape} entries={node.value} kind="value" /> },
        ]}
      />
    </>
  );
}

function BackwardStep({
  snapshot,
  edge,
  from,
}: {
  snapshot: GraphSnapshot;
  edge: SnapshotEdge;
  from: SnapshotNode;
}) {
  const to = snapshot.nodes.find(({ id }) => id === edge.to)!;
  const upstream: Part = {
    label: strings.upstream,
    what: <Quantity shape={edge.upstreamShape} entries={edge.upstream!} kind="gradient" />,
  };
  const local: Part = { label: strings.local, what: <Local edge={edge} /> };
  const notes = broadcastNotes(edge);
  // A rule that ends in @ is a product with the upstream gradient on its right.
  const factors: (Part | string)[] = edge.rule.endsWith("@")
    ? [local, upstream]
    : edge.rule.startsWith("@")
      ? [upstream, local]
      : [upstream, "×", local];
  return (
    <>
      <p>
        <Marked text={strings.backward(to.text, from.text)} />
      </p>
      <Equation
        parts={[
          ...factors,
          ...(notes ? [notes.backward.replace("sums", "summed over")] : []),
          "=",
          {
            label: strings.contribution,
            what: <Quantity shape={from.shape} entries={edge.contribution!} kind="gradient" />,
          },
        ]}
      />
    </>
  );
}

/** The local derivative as a number and by its rule; for an array with different entries as the array. */
function Local({ edge: { local, rule, upstreamShape } }: { edge: SnapshotEdge }) {
  if (local === null) return <>{rule}</>;
  const uniform = local.every((entry) => entry === local[0]);
  const number = uniform ? graphNumber(local[0]!) : null;
  return (
    <>
      {number ?? <Quantity shape={upstreamShape} entries={local} />}
      {rule !== "" && rule !== number && <small> {rule}</small>}
    </>
  );
}

/** Where paths meet: the sum of what has arrived, or how much is still to come. */
function Meeting({
  snapshot,
  from,
  edge,
}: {
  snapshot: GraphSnapshot;
  from: SnapshotNode;
  edge: SnapshotEdge;
}) {
  const arriving = arrivals(snapshot, from.id);
  if (arriving.length < 2) return null;
  const arrived = arriving.findIndex(({ id }) => id === edge.id) + 1;
  if (arrived < arriving.length) {
    return (
      <p>
        <Marked text={strings.arrived(arrived, arriving.length, from.text)} />
      </p>
    );
  }
  return (
    <p>
      <Marked text={strings.met(arriving.length, from.text)} />{" "}
      {from.shape.length === 0 ? (
        <span class="hg-gradient">
          {arriving
            .map(({ contribution }, i) => (i === 0 ? graphNumber : term)(contribution![0]!))
            .join(" + ")}{" "}
          = <strong>{graphNumber(from.gradient![0]!)}</strong>
        </span>
      ) : (
        <Quantity shape={from.shape} entries={from.gradient!} kind="gradient" />
      )}
      .
    </p>
  );
}
