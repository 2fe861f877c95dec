import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { graph as strings } from "#strings/index.ts";
import Marked from "#widgets/Marked.tsx";
import { resultEdge } from "#graph/edge-id.ts";
import { progressAfter } from "#graph/walk.ts";
import Sideways from "#widgets/sideways/Sideways.tsx";
import ArrayPanel from "#widgets/graph/ArrayPanel.tsx";
import GraphStage from "#widgets/graph/GraphStage.tsx";
import GraphTable from "#widgets/graph/GraphTable.tsx";
import PathLedger from "#widgets/graph/PathLedger.tsx";
import TwoDrawings from "#widgets/graph/TwoDrawings.tsx";
import WalkControls from "#widgets/graph/WalkControls.tsx";
import StepExplained from "#widgets/graph/StepExplained.tsx";
import { useHydrated } from "#widgets/use-hydrated.ts";
import type { Path } from "#graph/path-ledger.ts";
import type { DrawingMark } from "#widgets/graph/drawing-types.ts";
import type { GraphWalkSession } from "#widgets/graph/graph-walk-session.ts";

interface Props {
  /** Sets it apart from other graphs of the page. */
  id: string;
  title: string;
  session: GraphWalkSession;
  /** The inputs whose paths are listed. */
  wrt: readonly string[];
  /** What the reader can change. */
  children?: ComponentChildren;
}

/** How long a step stays when the walk plays by itself, in milliseconds. */
const pace = 1400;

/** A computation graph and the walk through it. */
export default function GraphWalk({ id, title, session, wrt, children }: Props) {
  const alive = useHydrated();
  const pointedAt = useSignal<Path | null>(null);
  const selected = useSignal<string | null>(null);
  /** Before the first step there is nothing to explain: all is shown. */
  const walking = useSignal(false);
  const snapshot = session.snapshot.value;
  const walk = session.walk.value;
  const position = session.position.value;
  const playing = session.playing.value;

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => session.playOn(), position === 0 ? pace / 2 : pace);
    return () => clearTimeout(timer);
  }, [session, playing, position]);

  const go = (to: number) => {
    walking.value = true;
    session.go(to);
  };

  function play() {
    walking.value = true;
    session.togglePlaying();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowRight: position + 1, ArrowLeft: position - 1, Home: 0, End: walk.length }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  }

  const step = walking.value ? walk[position - 1] : undefined;
  const marks = new Map<string, DrawingMark>();
  if (step) marks.set(step.pass === "forward" ? step.node.id : step.edge.id, "active");
  for (const edge of pointedAt.value?.edges ?? []) marks.set(edge.id, "path");
  if (pointedAt.value) marks.set(resultEdge, "path");
  const array = snapshot.nodes.find((node) => node.id === selected.value);
  const drawing = {
    snapshot,
    label: strings.drawing(title),
    progress: progressAfter(snapshot, walk, position),
    marks,
    selected: selected.value,
    onSelect: alive
      ? (node: string) => {
          selected.value = selected.value === node ? null : node;
        }
      : undefined,
  };

  return (
    <div class="hg-stack">
      {/* The arrow keys step wherever the focus is in here, but for the scrubber, which has them already. */}
      <div class="hg-stack" onKeyDown={onKeyDown}>
        <GraphStage
          label={drawing.label}
          describedBy={`${id}-keys`}
          alive={alive}
          drawing={<TwoDrawings drawing={drawing} layouts={session.layouts.value} />}
        >
          <WalkControls session={session} disabled={!alive} onStep={go} onPlay={play} />
        </GraphStage>
        <p class="hg-keys" id={`${id}-keys`}>
          <Marked text={strings.keys} />
        </p>
      </div>
      <div class="hg-explained hg-graph-explained hg-live" role="status">
        {walking.value && (
          <Sideways label={strings.explained}>
            <StepExplained snapshot={snapshot} walk={walk} position={position} />
          </Sideways>
        )}
      </div>
      {array && <ArrayPanel node={array} onClose={() => (selected.value = null)} />}
      {children}
      <PathLedger snapshot={snapshot} inputs={wrt} onPoint={(path) => (pointedAt.value = path)} />
      <GraphTable snapshot={snapshot} />
    </div>
  );
}
