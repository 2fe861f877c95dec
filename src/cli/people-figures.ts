/** What the grader makes of people's answers, counted: how many mistakes it names as a person would, how many right ones it accepts. */
import type { PeoplesAnswer } from "#course/people.ts";
import type { DiagnosisKind, Grade } from "#grader/index.ts";

/** An answer with the label that a person gave it, and what the grader says of it. */
export interface Graded {
  exercise: string;
  answer: PeoplesAnswer;
  grade: Pick<Grade, "verdict" | "diagnosis" | "outputs">;
}

/** The kinds that a grade names, one for each wrong output, or one for the answer as a whole. */
export function kindsIn({ diagnosis, outputs }: Graded["grade"]): DiagnosisKind[] {
  const each = outputs.flatMap((output) => (output.diagnosis ? [output.diagnosis.kind] : []));
  return [...new Set(each.length > 0 ? each : diagnosis ? [diagnosis.kind] : [])];
}

/**
 * What came of one answer: `missed` where the verdict is another than its label; of a mistake whether all that is wrong is `named` by
 * names that fit the label, `misnamed`, or (some of it) `unexplained`; `accepted` of a right answer; `refused` of one that can't be graded.
 */
export type Outcome = "missed" | "named" | "misnamed" | "unexplained" | "accepted" | "refused";

export function outcomeOf({ answer, grade }: Omit<Graded, "exercise">): Outcome {
  if (grade.verdict !== answer.verdict) return "missed";
  if (grade.verdict === "correct") return "accepted";
  if (grade.verdict !== "incorrect") return "refused";
  const kinds = kindsIn(grade);
  if (kinds.length === 0 || kinds.includes("none")) return "unexplained";
  return kinds.every((kind) => answer.kinds.includes(kind)) ? "named" : "misnamed";
}

/** People's answers counted; those whose verdict is a matter of policy are left out. */
export interface PeopleFigures {
  /** Wrong answers that can be graded. */
  wrong: number;
  /** Those that are named fittingly. */
  named: number;
  /** Those that nothing explains. */
  unexplained: number;
  /** Those that are accepted. */
  wrongAccepted: number;
  right: number;
  rightAccepted: number;
}

export function peopleFigures(graded: readonly Graded[]): PeopleFigures {
  const settled = graded.filter(({ answer }) => answer.contested === undefined);
  const wrong = settled.filter(({ answer }) => answer.verdict === "incorrect");
  const right = settled.filter(({ answer }) => answer.verdict === "correct");
  const count = (list: readonly Graded[], outcome: Outcome) =>
    list.filter((each) => outcomeOf(each) === outcome).length;
  return {
    wrong: wrong.length,
    named: count(wrong, "named"),
    unexplained: count(wrong, "unexplained"),
    wrongAccepted: wrong.filter(({ grade }) => grade.verdict === "correct").length,
    right: right.length,
    rightAccepted: count(right, "accepted"),
  };
}

/** The least share of people's mistakes that must be named: it goes up with the grader, and never down. */
export const leastNamedOfPeople = 0.84;
