/**
 * What the interface says, in English. A file a topic, a group a widget; what holds a value is a function of it. What few pages say
 * is fetched with those pages. Lessons are written in `content`, and what the grader says stands in `src/grader/messages.ts`.
 */
export * from "#strings/en/cell.ts";
export * from "#strings/en/compare.ts";
export * from "#strings/en/controls.ts";
export * from "#strings/en/descent.ts";
export * from "#strings/en/exercise.ts";
export * from "#strings/en/graph.ts";
export * from "#strings/en/language.ts";
export * from "#strings/en/notebook.ts";
export * from "#strings/en/page.ts";
export * from "#strings/en/playground.ts";
export * from "#strings/en/plot.ts";
export * from "#strings/en/record.ts";
export * from "#strings/en/shapes.ts";
export * from "#strings/en/sign.ts";
export * from "#strings/en/slope.ts";
export * from "#strings/en/staged.ts";
export * from "#strings/en/steps.ts";
export * from "#strings/en/storage.ts";
export * from "#strings/en/unrolled.ts";
export * from "#strings/en/verdict.ts";
