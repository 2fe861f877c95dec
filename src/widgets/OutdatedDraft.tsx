import { outdatedDraft as strings } from "#strings/index.ts";
import Sideways from "#widgets/sideways/Sideways.tsx";

interface Props {
  /** The lines that the exercise begins with now. */
  starter: string;
  onBegin: () => void;
  onKeep: () => void;
}

/** Tells of lines that have changed since the draft was begun from them, with both at hand. */
export default function OutdatedDraft({ starter, onBegin, onKeep }: Props) {
  return (
    <div class="hg-box hg-row hg-confirm" role="group" aria-label={strings.label}>
      <p>{strings.changed}</p>
      <Sideways label={strings.starter}>
        <pre>{starter}</pre>
      </Sideways>
      <button type="button" class="hg-button" onClick={onBegin}>
        {strings.begin}
      </button>
      <button type="button" class="hg-button hg-quiet" onClick={onKeep}>
        {strings.keep}
      </button>
    </div>
  );
}
