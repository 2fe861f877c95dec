/**
 * What the interface says, in English. A group a widget; what holds a value is a function of it.
 * Lessons are written in `content`, and what the grader says stands in `src/grader/messages.ts`.
 */

export const hints = {
  list: "Hints",
  show: (next: number, count: number) => `Show hint ${next} of ${count}`,
  offline: "The hint could not be fetched. Are you offline? Try again when you are back.",
};
