import { playground as strings } from "#strings/index.ts";
import {
  bounds,
  isDifferentiable,
  isName,
  sizeNames,
  usualSize,
  type Input,
  type PlaygroundSetting,
} from "#playground/playground-setting.ts";
import CommittedField from "#widgets/playground/CommittedField.tsx";
import type { PlaygroundSession } from "#widgets/playground/playground-session.ts";

interface Props {
  setting: PlaygroundSetting;
  session: Pick<PlaygroundSession, "change" | "setSize">;
  disabled: boolean;
}

const kinds = ["number", "vector", "matrix"] as const;

/** What an axis gets when there was none: a name, so that it varies. */
const usualAxes = ["n", "m"] as const;

const axisNames = (axes: Input["axes"]): readonly string[] =>
  axes.length === 1 ? [strings.length] : [strings.rows, strings.columns];

/** A length, a name of one, or null for text that is neither. */
function axisFrom(text: string): number | string | null {
  if (isName(text)) return text;
  const length = Number(text);
  return /^\d+$/.test(text) && length >= 1 && length <= bounds.length ? length : null;
}

/** A number within bounds, or null. A comma may stand for the point, and a true minus for the hyphen. */
function numberFrom(text: string): number | null {
  const plain = text.replace(",", ".").replace("−", "-");
  const number = plain === "" ? NaN : Number(plain);
  return Math.abs(number) <= bounds.magnitude ? number : null;
}

/** One row for every parameter of the function: its shape, its range, whether to differentiate by it. */
export default function InputList({ setting, session, disabled }: Props) {
  const { inputs, sizes } = setting;
  return (
    <fieldset class="hg-playground-inputs">
      <legend class="hg-label">{strings.inputs}</legend>
      <p class="hg-playground-note">{inputs.length > 0 ? strings.inputsNote : strings.noInputsYet}</p>
      {inputs.map((input) => (
        <InputRow
          key={input.name}
          input={input}
          disabled={disabled}
          onChange={(change) => session.change(input.name, change)}
        />
      ))}
      {inputs.some(({ axes }) => axes.length > 0) && (
        <p class="hg-playground-note">{strings.lengthHint(bounds.length)}</p>
      )}
      {sizeNames(inputs).map((name) => {
        const range = Object.hasOwn(sizes, name) ? sizes[name]! : usualSize;
        const commit = (place: 0 | 1) => (text: string) => {
          const length = axisFrom(text);
          if (typeof length !== "number") return false;
          session.setSize(name, place === 0 ? [length, range[1]] : [range[0], length]);
          return true;
        };
        return (
          <div key={name} class="hg-playground-size">
            <code>{name}</code>
            <CommittedField
              label={strings.sizeFrom(name)}
              caption={strings.from}
              value={String(range[0])}
              disabled={disabled}
              onCommit={commit(0)}
            />
            <CommittedField
              label={strings.sizeToOf(name)}
              caption={strings.to}
              value={String(range[1])}
              disabled={disabled}
              onCommit={commit(1)}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

interface RowProps {
  input: Input;
  disabled: boolean;
  onChange: (change: Partial<Omit<Input, "name">>) => void;
}

function InputRow({ input, disabled, onChange }: RowProps) {
  const { name, axes, low, high, integer, wanted } = input;
  const bound = (key: "low" | "high") => (text: string) => {
    const number = numberFrom(text);
    if (number === null) return false;
    onChange({ [key]: number });
    return true;
  };
  return (
    <div class="hg-playground-input" role="group" aria-label={name}>
      <code class="hg-playground-name">{name}</code>
      <label class="hg-playground-field hg-playground-wide">
        <span aria-hidden="true">{strings.kind}</span>
        <select
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
      <label class="hg-playground-tick">
        <input
          type="checkbox"
          aria-label={strings.wholeOf(name)}
          checked={integer}
          disabled={disabled}
          onChange={(event) => onChange({ integer: event.currentTarget.checked })}
        />
        <span aria-hidden="true">{strings.whole}</span>
      </label>
      <label class="hg-playground-tick">
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
