export { callFor, outputsOf, type Submission } from "#grader/call-request.ts";
export {
  arrayValue,
  asTensors,
  casesFor,
  courseSeed,
  freshCases,
  knownSeed,
  otherCases,
  simpleCases,
  type Case,
} from "#grader/cases.ts";
export { numbersIn } from "#grader/compare.ts";
export { explainException, isOfText, thrownValue } from "#grader/exceptions/index.ts";
export { gradeOn, gradeSubmission } from "#grader/grade-submission.ts";
export { judge } from "#grader/judge.ts";
export type { Repair } from "#grader/repairs/find-repair.ts";
export { regradeSubmission } from "#grader/regrade.ts";
export { MachineBusy } from "#grader/machine-busy.ts";
export { separability, type SeparabilityReport } from "#grader/separability.ts";
export { inputsText } from "#grader/inputs-text.ts";
export { stepsOf } from "#grader/steps/steps-of.ts";
export { valueText } from "#grader/value-text.ts";
export { verdicts } from "#grader/verdict.ts";
export type {
  CaseRow,
  Diagnosis,
  DiagnosisKind,
  Grade,
  LearnerStep,
  LearnerSteps,
  OutputVerdict,
  Verdict,
} from "#grader/verdict.ts";
