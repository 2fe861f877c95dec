import type { Tensor } from "#autodiff/index.ts";
import type { Sampler } from "#exercise/sampler.ts";
import type { Language } from "#reading/language.ts";

/** Source text in both languages. */
export type InBothLanguages = Readonly<Record<Language, string>>;

type Tensors<Names extends string> = Readonly<Record<Names, Tensor>>;

/**
 * Names a step of `forward` as the code shown names it, and gives it back. What is said about a mistake then reads
 * `xhat` where it would spell out the whole expression.
 */
export type NameStep = (name: string, step: Tensor) => Tensor;

/** How a length of an axis is found. */
export type SizeRule<Size extends string = string> =
  readonly [number, number] | ((sizes: Readonly<Record<NoInfer<Size>, number>>) => number);

interface AnyNote<Input extends string> {
  /**
   * What an author has to say of the mistake, after what the grader says of it or in its place: what the answer does, and a question that
   * leads on. Names stand in backquotes, as Python has them.
   */
  says: string;
  /** The input whose gradient it is about; any, if absent. Where there are several, a note on an answer has to name one. */
  of?: Input;
}

/** On a mistake that the grader finds. */
export interface NoteOnMistake<Input extends string = string> extends AnyNote<Input> {
  /** One of the grader's kinds, such as `missing-path`. */
  kind: string;
  /** The step that it is in, as verdicts name it, such as `d(mean)/d(x)`; any, if absent. In a recurrence, whichever time step. */
  at?: string;
}

/** On an answer, for what it returns and however that is computed. */
export interface NoteOnAnswer<Input extends string = string> extends AnyNote<Input> {
  /** What such an answer returns. It is computed only where an answer is wrong. */
  answer: (inputs: Tensors<Input>) => Tensor;
  /** The kind of mistake that it counts as, where the grader finds none in it. */
  kind?: string;
}

export type Note<Input extends string = string> = NoteOnMistake<Input> | NoteOnAnswer<Input>;

/** What an author writes; `exercises/<lesson>/<slug>.ts` exports one as its default. */
export interface ExerciseDefinition<Input extends string = string, Size extends string = string> {
  /** A few words, in sentence case, without the lesson's name. */
  title: string;
  /**
   * Lengths of axes that vary from case to case: the smallest and the largest, or what follows from those written before it, as in
   * `m: ({ n, k }) => n - k + 1`. Where that isn't positive, all of them are drawn again.
   */
  sizes?: Readonly<Record<Size, SizeRule<Size>>>;
  /** How each input of `forward` is drawn. */
  inputs: Readonly<Record<Input, Sampler<Size>>>;
  /** Inputs that every submission is tried on, before the random ones. Arrays as nested lists. */
  edgeCases?: readonly Readonly<Record<Input, Nested>>[];
  /** False for inputs to leave out, such as those near a kink. Sees what was drawn, arrays as nested lists. */
  accepts?: (inputs: Readonly<Record<Input, Nested>>) => boolean;
  /** The truth: a 0-d tensor, differentiated by the engine. */
  forward: (inputs: Tensors<Input>, step: NameStep) => Tensor;
  /** The inputs to differentiate by, in the order in which the learner returns the gradients. */
  wrt: readonly NoInfer<Input>[];
  asks: {
    /** The learner's function in Python; in JavaScript it has the same name in camelCase. */
    name: string;
    /** Its parameters: inputs, or names that `given` computes. */
    params: readonly string[];
    /** Values handed to the learner ready-made, such as an intermediate result. */
    given?: Readonly<Record<string, (inputs: Tensors<Input>) => Tensor>>;
  };
  /** The forward code as the learner sees it; the last function defined must compute `forward`. */
  shown: InBothLanguages;
  solution: InBothLanguages;
  /** From a nudge to nearly the answer. */
  hints: readonly string[];
  /** What a teacher of this exercise says of a mistake and the grader couldn't. The first that fits is shown. */
  notes?: readonly Note<NoInfer<Input>>[];
}

/** A number, or numbers nested in lists. */
export type Nested = number | readonly Nested[];

/** A definition together with its id, the path below `exercises/`. */
export interface Exercise extends ExerciseDefinition {
  id: string;
}

/** Types a definition: the names in `forward`, `wrt` and `edgeCases` must be names of `inputs`. */
export function defineExercise<const Input extends string, const Size extends string = never>(
  definition: ExerciseDefinition<Input, Size>,
): ExerciseDefinition {
  return definition;
}
