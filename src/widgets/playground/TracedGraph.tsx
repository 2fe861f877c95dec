import { useState } from "preact/hooks";
import { playground as strings } from "#strings/index.ts";
import GraphWalk from "#widgets/graph/GraphWalk.tsx";
import { createGraphWalkSession } from "#widgets/graph/graph-walk-session.ts";
import type { LaidOutGraph } from "#widgets/playground/playground-engine.ts";
import "#widgets/graph/graph.css";
import "#widgets/graph/graph-stage.css";
import "#widgets/graph/graph-widget.css";

/** The graph of a traced function: its inputs stand still, for to change one would be another run. */
export default function TracedGraph({ drawn, wrt }: { drawn: LaidOutGraph; wrt: readonly string[] }) {
  const [session] = useState(() =>
    createGraphWalkSession({ ...drawn, setting: { inputs: {}, steps: 0 } }, () =>
      Promise.reject(new Error("a traced function is not computed anew")),
    ),
  );
  return (
    <figure class="hg-figure" aria-label={strings.graph}>
      <GraphWalk id="playground-graph" title={strings.graphTitle} session={session} wrt={wrt} />
    </figure>
  );
}
