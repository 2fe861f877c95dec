import { availableParallelism } from "node:os";
import { readArguments } from "#cli/arguments.ts";
import type { Shard } from "#cli/grade/shard.ts";
import { courseSeed, knownSeed } from "#grader/index.ts";
import { UsageError } from "#cli/usage.ts";

export type Format = "text" | "json" | "csv";

/** What `handgrad grade` was asked to do. */
export interface GradeRequest {
  /** Files, and folders to be searched. */
  paths: readonly string[];
  format: Format;
  /** A line per exercise in place of one per answer. */
  summary: boolean;
  /** So many answers are graded at once. */
  jobs: number;
  shard: Shard | null;
  /** That of the fresh cases; `knownSeed` for none. */
  seed: number;
  /** The file that verdicts are kept in. */
  out: string | null;
  /** Whether to take from it what an earlier run has kept. */
  resume: boolean;
  /** Whether to say of every line of an answer what it is. */
  steps: boolean;
}

function jobsFrom(text: string): number {
  const jobs = Number(text);
  if (!/^\d+$/.test(text) || jobs < 1) throw new UsageError(`--jobs ${text}: give a whole number from 1 on.`);
  return jobs;
}

function seedFrom(text: string): number {
  const seed = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(seed))
    throw new UsageError(`--seed ${text}: give a whole number, or ${knownSeed} for the page's cases alone.`);
  return seed;
}

function shardFrom(text: string): Shard {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
  if (index === undefined || count === undefined || index < 1 || index > count) {
    throw new UsageError(`--shard ${text}: give the part and how many there are, from 1/4 to 4/4 for four.`);
  }
  return { index, count };
}

/** Reads the arguments of `handgrad grade`. Throws a UsageError if they can't be understood. */
export function readRequest(args: readonly string[]): GradeRequest {
  const { flags, options, operands } = readArguments(
    "grade",
    args,
    ["json", "csv", "summary", "resume", "steps"],
    { out: "FILE", jobs: "N", shard: "I/N", seed: "N" },
  );
  if (flags.json && flags.csv) throw new UsageError("Choose one of --json and --csv.");
  if (flags.resume && options.out === undefined) {
    throw new UsageError(
      "--resume goes with --out FILE, the file in which the earlier run kept its verdicts.",
    );
  }
  if (flags.steps && options.out === undefined && (!flags.json || flags.summary)) {
    throw new UsageError("--steps goes with --json or --out FILE: steps are told in lines of JSON only.");
  }
  if (operands.length === 0) {
    throw new UsageError("handgrad grade needs at least one file of exported answers, or a folder of them.");
  }
  return {
    paths: operands,
    format: flags.json ? "json" : flags.csv ? "csv" : "text",
    summary: flags.summary,
    jobs: options.jobs === undefined ? availableParallelism() : jobsFrom(options.jobs),
    shard: options.shard === undefined ? null : shardFrom(options.shard),
    seed: options.seed === undefined ? courseSeed : seedFrom(options.seed),
    out: options.out ?? null,
    resume: flags.resume,
    steps: flags.steps,
  };
}
