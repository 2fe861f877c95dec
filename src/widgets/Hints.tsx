import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { hints as strings } from "#strings/index.ts";
import Prose from "#widgets/Prose.tsx";

interface Props {
  /** Fetches all hints; rejects when offline. */
  load: () => Promise<readonly string[]>;
  count: number;
  disabled: boolean;
}

/** Hints, one more at each press of the button. */
export default function Hints({ load, count, disabled }: Props) {
  const hints = useSignal<readonly string[]>([]);
  const shown = useSignal(0);
  const offline = useSignal(false);
  const list = useRef<HTMLOListElement>(null);

  async function showNext() {
    try {
      hints.value = await load();
      shown.value += 1;
      offline.value = false;
    } catch {
      offline.value = true;
    }
  }

  // The button goes with the last hint: focus must not be lost with it.
  useEffect(() => {
    if (shown.value > 0 && shown.value === count)
      (list.current?.lastElementChild as HTMLElement | null)?.focus();
  }, [shown.value]);

  return (
    <div>
      <ol class="hg-hint-list" aria-label={strings.list} aria-live="polite" ref={list}>
        {hints.value.slice(0, shown.value).map((hint, i) => (
          <li key={i} tabIndex={-1}>
            <Prose text={hint} />
          </li>
        ))}
      </ol>
      {shown.value < count && (
        <button type="button" class="hg-button" disabled={disabled} onClick={() => void showNext()}>
          {strings.show(shown.value + 1, count)}
        </button>
      )}
      {offline.value && (
        <p class="hg-callout" role="alert">
          {strings.offline}
        </p>
      )}
    </div>
  );
}
