import { graph as strings } from "#strings/index.ts";
import Icon from "#widgets/Icon.tsx";
import type { GraphWalkSession } from "#widgets/graph/graph-walk-session.ts";

interface Props {
  session: GraphWalkSession;
  disabled: boolean;
  onStep: (position: number) => void;
  onPlay: () => void;
}

/** Goes through the steps of a walk, one by one, by itself or to any of them. */
export default function WalkControls({ session, disabled, onStep, onPlay }: Props) {
  const position = session.position.value;
  const playing = session.playing.value;
  const count = session.walk.value.length;
  return (
    <>
      <StepButton name="start" label={strings.toStart} disabled={disabled} onPress={() => onStep(0)} />
      <StepButton
        name="back"
        label={strings.stepBack}
        disabled={disabled}
        onPress={() => onStep(position - 1)}
      />
      <button type="button" class="hg-button" disabled={disabled} onClick={onPlay}>
        <Icon name={playing ? "pause" : "run"} /> {playing ? strings.pause : strings.play}
      </button>
      <StepButton
        name="forward"
        label={strings.stepOn}
        disabled={disabled}
        onPress={() => onStep(position + 1)}
      />
      <input
        class="hg-graph-scrubber"
        type="range"
        min={0}
        max={count}
        value={position}
        aria-label={strings.step}
        aria-valuetext={strings.stepOf(position, count)}
        disabled={disabled}
        onKeyDown={(event) => event.stopPropagation()}
        onInput={(event) => onStep(Number(event.currentTarget.value))}
      />
      <span class="hg-graph-count">{strings.of(position, count)}</span>
    </>
  );
}

interface StepButtonProps {
  name: "start" | "back" | "forward";
  label: string;
  disabled: boolean;
  onPress: () => void;
}

function StepButton({ name, label, disabled, onPress }: StepButtonProps) {
  return (
    <button
      type="button"
      class="hg-button hg-sign"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={name} />
    </button>
  );
}
