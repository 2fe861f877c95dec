/**
 * The interface's language. Another one is a file beside `en.ts` with the same exports, which this line then names:
 * whatever it lacks, the type checker finds where it is used.
 */
export * from "#strings/en.ts";
