import { useSignal, useSignalEffect, type Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { steps as stepStrings, wrongStep as strings } from "#strings/index.ts";
import type { LearnerSteps } from "#grader/verdict.ts";
import type { DrawnMistake } from "#widgets/graph/drawn-mistake.ts";
import type { ChosenStep } from "#widgets/steps/step-choice.ts";

interface Props {
  draw: () => Promise<DrawnMistake | null>;
  /** The answer's own steps, lit where they belong. */
  steps: LearnerSteps | undefined;
  chosen: Signal<ChosenStep | null>;
  /** Whether there is a step on it that went wrong. */
  isWrong: boolean;
  /** Whether to show it unasked. */
  open: boolean;
}

/** The graph of an answer, fetched when it is looked at: by unfolding it, or by pointing at one of its steps. */
export default function WrongStep({ draw, steps, chosen, isWrong, open }: Props) {
  const looking = useSignal(open);
  const content = useSignal<ComponentChildren>(null);
  const fetching = useRef(false);

  useSignalEffect(() => {
    if (chosen.value?.from === "table") looking.value = true;
    if (!looking.value || fetching.current) return;
    fetching.current = true;
    void show(draw, steps, chosen).then(
      (graph) => (content.value = graph),
      () => (content.value = <p>{strings.offline}</p>),
    );
  });

  return (
    <details
      class="hg-box hg-details hg-wrong-step"
      open={looking.value}
      onToggle={(event) => (looking.value = event.currentTarget.open)}
    >
      <summary>{isWrong ? strings.summary : stepStrings.onGraph}</summary>
      {content.value}
    </details>
  );
}

async function show(
  draw: Props["draw"],
  steps: LearnerSteps | undefined,
  chosen: Signal<ChosenStep | null>,
): Promise<ComponentChildren> {
  const [mistake, { default: ExerciseGraph }] = await Promise.all([
    draw(),
    import("#widgets/graph/ExerciseGraph.tsx"),
  ]);
  return mistake ? (
    <ExerciseGraph mistake={mistake} steps={steps} chosen={chosen} />
  ) : (
    <p>{strings.notDrawn}</p>
  );
}
