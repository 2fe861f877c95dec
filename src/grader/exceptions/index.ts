/** What an exception means in an answer, and what to do about it. */
import { explainMember } from "#grader/exceptions/explain-member.ts";
import { explainName } from "#grader/exceptions/explain-name.ts";
import { explainOperator } from "#grader/exceptions/explain-operator.ts";
import type { RaisedException } from "#grader/exceptions/raised-exception.ts";
import { explainShapes } from "#grader/exceptions/explain-shapes.ts";

export { lineOfHat, powerInstead } from "#grader/exceptions/explain-operator.ts";
export { raisedException, type RaisedException } from "#grader/exceptions/raised-exception.ts";

/** Exceptions of the program's text, which happen whatever the inputs are. */
export const isOfText = (type: string): boolean =>
  /^(?:NameError|ImportError|AttributeError|TypeError|ReferenceError)$/.test(type);

/** What the runtime calls what was thrown and is no error. */
export const thrownValue = "thrown value";

/** In place of the exception's own words; null where those say it best. Begins small: it stands after a colon. */
export async function explainException(exception: RaisedException): Promise<string | null> {
  const { type, message } = exception;
  const known =
    explainName(exception) ??
    explainShapes(exception) ??
    (await explainOperator(exception)) ??
    explainMember(exception);
  if (known !== null) return known;
  if (type === "AssertionError" && message === "") return "what this `assert` says does not hold.";
  return null;
}
