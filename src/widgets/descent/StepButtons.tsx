import { descent as strings } from "#strings/index.ts";
import Icon from "#widgets/Icon.tsx";
import type { DescentControls } from "#widgets/descent/descent-controls.ts";

interface Props {
  controls: DescentControls;
  alive: boolean;
  canStep: boolean;
  running: boolean;
  onPause: () => void;
}

/** Between two steps of a run, in milliseconds. */
const pace = 90;
/** With motion reduced a run is shown in few pictures: so many steps at once, and a pause. */
const atOnce = { steps: 10, pace: 600 };

const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Takes steps of the descent, one or one after another, or begins anew. */
export default function StepButtons({ controls, alive, canStep, running, onPause }: Props) {
  function run() {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let taken = 0;
    controls.run(() => (!still ? after(pace) : ++taken % atOnce.steps === 0 ? after(atOnce.pace) : after(0)));
  }

  return (
    <div class="hg-row hg-actions">
      <button type="button" class="hg-button" disabled={!canStep || running} onClick={controls.step}>
        <Icon name="forward" /> {strings.oneStep}
      </button>
      <button
        type="button"
        class="hg-button"
        disabled={!canStep && !running}
        onClick={running ? onPause : run}
      >
        <Icon name={running ? "pause" : "run"} /> {running ? strings.pause : strings.run}
      </button>
      <button type="button" class="hg-button hg-quiet" disabled={!alive} onClick={controls.restart}>
        {strings.restart}
      </button>
    </div>
  );
}
