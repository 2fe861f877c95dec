import type { AnswerLanguage } from "#learner/attempt.ts";

/** How dates and numbers are written. */
export const locale = "en-GB";

export const languageNames = {
  python: "Python",
  javascript: "JavaScript",
  graph: "On the graph",
} satisfies Record<AnswerLanguage, string>;
