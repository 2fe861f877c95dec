import { playground as strings } from "#strings/index.ts";
import { bounds, sizeNames, usualSize, type PlaygroundSetting } from "#playground/playground-setting.ts";
import CommittedField from "#widgets/playground/CommittedField.tsx";
import InputRow from "#widgets/playground/InputRow.tsx";
import { axisFrom } from "#widgets/playground/field-text.ts";
import type { PlaygroundSession } from "#widgets/playground/playground-session.ts";

interface Props {
  setting: PlaygroundSetting;
  session: Pick<PlaygroundSession, "change" | "setSize">;
  disabled: boolean;
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
          <div key={name} class="hg-row hg-playground-input">
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
