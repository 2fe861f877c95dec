import { useSignal } from "@preact/signals";
import { playground as say } from "#strings/index.ts";

/** Copies a link that holds everything; where the browser doesn't let it, shows the link to be copied by hand. */
export default function ShareLink({ link, disabled }: { link: () => Promise<string>; disabled: boolean }) {
  const state = useSignal<"idle" | "copied" | { byHand: string }>("idle");

  async function copy() {
    const address = `${location.origin}${location.pathname}#${await link()}`;
    try {
      await navigator.clipboard.writeText(address);
      state.value = "copied";
    } catch {
      state.value = { byHand: address };
    }
  }

  return (
    <>
      <button type="button" class="hg-button" disabled={disabled} onClick={() => void copy()}>
        {say.copyLink}
      </button>
      <div class="hg-playground-link" role="status">
        {state.value === "copied" && <p>{say.copied}</p>}
        {typeof state.value === "object" && (
          <>
            <p>{say.copyByHand}</p>
            <input
              type="text"
              readOnly
              aria-label={say.linkLabel}
              value={state.value.byHand}
              onFocus={(event) => event.currentTarget.select()}
            />
          </>
        )}
      </div>
    </>
  );
}
