export { arrayValue, asTensors, casesFor, type Case } from "#grader/cases.ts";
export { numbersIn } from "#grader/compare.ts";
export { gradeSubmission, judge, type Submission } from "#grader/grade.ts";
export { separability, type SeparabilityReport } from "#grader/separability.ts";
export { valueText } from "#grader/text.ts";
export type { CaseRow, Diagnosis, DiagnosisKind, Grade, OutputVerdict, Verdict } from "#grader/verdict.ts";
