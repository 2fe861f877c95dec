import { exercise as strings } from "#strings/index.ts";
import type { AnswerLanguage } from "#learner/attempt.ts";
import CaseTable from "#widgets/CaseTable.tsx";
import MoveButton from "#widgets/MoveButton.tsx";
import VerdictPanel from "#widgets/VerdictPanel.tsx";
import WrongStep from "#widgets/graph/WrongStep.tsx";
import type { ExerciseSession, Work } from "#widgets/exercise-session.ts";

interface Props {
  /** The exercise's id. */
  id: string;
  session: ExerciseSession;
  work: Work;
  /** Whether the verdict is of this visit: one from an earlier visit isn't news. */
  announcing: boolean;
  onSubmit: () => void;
  /** Puts code that is written in the other language where it belongs. */
  onMove: (from: AnswerLanguage) => void;
}

/** What came of the last submission: its verdict, the step that went wrong, the cases. */
export default function ExerciseResult({ id, session, work, announcing, onSubmit, onMove }: Props) {
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
              remedy={
                attempt.grade.writtenIn &&
                !edited && (
                  <MoveButton to={attempt.grade.writtenIn} onPress={() => onMove(attempt.language)} />
                )
              }
            />
          )
        )}
      </div>
      {attempt?.grade.diagnosis && attempt.grade.diagnosis.bends.length > 0 && !trouble && (
        <WrongStep key={attempt.submittedAt} exercise={id} grade={attempt.grade} open={announcing} />
      )}
      {attempt && attempt.grade.cases.length > 0 && !trouble && (
        <CaseTable key={attempt.submittedAt} cases={attempt.grade.cases} />
      )}
    </>
  );
}
