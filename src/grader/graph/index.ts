export { readAnswer, writeAnswer, type GraphAnswer } from "#grader/graph/answer.ts";
export { drawsOf, placeAmong, type Draw } from "#grader/graph/draws.ts";
export { mistakesAt, same } from "#grader/graph/explain.ts";
export {
  gradeGraphAnswer,
  placeOf,
  type GraphGrade,
  type Mark,
  type MarkState,
} from "#grader/graph/grade.ts";
export { fillIn, sheetFor, solve, type Blank, type Question, type Sheet } from "#grader/graph/sweep.ts";
