import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { playground as strings } from "#strings/index.ts";

/** Copies a link that holds everything; where the browser doesn't let it, shows the link, selected, to be copied by hand. */
export default function ShareLink({ link, disabled }: { link: () => Promise<string>; disabled: boolean }) {
  const state = useSignal<"idle" | "copied" | { byHand: string }>("idle");
  const field = useRef<HTMLInputElement>(null);

  async function copy() {
    state.value = "idle";
    const address = link().then((fragment) => `${location.origin}${location.pathname}#${fragment}`);
    try {
      await copyWhenKnown(address);
      state.value = "copied";
    } catch {
      state.value = { byHand: await address };
    }
  }

  useLayoutEffect(() => {
    if (typeof state.value !== "object") return;
    field.current!.focus(); // which selects it
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what is left where the clipboard is refused
    if (document.execCommand("copy")) state.value = "copied";
  }, [state.value]);

  return (
    <>
      <button type="button" class="hg-button" disabled={disabled} onClick={() => void copy()}>
        {strings.copyLink}
      </button>
      <div class="hg-playground-link" role="status">
        {state.value === "copied" && <p>{strings.copied}</p>}
        {typeof state.value === "object" && (
          <>
            <p>{strings.copyByHand}</p>
            <input
              ref={field}
              class="hg-field"
              type="text"
              readOnly
              aria-label={strings.linkLabel}
              value={state.value.byHand}
              onFocus={(event) => event.currentTarget.select()}
            />
          </>
        )}
      </div>
    </>
  );
}

/** Asks for the clipboard at once and fills it later: Safari gives it only to a press that asks for it before anything else. */
function copyWhenKnown(text: Promise<string>): Promise<void> {
  const type = "text/plain";
  const item = new ClipboardItem({ [type]: text.then((known) => new Blob([known], { type })) });
  return navigator.clipboard.write([item]);
}
