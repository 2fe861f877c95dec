import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { slope as strings } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import { useLastSubmission } from "#widgets/own-answer/last-submission.ts";
import LivePlot from "#widgets/plot/LivePlot.tsx";
import Choice from "#widgets/plot/Choice.tsx";
import PlotKey, { type KeyEntry } from "#widgets/plot/PlotKey.tsx";
import Readings from "#widgets/plot/Readings.tsx";
import Slider from "#widgets/plot/Slider.tsx";
import { courseFunctions, type FunctionName } from "#widgets/slope/course-functions.ts";
import { createSlopeSession } from "#widgets/slope/slope-session.ts";
import { comparisonText, numberOrNone } from "#widgets/slope/slope-text.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";
import type { Reading } from "#widgets/slope/slope-engine.ts";

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

/** A function with its tangent and a secant, and below it the derivative, the learner's own over autograd's. */
export default function SlopeIsland({ initial, curve, derivative }: Props) {
  const alive = useHydrated();
  const [session] = useState(() =>
    createSlopeSession(initial, {
      loadEngine: () => import("#widgets/slope/slope-engine.ts"),
      loadComparison: () => import("#widgets/slope/own-derivative.ts"),
    }),
  );
  const state = session.state.value;
  const { of, x, h, own } = state;
  const { exercise, formula, asks, x: axis } = courseFunctions[of];
  const answer = useLastSubmission(exercise);
  useEffect(() => session.compare(answer), [session, answer, of]);

  const move = (to: number) => void session.move(to);
  const { y, slope, secant } = session.reading.value;
  const spoken = strings.reading(numberOrNone(y), numberOrNone(secant), numberOrNone(slope));
  const below: KeyEntry[] = [{ hue: "gradient", says: strings.byAutograd }];
  if (own) {
    below.push({
      hue: own.differing > 0 ? "wrong" : undefined,
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
      <div class="hg-live">
        <Choice
          name="slope-function"
          label={strings.choose}
          options={names.map((value) => ({ value, says: <em>{courseFunctions[value].formula}</em> }))}
          chosen={of}
          disabled={!alive}
          onChoose={(name) => void session.choose(name)}
        />
      </div>
      <PlotKey
        entries={[
          { hue: "value", says: <em>f(x) = {formula}</em> },
          { hue: "gradient", says: strings.tangent },
          { hue: "muted", dash: "long", says: strings.secant },
        ]}
      />
      <LivePlot still={curve} id="slope-function" state={state} load={loadFunctionPlot} onPoint={move} />
      <div class="hg-sliders hg-live">
        <Slider
          id="slope-x"
          label="x"
          min={axis[0]}
          max={axis[1]}
          step={0.05}
          value={x}
          text={graphNumber(x)}
          spoken={`${graphNumber(x)}. ${spoken}`}
          disabled={!alive}
          onValue={move}
        />
        <Slider
          id="slope-h"
          label="h"
          min={narrowest}
          max={widest}
          step={0.05}
          value={session.exponent.value}
          text={graphNumber(h)}
          spoken={`${graphNumber(h)}. ${spoken}`}
          disabled={!alive}
          onValue={(exponent) => void session.setExponent(exponent)}
        />
      </div>
      <Readings
        entries={[
          { name: strings.secantSlope, text: numberOrNone(secant) },
          { name: strings.derivative, text: numberOrNone(slope), kind: "gradient" },
          { name: strings.difference, text: numberOrNone(secant - slope) },
        ]}
      />
      <PlotKey entries={below} />
      <LivePlot
        still={derivative}
        id="slope-derivative"
        state={state}
        load={loadDerivativePlot}
        onPoint={move}
      />
      <p role="status">
        {session.trouble.value ?? (own ? comparisonText(asks, own) : strings.noneYet(asks))}
      </p>
    </div>
  );
}
