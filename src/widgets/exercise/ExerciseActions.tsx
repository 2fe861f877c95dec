import type { RefObject } from "preact";
import { controls, languageNames, undo, verdict } from "#strings/index.ts";
import Icon from "#widgets/Icon.tsx";
import Marked from "#widgets/Marked.tsx";
import type { ExerciseSession } from "#widgets/exercise-session.ts";
import { useSlow } from "#widgets/use-slow.ts";
import type { Language } from "#reading/language.ts";

interface Props {
  session: ExerciseSession;
  language: Language;
  starter: string;
  disabled: boolean;
  submitButton: RefObject<HTMLButtonElement>;
  onSubmit: () => void;
}

/** Submits an answer, or puts another text in its place; and how far that is. */
export default function ExerciseActions(props: Props) {
  const { session, language, starter, disabled, submitButton, onSubmit } = props;
  const phase = session.phase.value;
  const idle = phase === "idle";
  const slow = useSlow(!idle);
  const { code, replaced } = session.work[language];
  const why = replaced.value?.why;
  return (
    <div class="hg-row hg-actions">
      <button
        ref={submitButton}
        type="button"
        class="hg-button hg-primary"
        disabled={disabled}
        aria-disabled={!idle}
        onClick={onSubmit}
      >
        {controls.submit}
      </button>
      {slow && !idle && (
        <button type="button" class="hg-button" onClick={session.stop}>
          <Icon name="stop" /> {controls.stop}
        </button>
      )}
      <button
        type="button"
        class="hg-button hg-quiet"
        disabled={disabled}
        onClick={() => session.reset(language)}
      >
        {controls.reset}
      </button>
      {why && (
        <button type="button" class="hg-button hg-quiet" onClick={() => session.undo(language)}>
          {undo[why]}
        </button>
      )}
      <span class="hg-remark" role="status">
        {phase === "loading" && controls.fetching(languageNames[language])}
        {phase === "grading" && controls.grading}
        {idle && why === "elsewhere" && undo.changedElsewhere}
        {idle && why === "moved" && code.value !== starter && verdict.moved(languageNames[language])}
      </span>
      {idle && !why && (
        <p class="hg-keys">
          <Marked text={controls.submitKeys} />
        </p>
      )}
    </div>
  );
}
