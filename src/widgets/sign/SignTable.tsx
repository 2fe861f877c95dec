import { sign as strings } from "#strings/index.ts";
import { graphNumber, term } from "#graph/graph-text.ts";
import MathName from "#widgets/plot/MathName.tsx";
import Sideways from "#widgets/sideways/Sideways.tsx";
import { callOrders, type SignSession } from "#widgets/sign/sign-session.ts";
import type { CallOrder } from "#widgets/sign/sign-engine.ts";

interface Props {
  numbers: SignSession["numbers"]["value"];
  chosen: CallOrder;
}

/** What both calls come to at x: the loss, and its derivative as the product of two factors. */
export default function SignTable({ numbers, chosen }: Props) {
  const { first, second } = strings.factors[numbers.of];
  return (
    <Sideways label={strings.numbers} class="hg-sign-numbers">
      <table class="hg-table">
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
          {callOrders.map((each) => (
            <tr key={each} class={each === chosen ? "hg-sign-chosen" : undefined}>
              <th scope="row">{strings.orders[each]}</th>
              <td class="hg-value">{graphNumber(numbers[each].loss)}</td>
              <td>{term(numbers[each].first)}</td>
              <td>·</td>
              <td>{term(numbers[each].second)}</td>
              <td>=</td>
              <td class="hg-gradient">{graphNumber(numbers[each].derivative)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
