/**
 * What took a draft's place: the starter, something from the history, other numbers in a graph exercise, another tab's
 * draft, an imported one, or code that was moved here because it is in this language.
 */
export const replacements = ["reset", "restored", "renewed", "elsewhere", "imported", "moved"] as const;
export type Replacement = (typeof replacements)[number];
