export { arrayValue, asTensors, casesFor, otherCases, simpleCases, type Case } from "#grader/cases.ts";
export { numbersIn } from "#grader/compare.ts";
export { explainException, isOfText, thrownValue } from "#grader/exceptions/index.ts";
export { gradeOn, gradeSubmission, judge, type Submission } from "#grader/grade.ts";
export { MachineBusy } from "#grader/machine-busy.ts";
export { separability, type SeparabilityReport } from "#grader/separability.ts";
export { inputsText, valueText } from "#grader/text.ts";
export { verdicts } from "#grader/verdict.ts";
export type { CaseRow, Diagnosis, DiagnosisKind, Grade, OutputVerdict, Verdict } from "#grader/verdict.ts";
