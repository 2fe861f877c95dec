/** Inputs as short text, for messages. */
import { joinWithAnd, nameIn, type Exercise } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import type { Case } from "#grader/cases.ts";
import { shapeText } from "#grader/messages.ts";
import { valueText } from "#grader/value-text.ts";

/** `x = 1, y_actual = 10`, by the names of the learner's parameters. */
export const inputsText = ({ asks }: Exercise, { args }: Case, language: Language): string =>
  asks.params.map((param, i) => `\`${nameIn(language, param)} = ${valueText(args[i]!)}\``).join(", ");

/** As long as that, inputs can be read in a sentence. */
const longest = 90;

/** The same; with shapes in place of long arrays. */
export function inputsBrief(exercise: Exercise, each: Case, language: Language): string {
  const text = inputsText(exercise, each, language);
  if (text.length <= longest) return text;
  return joinWithAnd(
    exercise.asks.params.map((param, i) => {
      const value = each.args[i]!;
      const name = nameIn(language, param);
      return value.kind === "array"
        ? `\`${name}\` of shape ${shapeText(value.shape)}`
        : `\`${name} = ${valueText(value)}\``;
    }),
  );
}
