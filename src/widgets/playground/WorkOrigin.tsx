import { playground as strings } from "#strings/index.ts";
import type { Origin, PlaygroundSession } from "#widgets/playground/playground-session.ts";

const originText: Readonly<Record<Origin, string | null>> = {
  own: null,
  link: strings.fromLink,
  "damaged-link": strings.damagedLink,
  "unread-link": strings.unreadLink,
};

/** Where the present work comes from, if not from here, and how what was there before comes back. */
export default function WorkOrigin({ session }: { session: PlaygroundSession }) {
  const origin = originText[session.origin.value];
  const hasBefore = session.hasBefore.value;
  return (
    <div role="status">
      {(origin !== null || hasBefore) && (
        <div class={`hg-callout hg-playground-origin hg-live${origin === null ? " hg-quiet" : ""}`}>
          {origin !== null && <p>{origin}</p>}
          {hasBefore && (
            <p>
              {strings.before}{" "}
              <button type="button" class="hg-button" onClick={() => session.bringBack()}>
                {strings.bringBack}
              </button>
            </p>
          )}
        </div>
      )}
    </div>
  );
}
