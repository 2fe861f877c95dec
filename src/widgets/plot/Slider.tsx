import MathName from "#widgets/plot/MathName.tsx";

interface Props {
  id: string;
  label: string;
  min: number;
  max: number;
  step: number;
  value: number;
  /** The value as it stands beside the slider. */
  text: string;
  /** What a screen reader says of it on each change, if more than the value. */
  spoken?: string;
  disabled: boolean;
  onValue: (value: number) => void;
}

/** A slider with its name before it and its value behind. */
export default function Slider({ id, label, min, max, step, value, text, spoken, disabled, onValue }: Props) {
  return (
    <div class="hg-slider">
      <label for={id}>
        <MathName text={label} />
      </label>
      <input
        type="range"
        id={id}
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={spoken ?? text}
        disabled={disabled}
        onInput={(event) => onValue(Number(event.currentTarget.value))}
      />
      <span aria-hidden="true">{text}</span>
    </div>
  );
}
