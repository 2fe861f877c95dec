import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { descent as strings } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import { useLastSubmission, type OwnAnswer } from "#widgets/own-answer/last-submission.ts";
import LivePlot from "#widgets/plot/LivePlot.tsx";
import MathName from "#widgets/plot/MathName.tsx";
import PlotKey from "#widgets/plot/PlotKey.tsx";
import Readings from "#widgets/plot/Readings.tsx";
import DriverChoice from "#widgets/descent/DriverChoice.tsx";
import DescentSliders from "#widgets/descent/DescentSliders.tsx";
import StepButtons from "#widgets/descent/StepButtons.tsx";
import { createDescentControls } from "#widgets/descent/descent-controls.ts";
import { createDescentSession, type Driver, type DescentPoint } from "#widgets/descent/descent-session.ts";
import { differs, outcomeText } from "#widgets/descent/descent-text.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";
import type { DescentState } from "#widgets/descent/descent-plots.ts";

interface Props {
  first: DescentPoint;
  rate: number;
  /** Where the loss is least. */
  lowest: { w: number; b: number; loss: number };
  /** The still plots. */
  surface?: ComponentChildren;
  line?: ComponentChildren;
  loss?: ComponentChildren;
}

const loadEngine = () => import("#widgets/descent/descent-engine.ts");
const loadPlots = () => import("#widgets/descent/descent-plots.ts");
const loadSurfacePlot = async () => (await loadPlots()).surfacePlot;
const loadLinePlot = async () => (await loadPlots()).linePlot;
const loadLossPlot = async () => (await loadPlots()).lossPlot;

const byAutograd: Driver = async (at) => (await loadEngine()).gradientsAt(at);

const driverOf = (answer: OwnAnswer | null): Driver =>
  answer === null
    ? byAutograd
    : async (at, signal) =>
        (await import("#widgets/descent/own-gradients.ts")).ownGradients(answer, at, signal);

/** A line fitted to points by gradient descent, step by step, driven by the learner's derivative. */
export default function DescentIsland({ first, rate: initialRate, lowest, surface, line, loss }: Props) {
  const alive = useHydrated();
  const [session] = useState(() => createDescentSession(first, loadEngine, byAutograd));
  const [controls] = useState(() => createDescentControls(session, initialRate, driverOf));
  const answer = useLastSubmission("linear/squared-error");
  const path = session.path.value;
  const outcome = session.outcome.value;
  const rate = controls.rate.value;
  const driver = controls.driver.value;
  const here = path.at(-1)!;
  const steps = path.length - 1;
  const wrong = driver === "own" && differs(here);
  const state: DescentState = useMemo(() => ({ path, rate }), [path, rate]);
  const numbers = strings.numbers(steps, graphNumber(here.w), graphNumber(here.b), graphNumber(here.loss));

  useEffect(() => {
    if (answer) controls.drive("own", answer);
  }, [answer]);

  useEffect(() => () => session.pause(), [session]);

  return (
    <div class="hg-figure-work">
      <DriverChoice
        chosen={driver}
        hasOwn={answer !== null}
        disabled={!alive}
        onChoose={(name) => controls.drive(name, answer)}
      />
      <div class="hg-plot-pair">
        <div>
          <PlotKey
            entries={[
              { hue: "value", says: strings.contours },
              { hue: "gradient", says: strings.steps },
              ...(wrong ? [{ hue: "muted", dash: "short", says: strings.stepOfAutograd } as const] : []),
            ]}
          />
          <LivePlot
            still={surface}
            id="descent-surface"
            state={state}
            load={loadSurfacePlot}
            onPoint={(w, b) => controls.move({ w, b })}
          />
        </div>
        <div>
          <PlotKey
            entries={[
              { hue: "value", says: <em>wx + b</em> },
              { hue: "muted", dash: "short", says: strings.miss },
            ]}
          />
          <LivePlot still={line} id="descent-line" state={state} load={loadLinePlot} />
        </div>
      </div>
      <StepButtons
        controls={controls}
        alive={alive}
        canStep={alive && here.gradients !== null && outcome !== "diverged"}
        running={session.running.value}
        onPause={session.pause}
      />
      <DescentSliders controls={controls} here={here} spoken={numbers} disabled={!alive} />
      <Readings
        entries={[
          { name: <MathName text={strings.step} />, text: String(steps) },
          { name: <MathName text="L" />, text: graphNumber(here.loss), kind: "value" },
          { name: <MathName text="∂L/∂w" />, text: gradientText(here.gradients?.dw), kind: "gradient" },
          { name: <MathName text="∂L/∂b" />, text: gradientText(here.gradients?.db), kind: "gradient" },
        ]}
      />
      <p role="status">
        {controls.offline.value ? strings.offline : outcomeText(outcome, here, steps, rate, wrong, lowest)}
      </p>
      <LivePlot still={loss} id="descent-loss" state={state} load={loadLossPlot} />
    </div>
  );
}

const gradientText = (gradient: number | undefined): string =>
  gradient === undefined ? strings.none : graphNumber(gradient);
