import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { history as strings } from "#strings/index.ts";
import { storeQuery, learnerStore } from "#widgets/learner-store.ts";
import type { AnswerLanguage } from "#learner/attempt.ts";
import type { HistoryEntry } from "#learner/record.ts";
import type { HistoryListProps } from "#widgets/history/HistoryList.tsx";
import type { FunctionComponent } from "preact";

interface Props {
  /** The exercise's id. */
  exercise: string;
  disabled: boolean;
  /** What stands in the editor of this language, or null where that can't be compared. */
  present: (language: AnswerLanguage) => string | null;
  onRestore: (language: AnswerLanguage, code: string) => void;
}

/** A button that opens the list of all that was answered before. The list and its code come when it is first opened. */
export default function History({ exercise, disabled, present, onRestore }: Props) {
  const open = useSignal(false);
  const entries = useSignal<readonly HistoryEntry[] | null>(null);
  const unavailable = useSignal(false);
  const restored = useSignal(false);
  const List = useRef<FunctionComponent<HistoryListProps>>();

  useEffect(() => {
    if (!open.value) return;
    restored.value = false;
    const query = storeQuery<readonly HistoryEntry[] | null>(null, {
      concerns: (change) =>
        change.what === "everything" || (change.exercise === exercise && change.what !== "draft"),
      async load() {
        List.current = (await import("#widgets/history/HistoryList.tsx")).default;
        return learnerStore().history(exercise);
      },
      same: () => false,
      show(latest) {
        entries.value = latest;
        unavailable.value = false;
      },
    });
    query.follow().catch(() => (unavailable.value = true));
    return query.end;
  }, [open.value]);

  return (
    <div>
      <button
        type="button"
        class="hg-button"
        disabled={disabled}
        aria-expanded={open.value}
        onClick={() => (open.value = !open.value)}
      >
        {strings.show}
      </button>
      {open.value && (
        <div class="hg-history">
          {unavailable.value && (
            <p class="hg-callout" role="alert">
              {strings.unavailable}
            </p>
          )}
          {entries.value && List.current && (
            <List.current
              entries={entries.value}
              present={present}
              onRestore={(language, code) => {
                onRestore(language, code);
                restored.value = true;
              }}
            />
          )}
          <p class="hg-muted hg-history-restored" role="status">
            {restored.value && strings.restored}
          </p>
        </div>
      )}
    </div>
  );
}
