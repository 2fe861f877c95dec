/** Answers that can't be graded: what is wrong with them, where, and what to do about it. */
import { distance } from "fastest-levenshtein";
import { joinWithAnd, nameIn, type Exercise } from "#exercise/index.ts";
import { languageName, type Language } from "#reading/language.ts";
import type { Case } from "#grader/cases.ts";
import { explainException, isOfText, raisedException, thrownValue } from "#grader/exceptions/index.ts";
import { describeValue, expectedReturn, isListForNumber } from "#grader/returned-value.ts";
import { inputsBrief } from "#grader/inputs-text.ts";
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

/** Where code gives a name a value, counted from 1, and what is written behind the sign. */
function valueOf(code: string, name: string): { line: number; value: string } | null {
  const assignment = new RegExp(`^(?:(?:const|let|var)\\s+)?${name}\\s*=(?!=)\\s*(.*)`);
  const lines = code.split("\n").map((line) => assignment.exec(line)?.[1]);
  const at = lines.findLastIndex((value) => value !== undefined);
  return at === -1 ? null : { line: at + 1, value: lines[at]! };
}

const functionExpression = /^(?:async\s+)?(?:function\b|[\w$]+\s*=>|\([^()]*\)\s*=>)/;

function missingFunction(wanted: string, defined: readonly string[], code: string): string {
  const replaced = valueOf(code, wanted);
  if (replaced !== null && functionExpression.test(replaced.value)) {
    return `On line ${replaced.line} \`${wanted}\` has not been declared. Put \`const\` before it.`;
  }
  if (replaced !== null) {
    return `On line ${replaced.line} \`${wanted}\` is given a value that is no function. Delete that line, or use another name in it: the function itself is the answer, and it is called when it is graded.`;
  }
  if (defined.length === 0) {
    return `There is no function in your code yet. Write one called \`${wanted}\`; Reset brings its first line back.`;
  }
  const near = nearMiss(wanted, defined);
  if (near !== null)
    return `There is no function called \`${wanted}\`. Did you mean it by \`${near}\`? Rename that one.`;
  return `There is no function called \`${wanted}\`. Your code defines ${joinWithAnd(defined.map((name) => `\`${name}\``))}. Rename the one that is the answer.`;
}

const atLine = (line: number | null): string => (line === null ? "" : ` on line ${line}`);

/** The verdict on code that did not run to its end. */
export async function failureGrade(
  exercise: Exercise,
  submission: { language: Language; code: string },
  cases: readonly Case[],
  failure: Failure,
): Promise<Grade> {
  const { kind, type, message, line, writtenIn } = failure;
  const { language } = submission;
  const name = nameIn(language, exercise.asks.name);
  switch (kind) {
    case "time":
      return ungraded("timeout", message, line);
    case "missing-function":
      return ungraded("invalid", missingFunction(name, failure.defined ?? [], submission.code), line);
    case "wrong-parameters": {
      const params = exercise.asks.params.map((param) => nameIn(language, param));
      return ungraded(
        "invalid",
        `\`${name}\` is called with ${params.length} ${params.length === 1 ? "argument" : "arguments"}: \`${name}(${params.join(", ")})\`. Give it exactly ${params.length === 1 ? "this parameter" : "these parameters"}.`,
        line,
      );
    }
    case "syntax":
      if (writtenIn) return { ...ungraded("invalid", otherLanguage(writtenIn, language), line), writtenIn };
      return ungraded("invalid", `Your code can't be read${atLine(line)}: ${message}`, line);
    case "exception": {
      const explained = await explainException(raisedException(exercise, submission, cases, failure));
      const failing = failure.call === undefined ? undefined : cases[failure.call];
      const forInputs =
        failing && explained === null && !isOfText(type)
          ? ` for ${inputsBrief(exercise, failing, language)}`
          : "";
      const reason = explained ?? message;
      return ungraded(
        "invalid",
        type === thrownValue
          ? `Your code threw \`${message.replaceAll("`", "'")}\`${atLine(line)}${forInputs}. Return the value in place of throwing it.`
          : `Your code raised ${type}${atLine(line)}${forInputs}${reason === "" ? "." : `: ${reason}`}`,
        line,
      );
    }
    default:
      return ungraded("invalid", message, line);
  }
}

const otherLanguage = (writtenIn: Language, chosen: Language): string =>
  `This is ${languageName[writtenIn]}, and the language chosen is ${languageName[chosen]}. Choose ${languageName[writtenIn]} for it, or write it in ${languageName[chosen]}.`;

/** The verdict on answers that write powers as no language here does, and so are wrong for a reason of spelling. */
export const misspeltPower = (message: string, line: number): Grade =>
  ungraded("invalid", `On line ${line}, ${message}`, line);

/** The verdict where a call of the function has no result. */
export const incomplete: Grade = ungraded(
  "invalid",
  "Not every call of your function came back with a result, so the answer can't be graded. Submit it again.",
);

const isNothing = (value: Value): boolean =>
  value.kind === "other" && ["NoneType", "undefined", "null"].includes(value.type);

/** The verdict on answers of which some are not numbers at all, or null if all can be compared. */
export function answerFault(
  exercise: Exercise,
  language: Language,
  cases: readonly Case[],
  returned: readonly (readonly Value[])[],
): Grade | null {
  const { asks, wrt } = exercise;
  const name = nameIn(language, asks.name);
  const several = wrt.length > 1;
  for (const [i, values] of returned.entries()) {
    const each = cases[i]!;
    const inputs = () => inputsBrief(exercise, each, language);
    const wanted = () => expectedReturn(exercise, language, each);
    if (values.length !== wrt.length) {
      const [only] = values;
      const got =
        values.length === 1 && only
          ? describeValue(only, language)
          : `${values.length} values: ${joinWithAnd(values.slice(0, 6).map((value) => describeValue(value, language)))}${values.length > 6 ? " …" : ""}`;
      return ungraded("invalid", `\`${name}\` returned ${got}. ${wanted()}`);
    }
    for (const [place, value] of values.entries()) {
      const which = several ? ` as the gradient with respect to \`${nameIn(language, wrt[place]!)}\`` : "";
      const isList = isListForNumber(exercise, each, wrt[place]!, value);
      if (value.kind === "other" || value.kind === "tuple" || isList) {
        const unless = isNothing(value) && !several ? nothingReturned(i) : isList ? listReturned(value) : "";
        return ungraded(
          "invalid",
          `\`${name}\` returned ${describeValue(value, language)}${which} for ${inputs()}. ${unless}${wanted()}`,
        );
      }
      const entries = value.kind === "number" ? [value.value] : value.data;
      const odd = entries.find((entry) => !Number.isFinite(entry));
      if (odd !== undefined) {
        const text = Number.isNaN(odd) ? "not a number (NaN)" : odd > 0 ? "infinity" : "minus infinity";
        const missing =
          Number.isNaN(odd) && language === "javascript"
            ? " It also comes of arithmetic with `undefined`, such as an entry past the end of an array."
            : "";
        return ungraded(
          "invalid",
          `\`${name}\` returned ${text}${which} for ${inputs()}. Look for a division by zero, or a logarithm or root of something negative.${missing}`,
        );
      }
    }
  }
  return null;
}

/** What makes a list or a tuple of a number. */
const listReturned = (value: Value): string =>
  value.kind === "array" && value.type === "tuple"
    ? "A comma makes a tuple, also in `2,5`: a decimal number is written with a point. "
    : "Leave out the square brackets around it. ";

/** Why a function may have come to its end without a value. */
const nothingReturned = (failing: number): string =>
  failing > 0
    ? "For other inputs it does return something: does every way through it end with `return`? "
    : "";
