import type { ComponentChildren } from "preact";
import { unrolled as strings } from "#strings/index.ts";
import { graphNumber, term } from "#graph/graph-text.ts";
import Marked from "#widgets/Marked.tsx";
import MathName from "#widgets/plot/MathName.tsx";
import Sideways from "#widgets/sideways/Sideways.tsx";
import type { CellName, UnrolledSetting } from "#widgets/unrolled/unrolled-setting.ts";
import type { Unrolled, WeightUse } from "#widgets/unrolled/unrolled-engine.ts";

interface Props {
  setting: UnrolledSetting;
  unrolled: Unrolled;
}

/** What the columns of factors hold, as formulas. */
const factorsOf: Readonly<Record<CellName, ComponentChildren>> = {
  linear: (
    <i>
      w<sup>T−t</sup> × h<sub>t−1</sub>
    </i>
  ),
  tanh: (
    <i>
      dh<sub>T</sub>/dh<sub>t</sub> × (1 − h<sub>t</sub>²) × h<sub>t−1</sub>
    </i>
  ),
};

/** Every path from h_T back to the weight: its factors, and its share as a number and as a bar. */
export default function PathsInTime({ setting, unrolled }: Props) {
  const { uses, byWeight } = unrolled;
  const largest = Math.max(...uses.map(({ contribution }) => Math.abs(contribution)));
  return (
    <Sideways label={strings.paths} class="hg-tall hg-unrolled-paths">
      <table class="hg-table">
        <caption>
          <Marked text={strings.pathsCaption(graphNumber(setting.w), setting.T)} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{strings.step}</th>
            <th scope="col">{factorsOf[setting.cell]}</th>
            <th scope="col">{strings.contribution}</th>
          </tr>
        </thead>
        <tbody>
          {uses.map((use) => (
            <tr key={use.step}>
              <th scope="row">{use.step}</th>
              <td>
                <Factors setting={setting} use={use} />
              </td>
              <td class="hg-gradient">
                <span class="hg-unrolled-share">
                  {graphNumber(use.contribution)}
                  <span class="hg-unrolled-bar" aria-hidden="true">
                    <span
                      style={{ width: `${largest > 0 ? (100 * Math.abs(use.contribution)) / largest : 0}%` }}
                    />
                  </span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {strings.sum} <MathName text="dh_T/dw" />
            </th>
            <td class="hg-gradient">{graphNumber(byWeight)}</td>
          </tr>
        </tfoot>
      </table>
    </Sideways>
  );
}

interface FactorsProps {
  setting: UnrolledSetting;
  use: WeightUse;
}

/** The factors with their numbers: `0.8³ × 0.5`, or `0.41 × 0.79 × 0.46`. */
function Factors({ setting: { cell, w, T }, use: { step, back, slope, state } }: FactorsProps) {
  if (cell === "tanh")
    return (
      <>
        {graphNumber(back)} × {graphNumber(slope)} × {term(state)}
      </>
    );
  return (
    <>
      {term(w)}
      <sup>{T - step}</sup> × {term(state)}
    </>
  );
}
