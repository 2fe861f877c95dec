import type { CatalogueExercise, CatalogueLesson } from "#course/catalogue.ts";
import { moment, type LearnerRecord, type Standing } from "#learner/record.ts";

/** How much of some exercises is done. */
export function countOf(
  ids: readonly string[],
  standings: ReadonlyMap<string, Standing>,
): { solved: number; tried: number } {
  const all = ids.map((id) => standings.get(id));
  return {
    solved: all.filter((standing) => standing === "solved").length,
    tried: all.filter((standing) => standing === "tried").length,
  };
}

/** The exercise that was worked at last. A time in the future is a clock's mistake and counts as none. */
export function latestExercise({ drafts, attempts }: LearnerRecord, now: Date): string | null {
  let latest: { exercise: string; at: number } | null = null;
  const visit = (exercise: string, time: string | null) => {
    const at = moment(time) <= now.getTime() ? moment(time) : 0;
    if (!latest || at >= latest.at) latest = { exercise, at };
  };
  for (const { exercise, savedAt } of drafts) visit(exercise, savedAt);
  for (const { exercise, submittedAt } of attempts) visit(exercise, submittedAt);
  return (latest as { exercise: string } | null)?.exercise ?? null;
}

export interface Next {
  lesson: CatalogueLesson;
  exercise: CatalogueExercise;
}

/** What to do next: the exercise worked at last, or the first after it that isn't solved. Null if all are. */
export function nextOf(
  catalogue: readonly CatalogueLesson[],
  standings: ReadonlyMap<string, Standing>,
  latest: string | null,
): Next | null {
  const all = catalogue.flatMap((lesson) => lesson.exercises.map((exercise) => ({ lesson, exercise })));
  const start = Math.max(
    0,
    all.findIndex(({ exercise }) => exercise.id === latest),
  );
  const ahead = [...all.slice(start), ...all.slice(0, start)];
  return ahead.find(({ exercise }) => standings.get(exercise.id) !== "solved") ?? null;
}
