import { graph as strings } from "#strings/index.ts";
import type { GraphDefinition, GraphSetting } from "#graph/graph-definition.ts";

interface Props {
  /** Starts the ids of the fields. */
  id: string;
  inputs: GraphDefinition["inputs"];
  steps: GraphDefinition["steps"];
  setting: GraphSetting;
  disabled: boolean;
  /** Called when the reader is about to change something. */
  onApproach: () => void;
  onInput: (name: string, value: number) => void;
  onSteps: (steps: number) => void;
}

/** A slider and a field for every number that can be changed. */
export default function GraphInputs(props: Props) {
  const { id, inputs, steps, setting, disabled, onApproach, onInput, onSteps } = props;
  return (
    <div class="hg-sliders hg-graph-inputs hg-live" onPointerEnter={onApproach} onFocusCapture={onApproach}>
      {Object.entries(inputs).map(([name, input]) =>
        "min" in input ? (
          <NumberInput
            key={name}
            id={`${id}-${name}`}
            name={name}
            min={input.min}
            max={input.max}
            step={input.step}
            value={setting.inputs[name] as number}
            disabled={disabled}
            onValue={(value) => onInput(name, value)}
          />
        ) : null,
      )}
      {steps && (
        <NumberInput
          id={`${id}-steps`}
          name={steps.name}
          min={steps.min}
          max={steps.max}
          step={1}
          bounded
          value={setting.steps}
          disabled={disabled}
          onValue={onSteps}
        />
      )}
    </div>
  );
}

interface NumberInputProps {
  id: string;
  name: string;
  min: number;
  max: number;
  step: number;
  value: number;
  /** Whether only whole numbers from `min` to `max` are taken. */
  bounded?: boolean;
  disabled: boolean;
  onValue: (value: number) => void;
}

function NumberInput({
  id,
  name,
  min,
  max,
  step,
  value,
  bounded = false,
  disabled,
  onValue,
}: NumberInputProps) {
  const take = (text: string) => {
    const typed = text.trim() === "" ? NaN : Number(text);
    const usable = bounded ? Number.isInteger(typed) && typed >= min && typed <= max : Number.isFinite(typed);
    if (usable && typed !== value) onValue(typed);
  };
  return (
    <div class="hg-slider">
      <label class="hg-value" for={id}>
        {name}
      </label>
      <input
        type="range"
        aria-label={strings.slider(name)}
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        onInput={(event) => take(event.currentTarget.value)}
      />
      <input
        class="hg-field hg-value"
        type="number"
        id={id}
        step="any"
        {...(bounded && { min, max, step: 1 })}
        value={value}
        disabled={disabled}
        onInput={(event) => take(event.currentTarget.value)}
      />
    </div>
  );
}
