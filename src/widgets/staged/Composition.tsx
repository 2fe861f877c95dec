import { useState } from "preact/hooks";
import { staged as strings } from "#strings/index.ts";
import Icon from "#widgets/Icon.tsx";
import Marked from "#widgets/Marked.tsx";
import Quantity from "#widgets/graph/Quantity.tsx";
import Sideways from "#widgets/sideways/Sideways.tsx";
import { graphNumber } from "#graph/graph-text.ts";
import type { OwnAnswer } from "#widgets/own-answer/last-submission.ts";
import type { SolvedExercise } from "#widgets/own-answer/solved-exercises.ts";
import type { ChainResult, Composition as Composed } from "#widgets/staged/run-chains.ts";

interface Props {
  name: string;
  /** The input whose gradient is put together. */
  input: string;
  standing: ReadonlyMap<string, SolvedExercise>;
}

/** The whole, put together from the learner's own functions once every stage is solved. */
export default function Composition({ name, input, standing }: Props) {
  const [phase, setPhase] = useState<"idle" | "running" | "offline">("idle");
  const [composed, setComposed] = useState<Composed | null>(null);
  const solved = [...standing.values()].filter((each) => each.solved).length;
  const answers = new Map(
    [...standing].flatMap(([id, { answer }]): [string, OwnAnswer][] => (answer ? [[id, answer]] : [])),
  );
  const complete = answers.size === standing.size;

  async function chain() {
    if (phase === "running") return;
    setPhase("running");
    try {
      const { composeOwn } = await import("#widgets/staged/run-chains.ts");
      setComposed(await composeOwn(name, answers));
      setPhase("idle");
    } catch {
      setPhase("offline");
    }
  }

  return (
    <div class="hg-stack hg-staged-whole">
      <p>
        <strong>{strings.count(solved, standing.size)}.</strong>{" "}
        <Marked
          text={complete ? strings.ready : solved === standing.size ? strings.again : strings.waiting}
        />
      </p>
      {complete && (
        <div class="hg-row hg-actions">
          <button
            type="button"
            class="hg-button hg-primary"
            aria-disabled={phase === "running"}
            onClick={() => void chain()}
          >
            <Icon name="run" /> {strings.chain}
          </button>
          <span class="hg-remark" role="status">
            {phase === "running" && strings.chaining}
          </span>
        </div>
      )}
      {phase === "offline" && (
        <p class="hg-callout" role="alert">
          {strings.offlineChain}
        </p>
      )}
      <div role="status" class="hg-stack">
        {composed && <Result composed={composed} input={input} />}
      </div>
    </div>
  );
}

function Result({ composed: { truth, chains }, input }: { composed: Composed; input: string }) {
  return (
    <>
      <Sideways label={strings.table}>
        <table class="hg-table">
          <caption>
            <Marked text={strings.composed(input)} />
          </caption>
          <thead>
            <tr>
              <th scope="col">{strings.yours}</th>
              <th scope="col">{strings.furthest}</th>
              <th scope="col">{strings.gradient}</th>
            </tr>
          </thead>
          <tbody>
            {chains.map((chained) => (
              <ChainRow key={chained.code} chained={chained} />
            ))}
            <tr>
              <th scope="row">{strings.autograd}</th>
              <td />
              <td>
                <Quantity shape={truth.shape} entries={truth.entries} kind="gradient" />
              </td>
            </tr>
          </tbody>
        </table>
      </Sideways>
      <p class="hg-muted">
        <Marked text={strings.joints} />
      </p>
    </>
  );
}

function ChainRow({ chained }: { chained: ChainResult }) {
  return (
    <tr>
      <th scope="row">
        <code>{chained.code}</code>
      </th>
      {chained.ok ? (
        <>
          <td>
            <span class={chained.agrees ? "hg-right" : "hg-wrong"}>
              <Icon name={chained.agrees ? "correct" : "incorrect"} />{" "}
              {chained.agrees ? strings.agrees : strings.differs}
            </span>
            <br />
            {graphNumber(chained.furthest)}
          </td>
          <td>
            <Quantity shape={chained.gradient.shape} entries={chained.gradient.entries} kind="gradient" />
          </td>
        </>
      ) : (
        <td colSpan={2}>{chained.message}</td>
      )}
    </tr>
  );
}
