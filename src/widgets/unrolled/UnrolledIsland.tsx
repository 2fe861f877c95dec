import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { unrolled as strings } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import Choice from "#widgets/plot/Choice.tsx";
import LivePlot from "#widgets/plot/LivePlot.tsx";
import MathName from "#widgets/plot/MathName.tsx";
import PlotKey, { type KeyEntry } from "#widgets/plot/PlotKey.tsx";
import Slider from "#widgets/plot/Slider.tsx";
import PathsInTime from "#widgets/unrolled/PathsInTime.tsx";
import { steps, weights, type CellName, type UnrolledSetting } from "#widgets/unrolled/unrolled-setting.ts";
import { fateText } from "#widgets/unrolled/unrolled-text.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";
import type { Unrolled } from "#widgets/unrolled/unrolled-engine.ts";

interface Props {
  initial: { setting: UnrolledSetting; unrolled: Unrolled };
  /** The still plot. */
  plot?: ComponentChildren;
}

const cells: readonly { value: CellName; says: ComponentChildren }[] = [
  {
    value: "linear",
    says: (
      <em>
        h<sub>t</sub> = w h<sub>t−1</sub>
      </em>
    ),
  },
  {
    value: "tanh",
    says: (
      <em>
        h<sub>t</sub> = tanh(w h<sub>t−1</sub>)
      </em>
    ),
  },
];

const loadPlot = async () => (await import("#widgets/unrolled/unrolled-plot.ts")).unrolledPlot;

/** A recurrence of T steps: its gradients over T, and the paths that add up to the weight's. */
export default function UnrolledIsland({ initial, plot }: Props) {
  const alive = useHydrated();
  const cell = useSignal(initial.setting.cell);
  const w = useSignal(initial.setting.w);
  const T = useSignal(initial.setting.T);
  /** What the numbers below the plot are of: a moment behind the sliders while the engine is being fetched. */
  const shown = useSignal(initial);

  const setting: UnrolledSetting = useMemo(
    () => ({ cell: cell.value, w: w.value, T: T.value }),
    [cell.value, w.value, T.value],
  );

  useEffect(() => {
    let stale = false;
    void import("#widgets/unrolled/unrolled-engine.ts").then(
      ({ unroll }) => {
        if (!stale) shown.value = { setting, unrolled: unroll(setting) };
      },
      () => undefined, // The plot says that nothing could be fetched.
    );
    return () => {
      stale = true;
    };
  }, [setting]);

  const { byStart, byWeight } = shown.value.unrolled;
  const reading = strings.reading(graphNumber(byStart), graphNumber(byWeight));
  const key: KeyEntry[] = [
    { hue: "gradient", says: <MathName text={strings.byStart} /> },
    { hue: "gradient", dash: "long", says: <MathName text={strings.byWeight} /> },
  ];
  if (setting.cell === "tanh")
    key.push({
      hue: "muted",
      dash: "short",
      says: (
        <span>
          <MathName text={strings.byStart} /> {strings.withoutTanh}
        </span>
      ),
    });

  return (
    <div class="hg-figure-work">
      <div class="hg-live">
        <Choice
          name="unrolled-cell"
          label={strings.choose}
          options={cells}
          chosen={cell.value}
          disabled={!alive}
          onChoose={(name) => (cell.value = name)}
        />
      </div>
      <PlotKey entries={key} />
      <LivePlot
        still={plot}
        id="unrolled"
        state={setting}
        load={loadPlot}
        onPoint={(at) => (T.value = Math.min(steps.max, Math.max(steps.min, Math.round(at))))}
      />
      <div class="hg-sliders hg-live">
        <Slider
          id="unrolled-w"
          label="w"
          {...weights}
          value={w.value}
          text={graphNumber(w.value)}
          spoken={`${graphNumber(w.value)}. ${reading}`}
          disabled={!alive}
          onValue={(value) => (w.value = value)}
        />
        <Slider
          id="unrolled-T"
          label="T"
          {...steps}
          step={1}
          value={T.value}
          text={String(T.value)}
          spoken={`${T.value}. ${reading}`}
          disabled={!alive}
          onValue={(value) => (T.value = value)}
        />
      </div>
      <dl class="hg-row hg-readings">
        <div>
          <dt>
            <MathName text="dh_T/dh_0" />
          </dt>
          <dd class="hg-gradient">{graphNumber(byStart)}</dd>
        </div>
        <div>
          <dt>
            <MathName text="dh_T/dw" />
          </dt>
          <dd class="hg-gradient">{graphNumber(byWeight)}</dd>
        </div>
      </dl>
      <p>{fateText(shown.value.setting, byStart)}</p>
      <PathsInTime {...shown.value} />
    </div>
  );
}
