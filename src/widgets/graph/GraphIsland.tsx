import { useState } from "preact/hooks";
import GraphInputs from "#widgets/graph/GraphInputs.tsx";
import GraphWalk from "#widgets/graph/GraphWalk.tsx";
import { createGraphWalkSession } from "#widgets/graph/graph-walk-session.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";
import type { GraphDefinition, GraphSetting } from "#graph/graph-definition.ts";
import type { GraphSnapshot } from "#graph/snapshot.ts";
import type { Layouts } from "#widgets/graph/graph-engine.ts";

interface Props {
  name: string;
  title: GraphDefinition["title"];
  inputs: GraphDefinition["inputs"];
  steps: GraphDefinition["steps"];
  wrt: GraphDefinition["wrt"];
  setting: GraphSetting;
  snapshot: GraphSnapshot;
  layouts: Layouts;
}

/** A computation graph to walk through and to change. */
export default function GraphIsland({ name, title, inputs, steps, wrt, ...initial }: Props) {
  const [session] = useState(() =>
    createGraphWalkSession(initial, async () =>
      (await import("#widgets/graph/graph-engine.ts")).loadGraphEngine(name),
    ),
  );
  const alive = useHydrated();
  const id = `graph-${name}`;
  return (
    <GraphWalk id={id} title={title} session={session} wrt={wrt}>
      <GraphInputs
        id={id}
        inputs={inputs}
        steps={steps}
        setting={session.setting.value}
        disabled={!alive}
        onApproach={() => void session.prepare()}
        onInput={(input, value) => void session.setInput(input, value)}
        onSteps={(steps) => void session.setSteps(steps)}
      />
      {session.trouble.value && (
        <p class="hg-callout" role="alert">
          {session.trouble.value}
        </p>
      )}
    </GraphWalk>
  );
}
