import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { storage as strings } from "#strings/index.ts";
import { storageTrouble } from "#widgets/learner-store.ts";

/** The exercise that shows the notice: the first that the learner works in. */
const shownIn = signal<string | null>(null);

interface Props {
  /** The exercise's id. */
  id: string;
  /** Whether there is something in it that would be lost. */
  atWork: boolean;
}

/** Says once on a page that the learner's work isn't being kept, and why; gone as soon as it is kept again. */
export default function StorageNotice({ id, atWork }: Props) {
  const trouble = storageTrouble.value;
  const needed = atWork && trouble !== null;
  const failed = useSignal(false);
  useEffect(() => {
    if (needed) shownIn.value ??= id;
  }, [needed, id]);

  async function save() {
    try {
      await (await import("#widgets/record/save-answers.ts")).saveAnswers("");
      failed.value = false;
    } catch {
      failed.value = true;
    }
  }

  return (
    <div role="status">
      {shownIn.value === id && trouble !== null && (
        <div class="hg-callout">
          <p>{strings[trouble]}</p>
          {trouble !== "gone" && (
            <button type="button" class="hg-button" onClick={() => void save()}>
              {strings.save}
            </button>
          )}
          {failed.value && <p>{strings.notSaved}</p>}
        </div>
      )}
    </div>
  );
}
