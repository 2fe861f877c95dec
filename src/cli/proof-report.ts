/** Puts the grader to the proof: wrong answers that must not pass, right ones that must, and mistakes that must be named. */
import { writeFile } from "node:fs/promises";
import { gradeAnswers, peopleText } from "#cli/people-report.ts";
import type { Graded } from "#cli/people-figures.ts";
import { figuresOf, figuresText, headingText, holds, reportOf } from "#cli/proof-figures.ts";
import { runPrograms, type ProgramResult } from "#cli/batch.ts";
import { courseRoot, loadExercise } from "#course/files.ts";
import { peoplesAnswers, type PeoplesAnswer } from "#course/people.ts";
import { nameIn, type Exercise } from "#exercise/index.ts";
import { languages, type Language } from "#reading/language.ts";
import { casesFor, otherCases, randomFor, type Case } from "#grader/cases.ts";
import { runCase, trueGradients } from "#grader/forward-run.ts";
import { callFor } from "#grader/call-request.ts";
import { gradeAgainst } from "#grader/judge.ts";
import { MachineBusy } from "#grader/machine-busy.ts";
import { manyMutations } from "#grader/proof/mutations.ts";
import { nameMistakes, type Naming } from "#grader/proof/naming.ts";
import { manyRewrites } from "#grader/proof/rewrites.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import { timeLimits, type TimeLimits } from "#runtime/limits.ts";
import type { Runtime } from "#runtime/runtime.ts";

/** What was tried on one exercise, and what came of it. */
export interface Proof {
  exercise: string;
  mistakes: Naming;
  /** What people answer, graded. */
  people: readonly Graded[];
  /** Programs that differ from the solution by a slip. */
  mutants: number;
  /** Those of them that turn out to compute the derivative all the same. */
  equivalent: number;
  /** Those that are accepted though they differ from the truth somewhere. */
  falseAccepts: readonly string[];
  /** Programs that compute the derivative in another way. */
  rewrites: number;
  falseRejects: readonly string[];
  /** Programs that were still running when their time was up, which proves nothing. */
  unfinished: readonly string[];
}

/** How much is tried on each exercise, in each language. */
export interface Effort {
  mutants: number;
  rewrites: number;
}

/** Many programs share a run, and none of them is a learner's. */
export const proofTimes: TimeLimits = { ...timeLimits, call: 20_000 };

export const thorough: Effort = { mutants: 200, rewrites: 40 };

/** Points beyond the graded cases at which a mutant that was accepted is compared with the truth. */
const randomPoints = 200;

/** The parameters that are arrays, by their names in that language. */
const arraysOf = ({ asks }: Exercise, language: Language, [first]: readonly Case[]): Set<string> =>
  new Set(
    asks.params.filter((_, i) => first!.args[i]!.kind === "array").map((param) => nameIn(language, param)),
  );

/** Tries an exercise's mistakes, mutants and rewrites, and people's answers, in a runtime that gives them `proofTimes`. */
export async function prove(
  exercise: Exercise,
  runtime: Runtime,
  effort: Effort,
  answers: readonly PeoplesAnswer[] = [],
): Promise<Proof> {
  const cases = casesFor(exercise);
  const others = otherCases(exercise, randomPoints);
  const truthOver = (list: readonly Case[]) => {
    const runs = list.map((each) => runCase(exercise, each));
    return exercise.wrt.map((wrt) => trueGradients(runs, wrt));
  };
  const truth = truthOver(cases);
  const accepts = (returned: ProgramResult) =>
    typeof returned !== "string" && gradeAgainst(exercise, cases, truth, returned) === "correct";
  const proofs = await Promise.all(
    languages.map(async (language) => {
      const code = exercise.solution[language];
      const arrays = arraysOf(exercise, language, cases);
      const random = randomFor(`${exercise.id} ${language}`);
      const run = (programs: readonly string[], on: readonly Case[], size?: number) =>
        runPrograms(programs, callFor(exercise, { language, code }, on), runtime, size);

      const rewrites = manyRewrites(code, language, arrays, effort.rewrites, random);
      const mutants = manyMutations(code, language, arrays, effort.mutants, random);
      const returned = await run([...rewrites, ...mutants], cases);
      const passes = returned.map(accepts);
      const accepted = mutants.filter((_, i) => passes[rewrites.length + i]);
      const elsewhere = await run(accepted, others, 8);
      const otherTruth = accepted.length > 0 ? truthOver(others) : [];
      const equivalent = elsewhere.map(
        (each) => typeof each !== "string" && gradeAgainst(exercise, others, otherTruth, each) === "correct",
      );
      return {
        rewrites: rewrites.length,
        falseRejects: rewrites.filter((_, i) => !passes[i] && returned[i] !== "unfinished"),
        mutants: mutants.length,
        equivalent: equivalent.filter(Boolean).length,
        falseAccepts: accepted.filter((_, i) => !equivalent[i] && elsewhere[i] !== "unfinished"),
        unfinished: [
          ...[...rewrites, ...mutants].filter((_, i) => returned[i] === "unfinished"),
          ...accepted.filter((_, i) => elsewhere[i] === "unfinished"),
        ],
      };
    }),
  );
  const sum = (count: (proof: (typeof proofs)[number]) => number) =>
    proofs.reduce((total, proof) => total + count(proof), 0);
  return {
    exercise: exercise.id,
    mistakes: nameMistakes(exercise),
    people: await gradeAnswers(exercise, answers, runtime),
    mutants: sum(({ mutants }) => mutants),
    equivalent: sum(({ equivalent }) => equivalent),
    falseAccepts: proofs.flatMap(({ falseAccepts }) => falseAccepts),
    rewrites: sum(({ rewrites }) => rewrites),
    falseRejects: proofs.flatMap(({ falseRejects }) => falseRejects),
    unfinished: proofs.flatMap(({ unfinished }) => unfinished),
  };
}

const details = ({ mistakes, people, falseAccepts, falseRejects, unfinished }: Proof): string =>
  [
    ...mistakes.unnamed.map((text) => `not named: ${text}`),
    ...mistakes.accepted.map((text) => `accepted: ${text}`),
    ...falseAccepts.map((code) => `accepted:\n${code}`),
    ...falseRejects.map((code) => `rejected:\n${code}`),
    ...people.map(peopleText).filter((text) => text !== null),
    ...unfinished.map((code) => `still running after ${proofTimes.call / 1000} seconds:\n${code}`),
  ]
    .map((text) => `${text.trimEnd().replaceAll(/^/gm, "    ")}\n`)
    .join("");

const reportFile = `${courseRoot}content/grading-report.json`;

/** Prints the proof of these exercises as a table. Returns the exit code: 1 if it fails, or can't be completed. */
export async function report(ids: readonly string[], { write }: { write: boolean }): Promise<number> {
  const width = Math.max(...ids.map(({ length }) => length), 10) + 2;
  process.stdout.write(headingText(width));
  const runtime = createNodeRuntime({ warm: false, times: proofTimes });
  const proofs: Proof[] = [];
  try {
    for (const id of ids) {
      const answers = await peoplesAnswers(id);
      const proof = await prove(await loadExercise(id), runtime, thorough, answers);
      proofs.push(proof);
      process.stdout.write(figuresText(figuresOf(proof), width) + details(proof));
    }
  } catch (error) {
    if (!(error instanceof MachineBusy)) throw error;
    process.stderr.write(`The proof broke off: ${error.message}. Begin it again.\n`);
    return 1;
  } finally {
    runtime.close();
  }
  const result = reportOf(proofs);
  process.stdout.write(figuresText(result.total, width));
  if (proofs.some(({ unfinished }) => unfinished.length > 0)) {
    process.stderr.write("Some programs did not end, so that the proof is not complete.\n");
    return 1;
  }
  if (write) await writeFile(reportFile, `${JSON.stringify(result, null, 2)}\n`);
  return holds(result) ? 0 : 1;
}
