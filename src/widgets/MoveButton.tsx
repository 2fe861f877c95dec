import { languageNames, verdict as strings } from "#strings/index.ts";
import type { Language } from "#reading/language.ts";

/** Offers to put code that is written in another language than the one chosen where it belongs. */
export default function MoveButton({ to, onPress }: { to: Language; onPress: () => void }) {
  return (
    <p>
      <button type="button" class="hg-button" onClick={onPress}>
        {strings.moveTo(languageNames[to])}
      </button>
    </p>
  );
}
