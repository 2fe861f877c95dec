/** The proof in figures: per exercise and in all, as the page on grading shows them. */
import { peopleFigures, peoplesLimits, sumOfPeople, type PeopleFigures } from "#cli/people-figures.ts";
import type { Proof } from "#cli/proof-report.ts";

const columns = [
  "mistakes",
  "named",
  "mutants",
  "equivalent",
  "falseAccepts",
  "rewrites",
  "falseRejects",
] as const;

/** The numbers of one exercise, or of all together. */
export type Figures = { exercise: string; people: PeopleFigures } & Record<(typeof columns)[number], number>;

/** The figures of the course, as they are kept in `content/grading-report.json`. */
export interface ProofReport {
  exercises: readonly Figures[];
  total: Figures;
}

/** The figures of what was tried on one exercise. */
export const figuresOf = ({ exercise, mistakes, people, ...proof }: Proof): Figures => ({
  exercise,
  mistakes: mistakes.tried,
  named: mistakes.named,
  people: peopleFigures(people),
  mutants: proof.mutants,
  equivalent: proof.equivalent,
  falseAccepts: mistakes.accepted.length + proof.falseAccepts.length,
  rewrites: proof.rewrites,
  falseRejects: proof.falseRejects.length,
});

/** The figures of these exercises, and their sums under the name `total`. */
export function reportOf(proofs: readonly Proof[]): ProofReport {
  const exercises = proofs.map(figuresOf);
  const total = { exercise: "total", people: sumOfPeople(exercises.map(({ people }) => people)) } as Figures;
  for (const column of columns) total[column] = exercises.reduce((sum, each) => sum + each[column], 0);
  return { exercises, total };
}

/** The least share of the engine's mistakes that must be named. */
const leastNamed = 0.95;

/** What must hold of people's answers in all. */
const holdsForPeople = ({ wrong, named, missed }: PeopleFigures): boolean =>
  missed <= peoplesLimits.mostMissed && named >= peoplesLimits.leastNamed * wrong;

/** What must hold: nothing wrong accepted, nothing right rejected, nearly every mistake named. */
export const holds = ({ total }: ProofReport): boolean =>
  total.falseAccepts === 0 &&
  total.falseRejects === 0 &&
  total.named >= leastNamed * total.mistakes &&
  holdsForPeople(total.people);

const row = (cells: readonly string[], width: number): string =>
  `${cells.map((cell, i) => (i === 0 ? cell.padEnd(width) : cell.padStart(12))).join("")}\n`;

/** The first line of the table: first what the grader names and accepts, then what was tried for that. */
export const headingText = (width: number): string =>
  row(["", "engine's", "people's", "right of", "", "", "", "", ""], width) +
  row(["", "named", "named", "people's", "mutants", "equivalent", "accepted", "rewrites", "rejected"], width);

const of = (part: number, whole: number): string => (whole === 0 ? "–" : `${part} of ${whole}`);

/** A line of the table. */
export function figuresText({ exercise, people, ...figures }: Figures, width: number): string {
  const named = [
    of(figures.named, figures.mistakes),
    of(people.named, people.wrong),
    of(people.rightAccepted, people.right),
  ];
  const tried = columns.slice(2).map((column) => String(figures[column]));
  return row([exercise, ...named, ...tried], width);
}
