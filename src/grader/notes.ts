/** What the author of an exercise says of a mistake, beside what the grader says. */
import { noGrad } from "#autodiff/index.ts";
import { nameIn, type Note, type NoteOnAnswer } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import { comesOut } from "#grader/explanations/explanation.ts";
import { numbers } from "#grader/forward-run.ts";
import type { Context, WrongAnswer } from "#grader/diagnose.ts";
import { diagnosisKinds, type Diagnosis, type DiagnosisKind, type FoundDiagnosis } from "#grader/verdict.ts";

/** Whether a note is on an answer, by what it returns. */
export const isOnAnswer = (note: Note): note is NoteOnAnswer => "answer" in note;

/** Whether there is a kind of mistake of this name. */
export const isKind = (kind: string): kind is DiagnosisKind =>
  (diagnosisKinds as readonly string[]).includes(kind);

/** Whether a learner's answer is what the note's returns, in every case. */
function isAnswered({ answer }: NoteOnAnswer, { answers }: WrongAnswer, { runs }: Context): boolean {
  return comesOut({ answers, order: [...runs.keys()] }, (i) =>
    numbers(noGrad(() => answer(runs[i]!.inputs)).to("float64")),
  );
}

/** Whether a mistake's place is this one, in whichever time step. */
const isAt = (where: string | null, at: string): boolean =>
  where === at || (where?.endsWith(`, ${at}`) ?? false);

/** The first note that fits, those on answers before those on mistakes. */
function noteOn(diagnosis: Diagnosis, wrong: WrongAnswer, context: Context): Note | undefined {
  const { exercise, language } = context;
  const notes = (exercise.notes ?? []).filter(({ of }) => of === undefined || of === wrong.wrt);
  return (
    notes.find((note) => isOnAnswer(note) && isAnswered(note, wrong, context)) ??
    notes.find(
      (note) =>
        !isOnAnswer(note) &&
        note.kind === diagnosis.kind &&
        (note.at === undefined || isAt(diagnosis.where, nameIn(language, note.at))),
    )
  );
}

/** A note's text with the names of its code as the language writes them. */
const saidIn = (language: Language, says: string): string =>
  says.replace(/`[^`]*`/g, (code) => nameIn(language, code));

/** What a message says before it asks. */
export const withoutQuestion = (message: string): string =>
  message
    .split(/(?<=[.?!]) (?=[A-Z`])/)
    .filter((sentence) => !sentence.endsWith("?"))
    .join(" ");

/** The diagnosis with what the author of the exercise says of such a mistake, if anything. Of two questions, the author's stays. */
export function withNote(diagnosis: FoundDiagnosis, wrong: WrongAnswer, context: Context): FoundDiagnosis {
  const note = noteOn(diagnosis, wrong, context);
  if (!note) return diagnosis;
  const says = saidIn(context.language, note.says);
  const isUnexplained = diagnosis.kind === "none";
  const general = isUnexplained
    ? ""
    : says.endsWith("?")
      ? withoutQuestion(diagnosis.message)
      : diagnosis.message;
  const { kind } = note;
  return {
    ...diagnosis,
    ...(isUnexplained && kind !== undefined && isKind(kind) && { kind }),
    message: general === "" ? says : `${general} ${says}`,
    note: says,
  };
}
