import type { Written } from "#learner/attempt.ts";

/**
 * What took a draft's place: the starter, something from the history, other numbers in a graph exercise, another tab's
 * draft, an imported one, or code that was moved here because it is in this language.
 */
export const replacements = ["reset", "restored", "renewed", "elsewhere", "imported", "moved"] as const;
export type Replacement = (typeof replacements)[number];

/** A draft that something took the place of, so that it can be had again. */
export interface KeptDraft extends Written {
  /** ISO 8601, in UTC. */
  keptAt: string;
  why: Replacement;
}

/** A text that something takes the place of, as the history has it. */
export const replacedDraft = (
  { exercise, language, code }: Written,
  why: Replacement,
  at: Date,
): KeptDraft => ({ exercise, language, code, keptAt: at.toISOString(), why });
