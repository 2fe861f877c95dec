export { readAnswer, writeAnswer, type GraphAnswer } from "#grader/graph/graph-answer.ts";
export { drawsOf, drawIndex, wasDrawn, type Draw } from "#grader/graph/draws.ts";
export { blankMistakes, isClose, mostDigits } from "#grader/graph/blank-mistakes.ts";
export {
  gradeGraphAnswer,
  blankLocation,
  type GraphGrade,
  type BlankMark,
  type MarkState,
} from "#grader/graph/grade-graph-answer.ts";
export { fillIn, sheetFor, solve, type Blank, type Question, type Sheet } from "#grader/graph/worksheet.ts";
