import type { ShapeDefinition, ShapeSetting } from "#graph/shape-definition.ts";
import { shapes as strings } from "#strings/index.ts";

interface Props {
  /** Starts the ids of the fields. */
  id: string;
  sizes: ShapeDefinition["sizes"];
  setting: ShapeSetting;
  /** The result's name if it is an array, so that any upstream gradient can arrive at it. */
  upstreamOf: string | null;
  disabled: boolean;
  /** Called when the reader is about to change something. */
  onApproach: () => void;
  onChange: (changes: Partial<ShapeSetting>) => void;
}

/** The sizes, what arrives at the result, and other numbers. */
export default function ShapeControls(props: Props) {
  const { id, sizes, setting, upstreamOf, disabled, onApproach, onChange } = props;
  return (
    <div class="hg-row hg-shapes-controls hg-live" onPointerEnter={onApproach} onFocusCapture={onApproach}>
      {Object.entries(sizes).map(([size, { name, min, max }]) => (
        <div key={size} class="hg-row hg-shapes-size">
          <label for={`${id}-${size}`}>{name}</label>
          <input
            type="range"
            id={`${id}-${size}`}
            min={min}
            max={max}
            step={1}
            value={setting.sizes[size]}
            disabled={disabled}
            onInput={(event) =>
              onChange({ sizes: { ...setting.sizes, [size]: Number(event.currentTarget.value) } })
            }
          />
          <span aria-hidden="true">{setting.sizes[size]}</span>
        </div>
      ))}
      {upstreamOf !== null && (
        <label class="hg-row">
          <i class="hg-gradient">d{upstreamOf}</i>
          <select
            class="hg-field"
            value={setting.upstream}
            disabled={disabled}
            onChange={(event) =>
              onChange({ upstream: event.currentTarget.value as ShapeSetting["upstream"] })
            }
          >
            <option value="ones">{strings.ones}</option>
            <option value="any">{strings.any}</option>
          </select>
        </label>
      )}
      <button
        type="button"
        class="hg-button"
        disabled={disabled}
        onClick={() => onChange({ draw: setting.draw + 1 })}
      >
        {strings.draw}
      </button>
    </div>
  );
}
