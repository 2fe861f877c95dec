import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { sign as strings } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import Choice from "#widgets/plot/Choice.tsx";
import MathName from "#widgets/plot/MathName.tsx";
import LivePlot from "#widgets/plot/LivePlot.tsx";
import PlotKey from "#widgets/plot/PlotKey.tsx";
import Slider from "#widgets/plot/Slider.tsx";
import SignTable from "#widgets/sign/SignTable.tsx";
import { callOrders, createSignSession } from "#widgets/sign/sign-session.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";
import type { CallOrder, LossName } from "#widgets/sign/sign-engine.ts";
import type { SignNumbers } from "#widgets/sign/sign-numbers.ts";
import type { SignState } from "#widgets/sign/sign-plots.ts";

interface Props {
  initial: SignState;
  /** What both calls come to in the initial state. */
  numbers: SignNumbers;
  /** The still plots. */
  loss?: ComponentChildren;
  derivative?: ComponentChildren;
}

const loadPlots = () => import("#widgets/sign/sign-plots.ts");
const loadLossPlot = async () => (await loadPlots()).lossPlot;
const loadDerivativePlot = async () => (await loadPlots()).derivativePlot;

/** A loss called either way round: its curve, its derivative, and the factors in which the signs flip. */
export default function SignIsland({ initial, numbers: initialNumbers, loss, derivative }: Props) {
  const alive = useHydrated();
  const [session] = useState(() =>
    createSignSession(initial, initialNumbers, () => import("#widgets/sign/sign-numbers.ts")),
  );
  const state = session.state.value;
  const numbers = session.numbers.value;
  const { of, order, x, target } = state;
  const move = (to: number) => void session.move(to);
  const { first, second } = strings.factors[numbers.of];
  const { loss: value, derivative: slope } = numbers[order];
  const reading = strings.reading(graphNumber(value), graphNumber(slope));
  const calls = strings.calls[of];
  const dashedOther = {
    dash: "long",
    says: <code>{calls[order === "declared" ? "swapped" : "declared"]}</code>,
  } as const;

  return (
    <div class="hg-figure-work">
      <div class="hg-row hg-sign-choices hg-live">
        <Choice<LossName>
          name="sign-loss"
          label={strings.chooseLoss}
          options={(["difference", "squared"] as const).map((value) => ({
            value,
            says: strings.losses[value],
          }))}
          chosen={of}
          disabled={!alive}
          onChoose={(name) => void session.change({ of: name })}
        />
        <Choice<CallOrder>
          name="sign-order"
          label={strings.chooseOrder}
          options={callOrders.map((value) => ({ value, says: strings.orders[value] }))}
          chosen={order}
          disabled={!alive}
          onChoose={(name) => void session.change({ order: name })}
        />
      </div>
      <PlotKey entries={[{ hue: "value", says: <code>{calls[order]}</code> }, dashedOther]} />
      <LivePlot still={loss} id="sign-loss" state={state} load={loadLossPlot} onPoint={move} />
      <div class="hg-sliders hg-live">
        <Slider
          id="sign-x"
          label="x"
          min={-4}
          max={4}
          step={0.1}
          value={x}
          text={graphNumber(x)}
          spoken={`${graphNumber(x)}. ${reading}`}
          disabled={!alive}
          onValue={move}
        />
        <Slider
          id="sign-target"
          label="y_actual"
          min={0}
          max={12}
          step={0.5}
          value={target}
          text={graphNumber(target)}
          spoken={`${graphNumber(target)}. ${reading}`}
          disabled={!alive}
          onValue={(to) => void session.change({ target: to })}
        />
      </div>
      <PlotKey
        entries={[
          { hue: "gradient", says: strings.product },
          { hue: "muted", dash: "short", says: <MathName text={first} /> },
          { hue: "muted", says: <MathName text={second} /> },
          { ...dashedOther, says: strings.productOfOther },
        ]}
      />
      <LivePlot
        still={derivative}
        id="sign-derivative"
        state={state}
        load={loadDerivativePlot}
        onPoint={move}
      />
      <SignTable numbers={numbers} chosen={order} />
      <p>{strings.verdict[of]}</p>
    </div>
  );
}
