import { useEffect, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { playground as strings, wrongStep } from "#strings/index.ts";
import CaseTable from "#widgets/CaseTable.tsx";
import Prose from "#widgets/Prose.tsx";
import VerdictPanel from "#widgets/VerdictPanel.tsx";
import type { LaidOutGraph, GradeWithMistake } from "#widgets/playground/playground-engine.ts";

interface VerdictProps {
  graded: GradeWithMistake;
  edited: boolean;
  /** What can be done about it. */
  remedy?: ComponentChildren;
}

/** A verdict with all that belongs to it, as an exercise shows it. */
export function VerdictOn({ graded, edited, remedy }: VerdictProps) {
  return <VerdictPanel grade={graded.grade} edited={edited} stale={strings.edited} remedy={remedy} />;
}

/** What the reader should know besides the verdict. */
export const Notices = ({ notices }: { notices: readonly string[] }) =>
  notices.length === 0 ? null : (
    <div class="hg-playground-notices">
      {notices.map((notice) => (
        <Prose key={notice} text={notice} />
      ))}
    </div>
  );

/** What was tried, and where on the graph it went wrong. */
export function Evidence({ graded }: { graded: GradeWithMistake }) {
  const { grade, mistake } = graded;
  return (
    <>
      {mistake && (
        <details class="hg-wrong-step" open>
          <summary>{strings.wrongStep}</summary>
          <Loaded
            load={async () => {
              const { default: ExerciseGraph } = await import("#widgets/graph/ExerciseGraph.tsx");
              return <ExerciseGraph mistake={mistake} />;
            }}
          />
        </details>
      )}
      {grade.cases.length > 0 && <CaseTable cases={grade.cases} />}
    </>
  );
}

/** The function's graph, to walk through. */
export function DrawnGraph({ drawn, wrt }: { drawn: LaidOutGraph; wrt: readonly string[] }) {
  return (
    <Loaded
      load={async () => {
        const { default: TracedGraph } = await import("#widgets/playground/TracedGraph.tsx");
        return <TracedGraph drawn={drawn} wrt={wrt} />;
      }}
    />
  );
}

/** What has to be fetched before it can be shown. */
function Loaded({ load }: { load: () => Promise<ComponentChildren> }) {
  const [content, setContent] = useState<ComponentChildren>(null);
  useEffect(() => {
    void load().then(setContent, () => setContent(<p class="hg-trouble">{wrongStep.offline}</p>));
  }, []);
  return <>{content}</>;
}
