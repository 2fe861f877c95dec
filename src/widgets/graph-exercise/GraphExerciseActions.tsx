import { graphExercise as strings, undo } from "#strings/index.ts";
import type { GraphExerciseSession } from "#widgets/graph-exercise/graph-exercise-session.ts";
import { useSlow } from "#widgets/use-slow.ts";

interface Props {
  session: GraphExerciseSession;
  disabled: boolean;
}

/** Checks the gradients, or sets the exercise with other numbers. */
export default function GraphExerciseActions({ session, disabled }: Props) {
  const busy = session.busy.value;
  const slow = useSlow(busy);
  const replaced = session.replaced.value;
  return (
    <div class="hg-row hg-actions">
      <button type="submit" class="hg-button hg-primary" disabled={disabled} aria-disabled={busy}>
        {strings.check}
      </button>
      <button
        type="button"
        class="hg-button hg-quiet"
        disabled={disabled}
        onClick={() => void session.renew()}
      >
        {strings.renew}
      </button>
      {replaced && (
        <button type="button" class="hg-button hg-quiet" onClick={session.goBack}>
          {undo[replaced]}
        </button>
      )}
      <span class="hg-remark" role="status">
        {slow && busy && strings.fetching}
        {!busy && replaced === "elsewhere" && undo.changedElsewhere}
      </span>
      <p class="hg-keys">
        <kbd>Enter</kbd> {strings.checks}
      </p>
    </div>
  );
}
