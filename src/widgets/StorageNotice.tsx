import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { nothingIsKept } from "#widgets/learner-store.ts";

/** The exercise that shows the notice: the first that the learner works in. */
const shownIn = signal<string | null>(null);

interface Props {
  /** The exercise's id. */
  id: string;
  /** Whether there is something in it that would be lost. */
  atWork: boolean;
}

/** Says once on a page that the browser won't keep the learner's work. */
export default function StorageNotice({ id, atWork }: Props) {
  const needed = atWork && nothingIsKept.value;
  useEffect(() => {
    if (needed) shownIn.value ??= id;
  }, [needed, id]);
  return (
    <div role="status">
      {shownIn.value === id && (
        <p class="hg-trouble">
          This browser doesn’t let the course store anything. Your work and results last until you leave this
          page.
        </p>
      )}
    </div>
  );
}
