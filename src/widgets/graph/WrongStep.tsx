import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { wrongStep as say } from "#strings/index.ts";
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
      () => (content.value = <p>{say.offline}</p>),
    );
  }, [looking.value]);

  return (
    <details
      class="hg-wrong-step"
      open={open}
      onToggle={(event) => (looking.value = event.currentTarget.open)}
    >
      <summary>{say.summary}</summary>
      {content.value}
    </details>
  );
}

async function show(exercise: string, grade: Grade): Promise<ComponentChildren> {
  const [{ loadMistake }, { default: ExerciseGraph }] = await Promise.all([
    import("#widgets/graph/mistake.ts"),
    import("#widgets/graph/ExerciseGraph.tsx"),
  ]);
  const mistake = await loadMistake(exercise, grade);
  return mistake && <ExerciseGraph mistake={mistake} />;
}
