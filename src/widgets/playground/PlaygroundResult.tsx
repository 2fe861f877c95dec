import { useEffect, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { playground as strings, wrongStep } from "#strings/index.ts";
import { wantedInputs } from "#playground/playground-setting.ts";
import Marked from "#widgets/Marked.tsx";
import MoveButton from "#widgets/MoveButton.tsx";
import Prose from "#widgets/Prose.tsx";
import VerdictPanel from "#widgets/VerdictPanel.tsx";
import type { PlaygroundSession } from "#widgets/playground/playground-session.ts";
import type { Language } from "#reading/language.ts";
import type { StepsRequest } from "#widgets/steps/steps-request.ts";
import { useEvidence } from "#widgets/steps/use-evidence.ts";
import type { DrawablePlaygroundGrade, LaidOutGraph } from "#widgets/playground/playground-engine.ts";

interface Props {
  session: PlaygroundSession;
  request: StepsRequest<DrawablePlaygroundGrade>;
  /** Goes to a line of the derivative. */
  onGoTo: (line: number) => void;
  /** Puts code that is written in the other language where it belongs. */
  onMove: (to: Language) => void;
}

/** The verdict as an exercise shows it, and the function's graph once it is drawn. */
export default function PlaygroundResult({ session, request, onGoTo, onMove }: Props) {
  const trouble = session.trouble.value;
  const graded = session.graded.value;
  const drawn = session.drawn.value;
  const old = session.gradedIsOld.value;
  const Evidence = useEvidence(graded);
  const moveButton = (to: Language | null | undefined) =>
    to && <MoveButton to={to} onPress={() => onMove(to)} />;
  return (
    <>
      <div class={session.phase.value === "idle" ? undefined : "hg-outdated"} role="status">
        {trouble ? (
          <div class="hg-callout">
            <Prose text={trouble.message} />
            {moveButton(trouble.writtenIn)}
          </div>
        ) : graded ? (
          <>
            <VerdictPanel
              grade={graded.grade}
              edited={old}
              stale={strings.edited}
              onGoTo={onGoTo}
              remedy={!old && moveButton(graded.grade.writtenIn)}
            />
            <Notices notices={graded.notices} />
          </>
        ) : (
          !drawn && (
            <p class="hg-playground-empty hg-live">
              <Marked text={strings.nothingYet} />
            </p>
          )
        )}
      </div>
      {graded && !trouble && Evidence && (
        <Evidence
          key={graded}
          answer={graded}
          grade={graded.grade}
          request={request}
          stale={old ? strings.edited : null}
          open
          draw={(grade) => Promise.resolve(graded.drawn(grade))}
          onGoTo={onGoTo}
        />
      )}

      {drawn && (
        <section aria-label={strings.graph}>
          <p class="hg-label">{strings.graph}</p>
          {session.drawnIsOld.value && <p class="hg-playground-note">{strings.edited}</p>}
          <DrawnGraph
            key={drawn}
            drawn={drawn}
            wrt={wantedInputs(session.setting.value).map(({ name }) => name)}
          />
        </section>
      )}
    </>
  );
}

/** What the reader should know besides the verdict. */
const Notices = ({ notices }: { notices: readonly string[] }) =>
  notices.length === 0 ? null : (
    <div class="hg-callout hg-quiet hg-playground-notices">
      {notices.map((notice) => (
        <Prose key={notice} text={notice} />
      ))}
    </div>
  );

/** The function's graph, to walk through. */
function DrawnGraph({ drawn, wrt }: { drawn: LaidOutGraph; wrt: readonly string[] }) {
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
    void load().then(setContent, () => setContent(<p class="hg-callout">{wrongStep.offline}</p>));
  }, []);
  return <>{content}</>;
}
