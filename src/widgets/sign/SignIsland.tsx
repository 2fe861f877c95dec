import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { sign as strings } from "#strings/index.ts";
import { graphNumber, term } from "#graph/graph-text.ts";
import Choice from "#widgets/plot/Choice.tsx";
import MathName from "#widgets/plot/MathName.tsx";
import LivePlot from "#widgets/plot/LivePlot.tsx";
import PlotKey from "#widgets/plot/PlotKey.tsx";
import Slider from "#widgets/plot/Slider.tsx";
import Sideways from "#widgets/sideways/Sideways.tsx";
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

const orders: readonly CallOrder[] = ["declared", "swapped"];

const loadPlots = () => import("#widgets/sign/sign-plots.ts");
const loadLossPlot = async () => (await loadPlots()).lossPlot;
const loadDerivativePlot = async () => (await loadPlots()).derivativePlot;

/** A loss called either way round: its curve, its derivative, and the factors in which the signs flip. */
export default function SignIsland({ initial, numbers: initialNumbers, loss, derivative }: Props) {
  const alive = useHydrated();
  const of = useSignal(initial.of);
  const order = useSignal(initial.order);
  const x = useSignal(initial.x);
  const target = useSignal(initial.target);
  const numbers = useSignal({ of: initial.of, ...initialNumbers });
  const state: SignState = useMemo(
    () =>
      of.value === initial.of &&
      order.value === initial.order &&
      x.value === initial.x &&
      target.value === initial.target
        ? initial
        : { of: of.value, order: order.value, x: x.value, target: target.value },
    [of.value, order.value, x.value, target.value],
  );

  useEffect(() => {
    if (state === initial) {
      numbers.value = { of: initial.of, ...initialNumbers };
      return;
    }
    void import("#widgets/sign/sign-numbers.ts").then(
      ({ signNumbers }) => {
        const { of: name, x: at, target: actual } = state;
        if (name === of.peek() && at === x.peek())
          numbers.value = { of: name, ...signNumbers(name, actual, at) };
      },
      () => undefined, // The plot says that nothing could be fetched.
    );
  }, [state]);

  const move = (to: number) => {
    x.value = Math.min(4, Math.max(-4, Math.round(to * 10) / 10));
  };

  const shown = numbers.value;
  const { first, second } = strings.factors[shown.of];
  const chosen = shown[order.value];
  const reading = strings.reading(graphNumber(chosen.loss), graphNumber(chosen.derivative));
  const calls = strings.calls[of.value];
  const dashedOther = {
    look: "text",
    dash: "long",
    says: <code>{calls[order.value === "declared" ? "swapped" : "declared"]}</code>,
  } as const;

  return (
    <div class="hg-figure-work">
      <div class="hg-figure-controls hg-sign-choices">
        <Choice<LossName>
          name="sign-loss"
          label={strings.chooseLoss}
          options={(["difference", "squared"] as const).map((value) => ({
            value,
            says: strings.losses[value],
          }))}
          chosen={of.value}
          disabled={!alive}
          onChoose={(name) => (of.value = name)}
        />
        <Choice<CallOrder>
          name="sign-order"
          label={strings.chooseOrder}
          options={orders.map((value) => ({ value, says: strings.orders[value] }))}
          chosen={order.value}
          disabled={!alive}
          onChoose={(name) => (order.value = name)}
        />
      </div>
      <PlotKey entries={[{ look: "value", says: <code>{calls[order.value]}</code> }, dashedOther]} />
      <LivePlot still={loss} id="sign-loss" state={state} load={loadLossPlot} onPoint={move} />
      <div class="hg-figure-controls hg-sliders">
        <Slider
          id="sign-x"
          label="x"
          min={-4}
          max={4}
          step={0.1}
          value={x.value}
          text={graphNumber(x.value)}
          spoken={`${graphNumber(x.value)}. ${reading}`}
          disabled={!alive}
          onValue={move}
        />
        <Slider
          id="sign-target"
          label="y_actual"
          min={0}
          max={12}
          step={0.5}
          value={target.value}
          text={graphNumber(target.value)}
          spoken={`${graphNumber(target.value)}. ${reading}`}
          disabled={!alive}
          onValue={(value) => (target.value = value)}
        />
      </div>
      <PlotKey
        entries={[
          { look: "gradient", says: strings.product },
          { look: "quiet", dash: "short", says: <MathName text={first} /> },
          { look: "quiet", says: <MathName text={second} /> },
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
      <Sideways label={strings.numbers} class="hg-sign-numbers">
        <table>
          <thead>
            <tr>
              <th scope="col">{strings.call}</th>
              <th scope="col">
                <MathName text={strings.loss} />
              </th>
              <th scope="col">
                <MathName text={first} />
              </th>
              <td />
              <th scope="col">
                <MathName text={second} />
              </th>
              <td />
              <th scope="col">
                <MathName text={strings.derivative} />
              </th>
            </tr>
          </thead>
          <tbody>
            {orders.map((each) => (
              <tr key={each} class={each === order.value ? "hg-sign-chosen" : undefined}>
                <th scope="row">{strings.orders[each]}</th>
                <td class="hg-value">{graphNumber(shown[each].loss)}</td>
                <td>{term(shown[each].first)}</td>
                <td>·</td>
                <td>{term(shown[each].second)}</td>
                <td>=</td>
                <td class="hg-gradient">{graphNumber(shown[each].derivative)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      <p>{strings.verdict[of.value]}</p>
    </div>
  );
}
