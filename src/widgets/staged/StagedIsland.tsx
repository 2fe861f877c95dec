import { useMemo, useState } from "preact/hooks";
import { fold, foldedId } from "#graph/fold.ts";
import { staged as strings } from "#strings/index.ts";
import Marked from "#widgets/Marked.tsx";
import ArrayPanel from "#widgets/graph/ArrayPanel.tsx";
import GraphDrawing from "#widgets/graph/GraphDrawing.tsx";
import GraphStage from "#widgets/graph/GraphStage.tsx";
import GraphTable from "#widgets/graph/GraphTable.tsx";
import { useSolvedExercises } from "#widgets/own-answer/solved-exercises.ts";
import Composition from "#widgets/staged/Composition.tsx";
import StageList from "#widgets/staged/StageList.tsx";
import { useHydrated } from "#widgets/use-hydrated.ts";
import type { GraphSnapshot } from "#graph/snapshot.ts";
import type { Layout } from "#graph/layout.ts";
import type { StageMark } from "#widgets/graph/drawing-types.ts";
import type { StageFacts } from "#widgets/staged/stage-facts.ts";

interface Props {
  name: string;
  title: string;
  /** The input whose gradient is asked for in the end. */
  input: string;
  stages: readonly StageFacts[];
  /** With every operation. */
  snapshot: GraphSnapshot;
  stageOf: Readonly<Record<string, string>>;
  /** With all stages folded. */
  layout: Layout;
}

interface Picture {
  open: ReadonlySet<string>;
  layout: Layout;
}

/** A layer in stages: a graph whose stages open, an exercise for each, and the learner's functions put together. */
export default function StagedIsland({ name, title, input, stages, snapshot, stageOf, layout }: Props) {
  const alive = useHydrated();
  const [picture, setPicture] = useState<Picture>({ open: new Set(), layout });
  const [selected, setSelected] = useState<string | null>(null);
  const [offline, setOffline] = useState(false);
  const standing = useSolvedExercises(stages.map(({ exercise }) => exercise));
  const { open } = picture;
  const shown = useMemo(() => fold(snapshot, stages, stageOf, open), [snapshot, stages, stageOf, open]);

  async function show(next: ReadonlySet<string>) {
    try {
      const { stageLayout } = await import("#widgets/staged/stage-layout.ts");
      setPicture({ open: next, layout: stageLayout(fold(snapshot, stages, stageOf, next), stages, stageOf) });
      setOffline(false);
    } catch {
      setOffline(true);
    }
  }

  const toggle = (stage: string) => {
    const next = new Set(open);
    if (!next.delete(stage)) next.add(stage);
    void show(next);
  };

  const marksOf = (some: readonly StageFacts[], idOf: (stage: string) => string) =>
    new Map(
      some.map((stage): [string, StageMark] => [
        idOf(stage.name),
        {
          title: stage.title,
          solved: standing.get(stage.exercise)!.solved,
          onToggle: alive ? () => toggle(stage.name) : undefined,
        },
      ]),
    );
  const label = strings.drawing(title);
  const array = shown.nodes.find(({ id }) => id === selected);
  const allOpen = open.size === stages.length;

  return (
    <div class="hg-stack">
      <div class="hg-stack">
        <GraphStage
          label={label}
          describedBy={`staged-${name}-keys`}
          alive={alive}
          drawing={
            <div style={{ "--width": String(picture.layout.width) }}>
              <GraphDrawing
                snapshot={shown}
                layout={picture.layout}
                label={label}
                selected={selected}
                onSelect={alive ? (id) => setSelected(id === selected ? null : id) : undefined}
                frames={marksOf(
                  stages.filter((stage) => open.has(stage.name)),
                  (stage) => stage,
                )}
                folded={marksOf(
                  stages.filter((stage) => !open.has(stage.name)),
                  foldedId,
                )}
              />
            </div>
          }
        >
          <button
            type="button"
            class="hg-button"
            disabled={!alive}
            onClick={() => void show(new Set(allOpen ? [] : stages.map((stage) => stage.name)))}
          >
            {allOpen ? strings.foldAll : strings.openAll}
          </button>
        </GraphStage>
        <p class="hg-keys" id={`staged-${name}-keys`}>
          <Marked text={strings.keys} />
        </p>
        {offline && (
          <p class="hg-callout" role="alert">
            {strings.offline}
          </p>
        )}
        {array && <ArrayPanel node={array} onClose={() => setSelected(null)} />}
      </div>
      <StageList stages={stages} open={open} standing={standing} onToggle={alive ? toggle : undefined} />
      <Composition name={name} input={input} standing={standing} />
      <GraphTable snapshot={snapshot} />
    </div>
  );
}
