import fc from "fast-check";

/**
 * Properties are tried on the same random values every time, so that a failure belongs to the change that it is seen with.
 * `HANDGRAD_SEED=7 HANDGRAD_RUNS=5000 npx vitest run` tries others, and more.
 */
const { HANDGRAD_SEED = "1", HANDGRAD_RUNS = "100" } = process.env;
fc.configureGlobal({ seed: Number(HANDGRAD_SEED), numRuns: Number(HANDGRAD_RUNS) });
