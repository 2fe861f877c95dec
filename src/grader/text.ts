/** Values and inputs as short text, for messages. */
import { joinWithAnd, nameIn, type Exercise } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import type { Case } from "#grader/cases.ts";
import { shapeText } from "#grader/messages.ts";
import { nestedText, numberText } from "#graph/number-text.ts";
import type { Value } from "#runtime/runtime.ts";

/** Numbers to six significant digits, `2.5` or `[[1, 2], [3, 4]]`; what isn't numeric in its language's own words. */
export function valueText(value: Value): string {
  switch (value.kind) {
    case "number":
      return numberText(value.value);
    case "array":
      return nestedText(value.shape, value.data);
    case "tuple":
      return `(${value.items.map(valueText).join(", ")})`;
    case "other":
      return value.text;
  }
}

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
