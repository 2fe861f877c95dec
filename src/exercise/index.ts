export {
  defineExercise,
  type Exercise,
  type ExerciseDefinition,
  type InBothLanguages,
  type NameStep,
  type Nested,
  type Note,
  type NoteOnAnswer,
  type NoteOnMistake,
} from "#exercise/exercise.ts";
export {
  defineGraphExercise,
  isGraphExercise,
  type GraphExercise,
  type GraphExerciseDefinition,
} from "#exercise/graph-exercise.ts";
export { runForward } from "#exercise/forward.ts";
export { joinWithAnd, nameIn } from "#exercise/names.ts";
export {
  awayFromZero,
  integer,
  oneHot,
  uniform,
  type Random,
  type Range,
  type Sampler,
} from "#exercise/sampler.ts";
export { starter } from "#exercise/starter.ts";
