/** Proves what an exercise's author says of mistakes: for each note there is a wrong answer that it is shown for. */
import { noGrad } from "#autodiff/index.ts";
import type { Exercise, Note, NoteOnAnswer, NoteOnMistake } from "#exercise/index.ts";
import { didYouMean } from "#cli/nearest.ts";
import { sentence } from "#cli/sentence.ts";
import { casesFor, type Case } from "#grader/cases.ts";
import type { Numbers } from "#grader/compare.ts";
import { diagnose } from "#grader/diagnose.ts";
import { numbers, runCase, trueGradients, type ForwardRun } from "#grader/forward-run.ts";
import { isRight } from "#grader/judge.ts";
import { mistakesAbout } from "#grader/mistakes.ts";
import { isKind, isOnAnswer, withNote } from "#grader/notes.ts";
import { diagnosisKinds, type Diagnosis } from "#grader/verdict.ts";

/** A diagnosis without its note, and with it. */
interface Diagnosed {
  general: Diagnosis;
  noted: Diagnosis;
}

/** An exercise with what its notes are tried on. */
interface Trials {
  exercise: Exercise;
  cases: readonly Case[];
  runs: readonly ForwardRun[];
}

const isFinite = ({ data }: Numbers): boolean => data.every(Number.isFinite);

/** What is said of these answers, in Python. */
function diagnosed({ exercise, cases, runs }: Trials, wrt: string, answers: readonly Numbers[]): Diagnosed {
  const wrong = { wrt, answers, truth: trueGradients(runs, wrt) };
  const context = { exercise, language: "python", cases, runs } as const;
  const general = diagnose(wrong, context);
  return { general, noted: withNote(general, wrong, context) };
}

const placed = ({ kind, where }: Diagnosis): string => (where === null ? kind : `${kind} at ${where}`);

function answerProblem(trials: Trials, note: NoteOnAnswer): string | null {
  const { exercise, runs } = trials;
  const [wrt, ...others] = note.of === undefined ? exercise.wrt : [note.of];
  if (others.length > 0)
    return `has an answer, but not to which of the gradients. Name the input by \`of\`: ${exercise.wrt.join(", ")}.`;
  let answers: Numbers[];
  try {
    answers = runs.map(({ inputs }) => numbers(noGrad(() => note.answer(inputs)).to("float64")));
  } catch (error) {
    return `has an answer that can't be computed: ${sentence((error as Error).message)} Mend it.`;
  }
  if (!answers.every(isFinite))
    return "has an answer that is infinite, or not a number, in some case. Such answers aren't graded: take the note out.";
  if (isRight({ answers, truth: trueGradients(runs, wrt!) }))
    return "has an answer that is right in every case. Take the note out, or mend its answer.";
  const { general, noted } = diagnosed(trials, wrt!, answers);
  if (noted.note !== note.says)
    return `is never shown: for its answer the note “${noted.note ?? ""}” stands before it. Put it first, or take it out.`;
  if (general.kind !== "none" && note.kind !== undefined)
    return `has a kind, but the grader finds one itself: ${placed(general)}. Take \`kind\` out.`;
  if (general.kind === "none" && note.kind === undefined)
    return "has an answer in which the grader finds no mistake. Say by `kind` which one it counts as.";
  return null;
}

/** Of the mistakes that the engine can make, one for which the note is shown will do. */
function mistakeProblem(trials: Trials, note: NoteOnMistake): string | null {
  const { exercise, runs } = trials;
  const found = new Set<string>();
  for (const wrt of note.of === undefined ? exercise.wrt : [note.of]) {
    const truth = trueGradients(runs, wrt);
    for (const { answers } of mistakesAbout(exercise, runs, wrt, "python")) {
      if (!answers.every(isFinite) || isRight({ answers, truth })) continue;
      const { general, noted } = diagnosed(trials, wrt, answers);
      if (noted.note === note.says) return null;
      found.add(placed(general));
    }
  }
  const ofKind = [...found].filter((each) => each.split(" ")[0] === note.kind);
  const instead = (ofKind.length > 0 ? ofKind : [...found]).slice(0, 8).join("; ");
  return `is on ${note.kind}${note.at === undefined ? "" : ` at ${note.at}`}, which the grader finds in none of the mistakes that it can make here, unless another note stands before it. It finds: ${instead}. Take one of these, or write the note on an answer.`;
}

function noteProblem(trials: Trials, note: Note): string | null {
  const { wrt } = trials.exercise;
  if (note.says.trim() === "")
    return "says nothing. Write what the answer does, and a question that leads on.";
  if (note.of !== undefined && !wrt.includes(note.of))
    return `is of ${note.of}, which is not in wrt.${didYouMean(note.of, wrt, "Name one that is.")}`;
  if (note.kind !== undefined && !isKind(note.kind))
    return `has the kind ${note.kind}, which there isn't.${didYouMean(note.kind, diagnosisKinds, `There are: ${diagnosisKinds.join(", ")}.`)}`;
  return isOnAnswer(note) ? answerProblem(trials, note) : mistakeProblem(trials, note);
}

/** What is wrong with the notes of an exercise, each with its remedy. */
export function noteProblems(exercise: Exercise): string[] {
  const { notes = [] } = exercise;
  if (notes.length === 0) return [];
  const cases = casesFor(exercise);
  const trials = { exercise, cases, runs: cases.map((each) => runCase(exercise, each)) };
  return notes.flatMap((note, i) => {
    const problem = noteProblem(trials, note);
    return problem === null ? [] : [`notes[${i}] ${problem}`];
  });
}
