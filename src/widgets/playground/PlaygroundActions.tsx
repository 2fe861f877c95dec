import type { RefObject } from "preact";
import { controls, languageNames, playground as strings } from "#strings/index.ts";
import Icon from "#widgets/Icon.tsx";
import Marked from "#widgets/Marked.tsx";
import type { PlaygroundSession } from "#widgets/playground/playground-session.ts";
import { useSlow } from "#widgets/use-slow.ts";

interface Props {
  session: PlaygroundSession;
  disabled: boolean;
  submitButton: RefObject<HTMLButtonElement>;
  onSubmit: () => void;
}

/** Submits the derivative or draws the function's graph; and how far that is. */
export default function PlaygroundActions({ session, disabled, submitButton, onSubmit }: Props) {
  const phase = session.phase.value;
  const busy = phase !== "idle";
  const slow = useSlow(busy);
  return (
    <div class="hg-row hg-actions">
      <button
        ref={submitButton}
        type="button"
        class="hg-button hg-primary"
        disabled={disabled}
        aria-disabled={busy}
        onClick={onSubmit}
      >
        {controls.submit}
      </button>
      <button
        type="button"
        class="hg-button"
        disabled={disabled}
        aria-disabled={busy}
        onClick={() => void session.draw()}
      >
        {session.drawn.value ? strings.drawAgain : strings.draw}
      </button>
      {slow && busy && (
        <button type="button" class="hg-button" onClick={() => session.stop()}>
          <Icon name="stop" /> {controls.stop}
        </button>
      )}
      <span class="hg-remark" role="status">
        {phase === "loading" && controls.fetching(languageNames[session.setting.value.language])}
        {phase === "grading" && controls.grading}
        {phase === "drawing" && strings.drawing}
      </span>
      {!busy && (
        <p class="hg-keys">
          <Marked text={controls.submitKeys} />
        </p>
      )}
    </div>
  );
}
