import type { ComponentChildren } from "preact";

interface Props<Option extends string> {
  /** Different for every choice of a page. */
  name: string;
  label: string;
  options: readonly { value: Option; says: ComponentChildren; disabled?: boolean }[];
  chosen: Option;
  disabled: boolean;
  onChoose: (option: Option) => void;
}

/** One of a few, side by side. */
export default function Choice<Option extends string>(props: Props<Option>) {
  const { name, label, options, chosen, disabled, onChoose } = props;
  return (
    <div class="hg-choice" role="radiogroup" aria-label={label}>
      {options.map(({ value, says, disabled: closed = false }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            disabled={disabled || closed}
            onChange={() => onChoose(value)}
          />
          <span>{says}</span>
        </label>
      ))}
    </div>
  );
}
