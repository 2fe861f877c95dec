import { descent as strings } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import Slider from "#widgets/plot/Slider.tsx";
import type { DescentControls } from "#widgets/descent/descent-controls.ts";
import { shown, type Weights } from "#widgets/descent/training-data.ts";

interface Props {
  controls: DescentControls;
  here: Weights;
  /** What a screen reader says of a place. */
  spoken: string;
  disabled: boolean;
}

/** The rate of the descent, and the place where it is. */
export default function DescentSliders({ controls, here, spoken, disabled }: Props) {
  return (
    <>
      <div class="hg-sliders hg-live">
        <Slider
          id="descent-rate"
          label={strings.rate}
          min={-3}
          max={-0.5}
          step={0.05}
          value={controls.exponent.value}
          text={graphNumber(controls.rate.value)}
          disabled={disabled}
          onValue={controls.setExponent}
        />
      </div>
      <div class="hg-sliders hg-live">
        {(["w", "b"] as const).map((name) => (
          <Slider
            key={name}
            id={`descent-${name}`}
            label={name}
            min={shown[name][0]}
            max={shown[name][1]}
            step={0.1}
            value={here[name]}
            text={graphNumber(here[name])}
            spoken={spoken}
            disabled={disabled}
            onValue={(value) => controls.move({ [name]: value })}
          />
        ))}
      </div>
    </>
  );
}
