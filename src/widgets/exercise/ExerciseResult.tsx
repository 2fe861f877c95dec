import { exercise as strings, verdict as verdictStrings } from "#strings/index.ts";
import type { AnswerLanguage, Attempt } from "#learner/attempt.ts";
import MoveButton from "#widgets/MoveButton.tsx";
import WhatNext from "#widgets/WhatNext.tsx";
import VerdictPanel from "#widgets/VerdictPanel.tsx";
import type { ExerciseSession, Work } from "#widgets/exercise-session.ts";
import Evidence from "#widgets/steps/Evidence.tsx";
import type { StepsRequest } from "#widgets/steps/steps-request.ts";

interface Props {
  /** The exercise's id. */
  id: string;
  session: ExerciseSession;
  work: Work;
  request: StepsRequest<Attempt>;
  /** Whether the verdict is of this visit: one from an earlier visit isn't news. */
  announcing: boolean;
  onSubmit: () => void;
  onGoTo: (line: number) => void;
  /** Puts code that is written in the other language where it belongs. */
  onMove: (from: AnswerLanguage) => void;
}

/** What came of the last submission: its verdict, its lines, the step that went wrong, the cases. */
export default function ExerciseResult(props: Props) {
  const { id, session, work, request, announcing, onSubmit, onGoTo, onMove } = props;
  const attempt = work.attempt.value;
  const edited = work.edited.value;
  const trouble = session.trouble.value;
  return (
    <>
      <div
        class={session.phase.value === "idle" ? undefined : "hg-outdated"}
        role="status"
        aria-live={announcing ? "polite" : "off"}
      >
        {trouble ? (
          <div class="hg-callout">
            <p>{trouble.message}</p>
            {trouble.kind !== "stopped" && (
              <button type="button" class="hg-button" onClick={onSubmit}>
                {strings.tryAgain}
              </button>
            )}
          </div>
        ) : (
          attempt && (
            <VerdictPanel
              key={attempt.submittedAt}
              grade={attempt.grade}
              edited={edited}
              onGoTo={onGoTo}
              remedy={
                !edited &&
                (attempt.grade.verdict === "correct" ? (
                  <WhatNext id={id} />
                ) : (
                  attempt.grade.writtenIn && (
                    <MoveButton to={attempt.grade.writtenIn} onPress={() => onMove(attempt.language)} />
                  )
                ))
              }
            />
          )
        )}
      </div>
      {attempt && !trouble && (
        <Evidence
          key={attempt.submittedAt}
          answer={attempt}
          grade={attempt.grade}
          request={request}
          stale={edited ? verdictStrings.codeEdited : null}
          open={announcing}
          draw={async (grade) =>
            (await import("#widgets/graph/drawn-mistake.ts")).loadDrawnMistake(id, grade)
          }
          onGoTo={onGoTo}
        />
      )}
    </>
  );
}
