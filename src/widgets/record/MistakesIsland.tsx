import { useEffect } from "preact/hooks";
import { mistakes, progressPage as strings } from "#strings/index.ts";
import { timeText } from "#widgets/history/time-text.ts";
import { followRecord, learnerRecord } from "#widgets/record/learner-record.ts";
import { mistakeHistory } from "#widgets/record/mistake-history.ts";
import Sideways from "#widgets/sideways/Sideways.tsx";

const spans = 12;
const barWidth = 8;
const height = 24;

/** Which mistakes were made, how often and when. */
export default function MistakesIsland() {
  useEffect(followRecord, []);
  const record = learnerRecord.value;
  const histories = mistakeHistory(record?.attempts ?? [], spans);
  if (histories.length === 0) return <p class="hg-muted">{record ? strings.noMistakes : strings.reading}</p>;
  const most = Math.max(...histories.flatMap(({ counts }) => counts));
  return (
    <Sideways label={strings.mistakes} class="not-content">
      <table class="hg-table hg-mistakes">
        <thead>
          <tr>
            <th scope="col">{strings.mistake}</th>
            <th scope="col">{strings.overTime}</th>
            <th scope="col">{strings.times}</th>
            <th scope="col">{strings.last}</th>
          </tr>
        </thead>
        <tbody>
          {histories.map(({ kind, counts, total, last }) => (
            <tr key={kind}>
              <th scope="row">{mistakes[kind]}</th>
              <td>
                <svg
                  width={spans * barWidth}
                  height={height}
                  viewBox={`0 0 ${spans * barWidth} ${height}`}
                  role="img"
                  aria-label={strings.counts(counts)}
                >
                  <path d={`M0 ${height - 0.5}H${spans * barWidth}`} />
                  {counts.map((count, i) => {
                    const tall = (count / most) * (height - 2);
                    return (
                      <rect
                        key={i}
                        x={i * barWidth + 1}
                        y={height - tall}
                        width={barWidth - 2}
                        height={tall}
                      />
                    );
                  })}
                </svg>
              </td>
              <td>{total}</td>
              <td>
                <time dateTime={last}>{timeText(last)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
