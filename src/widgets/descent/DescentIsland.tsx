import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { descent as strings } from "#strings/index.ts";
import Icon from "#widgets/Icon.tsx";
import { graphNumber } from "#graph/graph-text.ts";
import { useLastSubmission, type OwnAnswer } from "#widgets/own-answer/last-submission.ts";
import Choice from "#widgets/plot/Choice.tsx";
import LivePlot from "#widgets/plot/LivePlot.tsx";
import MathName from "#widgets/plot/MathName.tsx";
import PlotKey from "#widgets/plot/PlotKey.tsx";
import Slider from "#widgets/plot/Slider.tsx";
import { createDescentSession, type Driver, type DescentPoint } from "#widgets/descent/descent-session.ts";
import { shown, type Weights } from "#widgets/descent/training-data.ts";
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

type DriverName = "autograd" | "own";

/** Between two steps of a run, in milliseconds. */
const pace = 90;
/** With motion reduced a run is shown in few pictures: so many steps at once, and a pause. */
const atOnce = { steps: 10, pace: 600 };

const loadEngine = () => import("#widgets/descent/descent-engine.ts");
const loadPlots = () => import("#widgets/descent/descent-plots.ts");
const loadSurfacePlot = async () => (await loadPlots()).surfacePlot;
const loadLinePlot = async () => (await loadPlots()).linePlot;
const loadLossPlot = async () => (await loadPlots()).lossPlot;

const byAutograd: Driver = async (at) => (await loadEngine()).gradientsAt(at);

const byOwn =
  (answer: OwnAnswer): Driver =>
  async (at, signal) =>
    (await import("#widgets/descent/own-gradients.ts")).ownGradients(answer, at, signal);

/** The rate from where its slider stands. */
const rateAt = (exponent: number): number => Number((10 ** exponent).toPrecision(2));

const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** A line fitted to points by gradient descent, step by step, driven by the learner's derivative. */
export default function DescentIsland({ first, rate: initialRate, lowest, surface, line, loss }: Props) {
  const alive = useHydrated();
  const [session] = useState(() => createDescentSession(first, loadEngine, byAutograd));
  const exponent = useSignal(Math.log10(initialRate));
  const driver = useSignal<DriverName>("autograd");
  const offline = useSignal(false);
  /** A place that is asked for while its gradients are still being fetched: the next move goes on from there. */
  const goingTo = useRef<Weights | null>(null);
  const answer = useLastSubmission("linear/squared-error");
  const path = session.path.value;
  const running = session.running.value;
  const outcome = session.outcome.value;
  const rate = rateAt(exponent.value);
  const here = path.at(-1)!;

  const state: DescentState = useMemo(() => ({ path, rate }), [path, rate]);

  /** Whatever can't be fetched leaves the descent where it is. */
  const attempt = (work: Promise<void>) => {
    offline.value = false;
    work.catch(() => {
      session.pause();
      offline.value = true;
    });
  };

  const drive = (name: DriverName, by: OwnAnswer | null) => {
    driver.value = name;
    attempt(session.drive(name === "own" && by ? byOwn(by) : byAutograd));
  };

  useEffect(() => {
    if (answer) drive("own", answer);
  }, [answer]);

  useEffect(() => () => session.pause(), [session]);

  function run() {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let taken = 0;
    const wait = () => (!still ? after(pace) : ++taken % atOnce.steps === 0 ? after(atOnce.pace) : after(0));
    attempt(session.run(() => rateAt(exponent.peek()), wait));
  }

  const move = (to: Partial<Weights>) => {
    const within = (value: number, [low, high]: readonly [number, number]) =>
      Math.min(high, Math.max(low, Math.round(value * 10) / 10));
    const { w, b } = { ...(goingTo.current ?? here), ...to };
    const place = (goingTo.current = { w: within(w, shown.w), b: within(b, shown.b) });
    const arrived = () => {
      if (goingTo.current === place) goingTo.current = null;
    };
    attempt(session.restart(place).finally(arrived));
  };

  const numbers = strings.numbers(
    path.length - 1,
    graphNumber(here.w),
    graphNumber(here.b),
    graphNumber(here.loss),
  );
  const canStep = alive && here.gradients !== null && outcome !== "diverged";
  const differs =
    driver.value === "own" &&
    here.gradients !== null &&
    Math.hypot(here.gradients.dw - here.truth.dw, here.gradients.db - here.truth.db) >
      1e-9 * Math.hypot(here.truth.dw, here.truth.db);

  return (
    <div class="hg-figure-work">
      <div class="hg-figure-controls hg-descent-driver">
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
              disabled: answer === null,
            },
          ]}
          chosen={driver.value}
          disabled={!alive}
          onChoose={(name) => drive(name, answer)}
        />
      </div>
      {answer === null && <p>{strings.noneYet}</p>}
      <div class="hg-plot-pair">
        <div>
          <PlotKey
            entries={[
              { look: "value", says: strings.contours },
              { look: "gradient", says: strings.steps },
              ...(differs ? [{ look: "quiet", dash: "short", says: strings.stepOfAutograd } as const] : []),
            ]}
          />
          <LivePlot
            still={surface}
            id="descent-surface"
            state={state}
            load={loadSurfacePlot}
            onPoint={(w, b) => move({ w, b })}
          />
        </div>
        <div>
          <PlotKey
            entries={[
              { look: "value", says: <em>wx + b</em> },
              { look: "quiet", dash: "short", says: strings.miss },
            ]}
          />
          <LivePlot still={line} id="descent-line" state={state} load={loadLinePlot} />
        </div>
      </div>
      <div class="hg-actions hg-figure-controls">
        <button
          type="button"
          class="hg-button"
          disabled={!canStep || running}
          onClick={() => attempt(session.step(rate))}
        >
          <Icon name="forward" /> {strings.oneStep}
        </button>
        <button
          type="button"
          class="hg-button"
          disabled={!canStep && !running}
          onClick={running ? session.pause : run}
        >
          <Icon name={running ? "pause" : "run"} /> {running ? strings.pause : strings.run}
        </button>
        <button
          type="button"
          class="hg-button hg-quiet"
          disabled={!alive}
          onClick={() => attempt(session.restart())}
        >
          {strings.restart}
        </button>
      </div>
      <div class="hg-figure-controls hg-sliders">
        <Slider
          id="descent-rate"
          label={strings.rate}
          min={-3}
          max={-0.5}
          step={0.05}
          value={exponent.value}
          text={graphNumber(rate)}
          disabled={!alive}
          onValue={(value) => (exponent.value = value)}
        />
      </div>
      <div class="hg-figure-controls hg-sliders">
        <Slider
          id="descent-w"
          label="w"
          min={shown.w[0]}
          max={shown.w[1]}
          step={0.1}
          value={here.w}
          text={graphNumber(here.w)}
          spoken={numbers}
          disabled={!alive}
          onValue={(w) => move({ w })}
        />
        <Slider
          id="descent-b"
          label="b"
          min={shown.b[0]}
          max={shown.b[1]}
          step={0.1}
          value={here.b}
          text={graphNumber(here.b)}
          spoken={numbers}
          disabled={!alive}
          onValue={(b) => move({ b })}
        />
      </div>
      <dl class="hg-readings">
        <Reading name={strings.step} text={String(path.length - 1)} />
        <Reading name="L" text={graphNumber(here.loss)} kind="value" />
        <Reading name="∂L/∂w" text={gradientText(here.gradients?.dw)} kind="gradient" />
        <Reading name="∂L/∂b" text={gradientText(here.gradients?.db)} kind="gradient" />
      </dl>
      <p role="status">
        {offline.value
          ? strings.offline
          : outcome === "arrived"
            ? strings.arrived(path.length - 1, graphNumber(here.w), graphNumber(here.b)) +
              (differs ? ` ${strings.elsewhere(graphNumber(here.truth.dw), graphNumber(here.truth.db))}` : "")
            : outcome === "diverged"
              ? strings.diverged(path.length - 1, graphNumber(rate))
              : typeof outcome === "object"
                ? strings.failed(outcome.failed)
                : differs
                  ? strings.differs
                  : strings.underway(graphNumber(lowest.loss), graphNumber(lowest.w), graphNumber(lowest.b))}
      </p>
      <LivePlot still={loss} id="descent-loss" state={state} load={loadLossPlot} />
    </div>
  );
}

const gradientText = (gradient: number | undefined): string =>
  gradient === undefined ? strings.none : graphNumber(gradient);

function Reading({ name, text, kind }: { name: string; text: string; kind?: "value" | "gradient" }) {
  return (
    <div>
      <dt>
        <MathName text={name} />
      </dt>
      <dd class={kind && `hg-plot-${kind}`}>{text}</dd>
    </div>
  );
}
