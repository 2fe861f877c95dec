export {
  defineExercise,
  type Exercise,
  type ExerciseDefinition,
  type InBothLanguages,
  type Language,
  type Nested,
} from "#exercise/exercise.ts";
export { listed, nameIn } from "#exercise/names.ts";
export { awayFromZero, integer, uniform, type Random, type Sampler } from "#exercise/sampler.ts";
export { starter } from "#exercise/starter.ts";
