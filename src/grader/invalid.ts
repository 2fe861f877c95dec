/** Answers that can't be graded: what is wrong with them, where, and what to do about it. */
import { distance } from "fastest-levenshtein";
import { listed, nameIn, type Exercise, type Language } from "#exercise/index.ts";
import type { Case } from "#grader/cases.ts";
import { inputsText } from "#grader/text.ts";
import type { Grade, Verdict } from "#grader/verdict.ts";
import type { Failure, Value } from "#runtime/runtime.ts";

const ungraded = (verdict: Verdict, message: string, line: number | null = null): Grade => ({
  verdict,
  message,
  diagnosis: null,
  outputs: [],
  cases: [],
  line,
});

/** The name that was probably meant, if one is close. */
function nearMiss(wanted: string, defined: readonly string[]): string | null {
  const plain = (name: string) => name.toLowerCase().replaceAll("_", "");
  const close = defined
    .map((name) => ({ name, far: distance(plain(name), plain(wanted)) }))
    .sort((a, b) => a.far - b.far)[0];
  return close && close.far <= Math.max(2, wanted.length / 4) ? close.name : null;
}

function missingFunction(wanted: string, defined: readonly string[]): string {
  if (defined.length === 0) {
    return `There is no function in your code yet. Write one called \`${wanted}\`; Reset brings its first line back.`;
  }
  const near = nearMiss(wanted, defined);
  if (near !== null)
    return `There is no function called \`${wanted}\`. Did you mean it by \`${near}\`? Rename that one.`;
  return `There is no function called \`${wanted}\`. Your code defines ${listed(defined.map((name) => `\`${name}\``))}. Rename the one that is the answer.`;
}

const atLine = (line: number | null): string => (line === null ? "" : ` on line ${line}`);

/** The verdict on code that did not run to its end. */
export function failureGrade(
  exercise: Exercise,
  language: Language,
  cases: readonly Case[],
  failure: Failure,
): Grade {
  const { kind, type, message, line } = failure;
  const name = nameIn(language, exercise.asks.name);
  const failing = failure.call === undefined ? undefined : cases[failure.call];
  const forInputs = failing ? ` for ${inputsText(exercise, failing, language)}` : "";
  switch (kind) {
    case "time":
      return ungraded("timeout", message, line);
    case "missing-function":
      return ungraded("invalid", missingFunction(name, failure.defined ?? []), line);
    case "wrong-parameters": {
      const params = exercise.asks.params.map((param) => nameIn(language, param));
      return ungraded(
        "invalid",
        `\`${name}\` is called with ${params.length} ${params.length === 1 ? "argument" : "arguments"}: \`${name}(${params.join(", ")})\`. Give it exactly ${params.length === 1 ? "this parameter" : "these parameters"}.`,
        line,
      );
    }
    case "syntax":
      return ungraded("invalid", `Your code can't be read${atLine(line)}: ${message}`, line);
    case "exception":
      return ungraded("invalid", `Your code raised ${type}${atLine(line)}${forInputs}: ${message}`, line);
    default:
      return ungraded("invalid", message, line);
  }
}

/** `a string`, `nothing (None)`, … */
function described(value: Value, language: Language): string {
  if (value.kind === "tuple") return `${value.items.length} values`;
  if (value.kind !== "other") return "a number";
  if (["NoneType", "undefined", "null"].includes(value.type)) {
    return `nothing (\`${value.text}\`)`;
  }
  const article = /^[aeiou]/i.test(value.type) ? "an" : "a";
  const text = value.text.length > 40 ? `${value.text.slice(0, 40)}…` : value.text;
  return `${article} ${language === "python" && value.type === "str" ? "string" : value.type} (\`${text}\`)`;
}

/** The verdict on answers of which some are not numbers at all, or null if all can be compared. */
export function answerFault(
  { asks, wrt, ...exercise }: Exercise,
  language: Language,
  cases: readonly Case[],
  returned: readonly (readonly Value[])[],
): Grade | null {
  const name = nameIn(language, asks.name);
  const full = { asks, wrt, ...exercise };
  const wanted =
    wrt.length === 1
      ? `the derivative with respect to \`${nameIn(language, wrt[0]!)}\``
      : `${wrt.length} gradients, those with respect to ${listed(wrt.map((each) => `\`${nameIn(language, each)}\``))}`;
  for (const [i, values] of returned.entries()) {
    const inputs = inputsText(full, cases[i]!, language);
    if (values.length !== wrt.length) {
      const [only] = values;
      const got = values.length === 1 && only ? described(only, language) : `${values.length} values`;
      return ungraded("invalid", `\`${name}\` returned ${got} for ${inputs}. Return ${wanted}.`);
    }
    for (const [place, value] of values.entries()) {
      const which =
        wrt.length === 1 ? "" : ` as the gradient with respect to \`${nameIn(language, wrt[place]!)}\``;
      if (value.kind === "other" || value.kind === "tuple") {
        const remedy =
          value.kind === "other" && ["NoneType", "undefined"].includes(value.type)
            ? `End it with \`return\` and ${wanted}.`
            : `Return ${wanted}.`;
        return ungraded(
          "invalid",
          `\`${name}\` returned ${described(value, language)}${which} for ${inputs}. ${remedy}`,
        );
      }
      const entries = value.kind === "number" ? [value.value] : value.data;
      const odd = entries.find((entry) => !Number.isFinite(entry));
      if (odd !== undefined) {
        const text = Number.isNaN(odd) ? "not a number (NaN)" : odd > 0 ? "infinity" : "minus infinity";
        return ungraded(
          "invalid",
          `\`${name}\` returned ${text}${which} for ${inputs}. Look for a division by zero, or a logarithm or root of something negative.`,
        );
      }
    }
  }
  return null;
}
