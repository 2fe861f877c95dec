import { useSignalEffect, type Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { steps as strings } from "#strings/index.ts";
import Icon from "#widgets/Icon.tsx";
import Prose from "#widgets/Prose.tsx";
import { classes } from "#widgets/graph/classes.ts";
import { pressed, type ChosenStep } from "#widgets/steps/step-choice.ts";
import { stepIcons } from "#widgets/steps/step-sign.ts";
import type { LearnerStep, LearnerSteps } from "#grader/verdict.ts";

interface Props {
  steps: LearnerSteps;
  /** What is said where the code is another one by now. */
  stale: string | null;
  /** The step that is pointed at, here or on the graph. */
  chosen: Signal<ChosenStep | null>;
  /** Whether there is a graph to point at them on. */
  onGraph: boolean;
  /** Whether it stands where a button was pressed for it. */
  asked: boolean;
  onGoTo: (line: number) => void;
}

/** The lines of an answer, each with what it is. */
export default function StepsTable({ steps, stale, chosen, onGraph, asked, onGoTo }: Props) {
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked) summary.current?.focus();
  }, []);
  return (
    <details class="hg-details hg-steps" open>
      <summary ref={summary}>{strings.summary}</summary>
      {/* The roles outlive the narrow layout, which takes the table's elements out of table layout. */}
      <table role="table" class="hg-table hg-step-table">
        <caption>
          {strings.caption}
          {stale && <span class="hg-verdict-stale"> {stale}</span>}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">{strings.line}</th>
            <th role="columnheader">{strings.name}</th>
            <th role="columnheader">{strings.state}</th>
            <th role="columnheader">{strings.says}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {steps.lines.map((step, i) => (
            <Row
              key={i}
              step={step}
              place={i}
              chosen={chosen}
              onGraph={onGraph && step.nodes.length > 0}
              onGoTo={onGoTo}
            />
          ))}
        </tbody>
      </table>
    </details>
  );
}

interface RowProps extends Omit<Props, "steps" | "stale" | "asked"> {
  step: LearnerStep;
  place: number;
}

function Row({ step, place, chosen, onGraph, onGoTo }: RowProps) {
  const { line, name, state, says } = step;
  const row = useRef<HTMLTableRowElement>(null);
  const isChosen = chosen.value?.step === place;
  useSignalEffect(() => {
    const { step: at, from } = chosen.value ?? {};
    if (at === place && from === "graph") row.current?.scrollIntoView({ block: "nearest" });
  });
  const label = name === null ? strings.returned : <code>{name}</code>;
  return (
    <tr role="row" ref={row} class={classes(`hg-step-${state}`, isChosen && "hg-step-chosen")}>
      <th role="rowheader" scope="row">
        <button
          type="button"
          class="hg-bare hg-step-press"
          aria-label={strings.goTo(line)}
          onClick={() => onGoTo(line)}
        >
          {line}
        </button>
      </th>
      <td role="cell">
        {onGraph ? (
          <button
            type="button"
            class="hg-bare hg-step-press"
            aria-pressed={isChosen}
            onClick={() => (chosen.value = pressed(chosen.peek(), place, "table"))}
          >
            {label}
          </button>
        ) : (
          label
        )}
      </td>
      <td role="cell" class="hg-step-state">
        {state !== "unknown" && <Icon name={stepIcons[state]} />}
        {strings.states[state]}
      </td>
      <td role="cell">
        <Prose text={says} />
      </td>
    </tr>
  );
}
