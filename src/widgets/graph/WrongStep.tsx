import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { wrongStep as strings } from "#strings/index.ts";
import type { Grade } from "#grader/verdict.ts";

interface Props {
  exercise: string;
  grade: Grade;
  /** Whether to show it unasked. */
  open: boolean;
}

/** The graph of a wrong answer, fetched when it is looked at. */
export default function WrongStep({ exercise, grade, open }: Props) {
  const looking = useSignal(open);
  const content = useSignal<ComponentChildren>(null);

  useEffect(() => {
    if (!looking.value || content.peek() !== null) return;
    void show(exercise, grade).then(
      (graph) => (content.value = graph),
      () => (content.value = <p>{strings.offline}</p>),
    );
  }, [looking.value]);

  return (
    <details
      class="hg-box hg-details hg-wrong-step"
      open={open}
      onToggle={(event) => (looking.value = event.currentTarget.open)}
    >
      <summary>{strings.summary}</summary>
      {content.value}
    </details>
  );
}

async function show(exercise: string, grade: Grade): Promise<ComponentChildren> {
  const [{ loadDrawnMistake }, { default: ExerciseGraph }] = await Promise.all([
    import("#widgets/graph/drawn-mistake.ts"),
    import("#widgets/graph/ExerciseGraph.tsx"),
  ]);
  const mistake = await loadDrawnMistake(exercise, grade);
  return mistake && <ExerciseGraph mistake={mistake} />;
}
