import type { ResultRow } from "#cli/grade/result-row.ts";
import type { Format } from "#cli/grade/request.ts";
import { csvRow } from "#cli/grade/csv.ts";
import { jsonLine } from "#cli/visible.ts";
import { verdicts, type Verdict } from "#grader/index.ts";

/** A mistake, and how many learners made it. */
export interface MistakeCount {
  kind: string;
  where: string | null;
  learners: number;
}

/** How a class did at one exercise. */
export interface ExerciseSummary {
  exercise: string;
  /** Learners who submitted an answer. */
  tried: number;
  /** Learners with a correct one. */
  solved: number;
  answers: number;
  verdicts: Record<Verdict, number>;
  /** The commonest first. */
  mistakes: MistakeCount[];
}

interface Tally {
  answers: number;
  verdicts: Record<Verdict, number>;
  learners: Map<string, { solved: boolean }>;
  mistakes: Map<string, { kind: string; where: string | null; learners: Set<string> }>;
}

const emptyTally = (): Tally => ({
  answers: 0,
  verdicts: { correct: 0, incorrect: 0, invalid: 0, timeout: 0 },
  learners: new Map(),
  mistakes: new Map(),
});

/** Counts by exercise, as answers come in. A learner without a name is known by the file. */
export class Summary {
  readonly #tallies = new Map<string, Tally>();

  add({ file, learner, exercise, verdict, diagnosis }: ResultRow): void {
    const tally = this.#tallies.get(exercise) ?? emptyTally();
    this.#tallies.set(exercise, tally);
    const who = learner.trim() === "" ? file : learner.trim();
    tally.answers++;
    tally.verdicts[verdict]++;
    const solved = tally.learners.get(who)?.solved ?? false;
    tally.learners.set(who, { solved: solved || verdict === "correct" });
    if (!diagnosis) return;
    const { kind, where } = diagnosis;
    const key = JSON.stringify([kind, where]);
    const mistake = tally.mistakes.get(key) ?? { kind, where, learners: new Set<string>() };
    tally.mistakes.set(key, mistake);
    mistake.learners.add(who);
  }

  /** By exercise, sorted by id. */
  exercises(): ExerciseSummary[] {
    return [...this.#tallies]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([exercise, { answers, verdicts, learners, mistakes }]) => ({
        exercise,
        tried: learners.size,
        solved: [...learners.values()].filter(({ solved }) => solved).length,
        answers,
        verdicts,
        mistakes: [...mistakes.values()]
          .map((mistake) => ({ ...mistake, learners: mistake.learners.size }))
          .sort((a, b) => b.learners - a.learners),
      }));
  }
}

const shownMistakes = 3;

const mistakesText = (mistakes: readonly MistakeCount[]): string =>
  mistakes
    .slice(0, shownMistakes)
    .map(({ kind, where, learners }) => `${kind}${where === null ? "" : ` at ${where}`} (${learners})`)
    .join(", ");

const columns = ["exercise", "tried", "solved", "answers", ...verdicts, "commonest mistakes"];

function asCsv(summaries: readonly ExerciseSummary[]): string {
  const rows = summaries.map(({ exercise, tried, solved, answers, verdicts: counts, mistakes }) => [
    ...[exercise, tried, solved, answers],
    ...verdicts.map((verdict) => counts[verdict]),
    mistakesText(mistakes),
  ]);
  return [columns, ...rows].map(csvRow).join("");
}

function asText(summaries: readonly ExerciseSummary[]): string {
  const width = Math.max("exercise".length, ...summaries.map(({ exercise }) => exercise.length));
  const line = (exercise: string, tried: string, solved: string, mistakes: string) =>
    `${exercise.padEnd(width)}  ${tried.padStart(6)}  ${solved.padStart(6)}  ${mistakes}`.trimEnd() + "\n";
  return [
    line("exercise", "tried", "solved", "commonest mistakes"),
    ...summaries.map(({ exercise, tried, solved, mistakes }) =>
      line(exercise, String(tried), String(solved), mistakesText(mistakes)),
    ),
  ].join("");
}

/** Tells a summary; as JSON it is a line per exercise. */
export function summaryText(summaries: readonly ExerciseSummary[], format: Format): string {
  switch (format) {
    case "json":
      return summaries.map(jsonLine).join("");
    case "csv":
      return asCsv(summaries);
    case "text":
      return asText(summaries);
  }
}
