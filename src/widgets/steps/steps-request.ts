import { signal, type ReadonlySignal } from "@preact/signals";
import type { LearnerSteps } from "#grader/verdict.ts";
import { steps as strings } from "#strings/index.ts";
import { fetchOnce } from "#widgets/session/fetch-once.ts";
import { createTaskRunner, reasonOf } from "#widgets/session/task-runner.ts";

/** Finds out what the lines of an answer are; null where nothing can be said of any. */
export type ExplainLines<Answer> = (answer: Answer, stopped: AbortSignal) => Promise<LearnerSteps | null>;

/** What a reader has asked for: the lines of an answer that came without them. All of it is read as signals are. */
export interface StepsRequest<Answer> {
  /** What was found for this answer; null where nothing can be said, undefined if nobody has asked. */
  found: (answer: Answer) => LearnerSteps | null | undefined;
  /** Whether this answer is being looked at. */
  busy: (answer: Answer) => boolean;
  /** Why the last question about this answer brought nothing. */
  trouble: (answer: Answer) => string | null;
  ask: (answer: Answer) => Promise<void>;
  stop: () => void;
}

/** What was asked for last is kept, for as long as nothing else is. `load` fetches what it takes to find out. */
export function createStepsRequest<Answer extends object>(
  load: () => Promise<ExplainLines<Answer>>,
): StepsRequest<Answer> {
  const asked = signal<Answer | null>(null);
  const result = signal<LearnerSteps | null | undefined>(undefined);
  const runner = createTaskRunner<ExplainLines<Answer>, "asking", string>(fetchOnce(load), {
    offline: strings.offline,
    stopped: strings.stopped,
    failed: (error) => strings.brokeOff(reasonOf(error)),
  });
  const ifAsked = <Told>(answer: Answer, told: ReadonlySignal<Told>): Told | undefined =>
    asked.value === answer ? told.value : undefined;
  return {
    found: (answer) => ifAsked(answer, result),
    busy: (answer) => (ifAsked(answer, runner.phase) ?? "idle") !== "idle",
    trouble: (answer) => ifAsked(answer, runner.trouble) ?? null,
    stop: runner.stop,

    async ask(answer) {
      if (asked.peek() !== answer) runner.stop();
      asked.value = answer;
      result.value = undefined;
      await runner.start(
        "asking",
        (explain, stopped) => explain(answer, stopped),
        (steps) => (result.value = steps),
      );
    },
  };
}
