import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { slope as strings } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import { useLastSubmission } from "#widgets/own-answer/last-submission.ts";
import LivePlot from "#widgets/plot/LivePlot.tsx";
import Choice from "#widgets/plot/Choice.tsx";
import PlotKey, { type KeyEntry } from "#widgets/plot/PlotKey.tsx";
import Slider from "#widgets/plot/Slider.tsx";
import { courseFunctions, type FunctionName } from "#widgets/slope/course-functions.ts";
import { comparisonText, numberOrNone } from "#widgets/slope/slope-text.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";
import type { Comparison } from "#widgets/slope/own-derivative.ts";
import type { Reading } from "#widgets/slope/slope-engine.ts";
import type { SlopeState } from "#widgets/slope/slope-plots.ts";

interface Props {
  initial: { of: FunctionName; x: number; h: number; reading: Reading };
  /** The still plots. */
  curve?: ComponentChildren;
  derivative?: ComponentChildren;
}

const names = Object.keys(courseFunctions) as FunctionName[];

/** Steps of the slider for h, each a twentieth of a power of ten. */
const widest = 0.3;
const narrowest = -4;

const loadPlots = () => import("#widgets/slope/slope-plots.ts");
const loadFunctionPlot = async () => (await loadPlots()).functionPlot;
const loadDerivativePlot = async () => (await loadPlots()).derivativePlot;

/** h from where the slider stands: 2 at its right end, 0.0001 at its left. */
const widthAt = (exponent: number): number => Number((10 ** exponent).toPrecision(2));

/** A function with its tangent and a secant, and below it the derivative, the learner's own over autograd's. */
export default function SlopeIsland({ initial, curve, derivative }: Props) {
  const alive = useHydrated();
  const of = useSignal(initial.of);
  const x = useSignal(initial.x);
  const exponent = useSignal(Math.log10(initial.h));
  const reading = useSignal(initial.reading);
  const own = useSignal<Comparison | null>(null);
  const trouble = useSignal<string | null>(null);
  const { exercise, formula, asks, x: axis } = courseFunctions[of.value];
  const answer = useLastSubmission(exercise);
  const h = widthAt(exponent.value);

  const state: SlopeState = useMemo(
    () => ({ of: of.value, x: x.value, h, own: own.value }),
    [of.value, x.value, h, own.value],
  );

  useEffect(() => {
    if (state.of === initial.of && state.x === initial.x && state.h === initial.h) {
      reading.value = initial.reading;
      return;
    }
    void import("#widgets/slope/slope-engine.ts").then(
      ({ readingAt }) => {
        if (state.x === x.peek()) reading.value = readingAt(state.of, state.x, state.h);
      },
      () => undefined, // The plot says that nothing could be fetched.
    );
  }, [state]);

  useEffect(() => {
    own.value = null;
    trouble.value = null;
    if (!answer) return;
    const controller = new AbortController();
    const { signal } = controller;
    void import("#widgets/slope/own-derivative.ts")
      .then(({ compareOwn }) => compareOwn(of.peek(), answer, signal))
      .then((result) => {
        if (signal.aborted) return;
        if ("message" in result) trouble.value = strings.cannotRun(asks, result.message);
        else own.value = result;
      })
      .catch(() => undefined); // Offline: as before the first submission.
    return () => controller.abort();
  }, [answer, of.value]);

  const move = (to: number) => {
    const [low, high] = axis;
    x.value = Math.min(high, Math.max(low, Math.round(to * 20) / 20));
  };

  const { y, slope, secant } = reading.value;
  const spoken = strings.reading(numberOrNone(y), numberOrNone(secant), numberOrNone(slope));
  const wrong = own.value !== null && own.value.differing > 0;
  const below: KeyEntry[] = [{ look: "gradient", says: strings.byAutograd }];
  if (own.value) {
    below.push({
      look: wrong ? "wrong" : "text",
      dash: "long",
      says: (
        <span>
          {strings.yours}: <code>{asks}</code>
        </span>
      ),
    });
  }

  return (
    <div class="hg-figure-work">
      <div class="hg-figure-controls">
        <Choice
          name="slope-function"
          label={strings.choose}
          options={names.map((value) => ({ value, says: <em>{courseFunctions[value].formula}</em> }))}
          chosen={of.value}
          disabled={!alive}
          onChoose={(name) => {
            of.value = name;
            x.value = courseFunctions[name].start;
          }}
        />
      </div>
      <PlotKey
        entries={[
          { look: "value", says: <em>f(x) = {formula}</em> },
          { look: "gradient", says: strings.tangent },
          { look: "quiet", dash: "long", says: strings.secant },
        ]}
      />
      <LivePlot still={curve} id="slope-function" state={state} load={loadFunctionPlot} onPoint={move} />
      <div class="hg-figure-controls hg-sliders">
        <Slider
          id="slope-x"
          label="x"
          min={axis[0]}
          max={axis[1]}
          step={0.05}
          value={x.value}
          text={graphNumber(x.value)}
          spoken={`${graphNumber(x.value)}. ${spoken}`}
          disabled={!alive}
          onValue={move}
        />
        <Slider
          id="slope-h"
          label="h"
          min={narrowest}
          max={widest}
          step={0.05}
          value={exponent.value}
          text={graphNumber(h)}
          spoken={`${graphNumber(h)}. ${spoken}`}
          disabled={!alive}
          onValue={(value) => (exponent.value = value)}
        />
      </div>
      <dl class="hg-readings">
        <div>
          <dt>{strings.secantSlope}</dt>
          <dd>{numberOrNone(secant)}</dd>
        </div>
        <div>
          <dt>{strings.derivative}</dt>
          <dd class="hg-plot-gradient">{numberOrNone(slope)}</dd>
        </div>
        <div>
          <dt>{strings.difference}</dt>
          <dd>{numberOrNone(secant - slope)}</dd>
        </div>
      </dl>
      <PlotKey entries={below} />
      <LivePlot
        still={derivative}
        id="slope-derivative"
        state={state}
        load={loadDerivativePlot}
        onPoint={move}
      />
      <p role="status">
        {trouble.value ?? (own.value ? comparisonText(asks, own.value) : strings.noneYet(asks))}
      </p>
    </div>
  );
}
