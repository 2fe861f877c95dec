import { descent as strings } from "#strings/index.ts";
import type { DriverName } from "#widgets/descent/descent-controls.ts";
import Choice from "#widgets/plot/Choice.tsx";

interface Props {
  chosen: DriverName;
  /** Whether the learner has submitted a derivative. */
  hasOwn: boolean;
  disabled: boolean;
  onChoose: (driver: DriverName) => void;
}

/** Who gives the gradients of a descent. */
export default function DriverChoice({ chosen, hasOwn, disabled, onChoose }: Props) {
  return (
    <>
      <div class="hg-row hg-descent-driver hg-live">
        <span id="descent-driver">{strings.drivenBy}</span>
        <Choice<DriverName>
          name="descent-driver"
          label={strings.drivenBy}
          options={[
            { value: "autograd", says: strings.autograd },
            {
              value: "own",
              says: (
                <>
                  {strings.your} <code>d_linear_loss</code>
                </>
              ),
              disabled: !hasOwn,
            },
          ]}
          chosen={chosen}
          disabled={disabled}
          onChoose={onChoose}
        />
      </div>
      {!hasOwn && <p>{strings.noneYet}</p>}
    </>
  );
}
