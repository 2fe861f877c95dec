/** What the grader makes of people's answers, counted: how many mistakes it names as a person would, how many right ones it accepts. */
import type { PeoplesAnswer } from "#course/people.ts";
import type { DiagnosisKind, Grade } from "#grader/index.ts";

/** An answer with the label that a person gave it, and what the grader says of it. */
export interface Graded {
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

/** What came of this answer. */
export function outcomeOf({ answer, grade }: Graded): Outcome {
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
  /** Those that are accepted. */
  wrongAccepted: number;
  right: number;
  rightAccepted: number;
  /** Answers of any kind whose verdict is another than their label. */
  missed: number;
  /** The notes of mistakes that nothing explains, and of those that are called by a name that doesn't fit. */
  unexplained: readonly string[];
  misnamed: readonly string[];
}

/** Counts these answers. */
export function peopleFigures(graded: readonly Graded[]): PeopleFigures {
  const settled = graded.filter(({ answer }) => answer.contested === undefined);
  const wrong = settled.filter(({ answer }) => answer.verdict === "incorrect");
  const right = settled.filter(({ answer }) => answer.verdict === "correct");
  const withOutcome = (list: readonly Graded[], outcome: Outcome) =>
    list.filter((each) => outcomeOf(each) === outcome);
  const notes = (outcome: Outcome) => withOutcome(wrong, outcome).map(({ answer }) => answer.note);
  return {
    wrong: wrong.length,
    named: withOutcome(wrong, "named").length,
    wrongAccepted: wrong.filter(({ grade }) => grade.verdict === "correct").length,
    right: right.length,
    rightAccepted: withOutcome(right, "accepted").length,
    missed: withOutcome(settled, "missed").length,
    unexplained: notes("unexplained"),
    misnamed: notes("misnamed"),
  };
}

/** Figures of several exercises as those of one, without the notes. */
export const sumOfPeople = (figures: readonly PeopleFigures[]): PeopleFigures => {
  const sum = (column: "wrong" | "named" | "wrongAccepted" | "right" | "rightAccepted" | "missed") =>
    figures.reduce((total, each) => total + each[column], 0);
  return {
    wrong: sum("wrong"),
    named: sum("named"),
    wrongAccepted: sum("wrongAccepted"),
    right: sum("right"),
    rightAccepted: sum("rightAccepted"),
    missed: sum("missed"),
    unexplained: [],
    misnamed: [],
  };
};

/** What must hold of people's answers in all. These limits go with the grader, and never back. */
export const peoplesLimits = {
  /** The least share of mistakes that must be named. */
  leastNamed: 0.95,
  /** So many answers may be given a verdict that is wrong; `tests/people/open.ts` says which. */
  mostMissed: 0,
};
