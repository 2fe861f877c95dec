import { isDifferentiable, type Input } from "#playground/playground-setting.ts";
import { playground as strings } from "#strings/index.ts";
import CommittedField from "#widgets/playground/CommittedField.tsx";
import { axisFrom, numberFrom } from "#widgets/playground/field-text.ts";

interface Props {
  input: Input;
  disabled: boolean;
  onChange: (change: Partial<Omit<Input, "name">>) => void;
}

const kinds = ["number", "vector", "matrix"] as const;

/** What an axis gets when there was none: a name, so that it varies. */
const usualAxes = ["n", "m"] as const;

const axisNames = (axes: Input["axes"]): readonly string[] =>
  axes.length === 1 ? [strings.length] : [strings.rows, strings.columns];

/** A parameter of the function: its shape, its range, whether to differentiate by it. */
export default function InputRow({ input, disabled, onChange }: Props) {
  const { name, axes, low, high, integer, wanted } = input;
  const bound = (key: "low" | "high") => (text: string) => {
    const number = numberFrom(text);
    if (number === null) return false;
    onChange({ [key]: number });
    return true;
  };
  return (
    <div class="hg-row hg-playground-input" role="group" aria-label={name}>
      <code>{name}</code>
      <label class="hg-playground-field hg-playground-wide">
        <span aria-hidden="true">{strings.kind}</span>
        <select
          class="hg-field"
          aria-label={strings.kindOf(name)}
          disabled={disabled}
          value={kinds[axes.length]}
          onChange={(event) => {
            const rank = kinds.indexOf(event.currentTarget.value as (typeof kinds)[number]);
            onChange({ axes: Array.from({ length: rank }, (_, axis) => axes[axis] ?? usualAxes[axis]!) });
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {strings.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      {axes.map((axis, i) => (
        <CommittedField
          key={i}
          label={strings.lengthOf(name, axisNames(axes)[i]!)}
          caption={axisNames(axes)[i]!}
          value={String(axis)}
          wide={typeof axis === "string" && axis.length > 4}
          disabled={disabled}
          onCommit={(text) => {
            const length = axisFrom(text);
            if (length === null) return false;
            onChange({ axes: axes.with(i, length) });
            return true;
          }}
        />
      ))}
      <CommittedField
        label={strings.fromOf(name)}
        caption={strings.from}
        value={String(low)}
        disabled={disabled}
        onCommit={bound("low")}
      />
      <CommittedField
        label={strings.toOf(name)}
        caption={strings.to}
        value={String(high)}
        disabled={disabled}
        onCommit={bound("high")}
      />
      <label class="hg-signed hg-playground-tick">
        <input
          type="checkbox"
          aria-label={strings.wholeOf(name)}
          checked={integer}
          disabled={disabled}
          onChange={(event) => onChange({ integer: event.currentTarget.checked })}
        />
        <span aria-hidden="true">{strings.whole}</span>
      </label>
      <label class="hg-signed hg-playground-tick">
        <input
          type="checkbox"
          aria-label={strings.wantedOf(name)}
          checked={wanted && isDifferentiable(input)}
          disabled={disabled || !isDifferentiable(input)}
          onChange={(event) => onChange({ wanted: event.currentTarget.checked })}
        />
        <span aria-hidden="true">{strings.wanted}</span>
      </label>
    </div>
  );
}
