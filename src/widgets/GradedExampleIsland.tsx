import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { controls, gradedExample as strings } from "#strings/index.ts";
import CodeEditor from "#widgets/CodeEditor.tsx";
import VerdictPanel from "#widgets/VerdictPanel.tsx";
import { createExerciseSession } from "#widgets/exercise-session.ts";
import { createMemoryStore } from "#learner/memory-store.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";
import { useStoppedWithPage } from "#widgets/when-left.ts";
import type { Grade } from "#grader/verdict.ts";

interface Props {
  /** The exercise's id. */
  id: string;
  code: string;
  /** The verdict on it. */
  grade: Grade;
  /** The code, highlighted. */
  children?: ComponentChildren;
}

const runKeys = ["Mod-Enter"];

/** An answer that can be changed and graded again. Nothing of it is kept. */
export default function GradedExampleIsland({ id, code, grade, children }: Props) {
  const [session] = useState(() => {
    const store = createMemoryStore();
    return createExerciseSession(
      id,
      { python: code, javascript: "" },
      {
        loadGrading: async (exercise) => (await import("#widgets/grading.ts")).loadGrading(exercise),
        store: () => store,
        now: () => new Date(),
      },
    );
  });
  const hydrated = useHydrated();
  useStoppedWithPage(session.stop);
  const work = session.work.python;
  const attempt = work.attempt.value;
  const edited = attempt ? work.edited.value : work.code.value !== code;
  const trouble = session.trouble.value;
  const submit = () => void session.submit("python");

  return (
    <div class="hg-stack-loose hg-exercise-work not-content">
      <p class="hg-label">{strings.answer}</p>
      <CodeEditor
        label={strings.label}
        language="python"
        code={work.code}
        initial={code}
        still={children}
        runKeys={runKeys}
        wrongLine={edited ? null : (attempt?.grade.line ?? null)}
        onEdit={(text) => session.edit("python", text)}
        onRun={submit}
      />
      <div class="hg-row hg-actions">
        <button
          type="button"
          class="hg-button"
          disabled={!hydrated}
          aria-disabled={session.phase.value !== "idle"}
          onClick={submit}
        >
          {strings.again}
        </button>
        <span class="hg-remark" role="status">
          {session.phase.value !== "idle" && controls.grading}
        </span>
      </div>
      <div role="status" aria-live={attempt ? "polite" : "off"}>
        {trouble ? (
          <p class="hg-callout">{trouble.message}</p>
        ) : (
          <VerdictPanel grade={attempt?.grade ?? grade} edited={edited} />
        )}
      </div>
    </div>
  );
}
