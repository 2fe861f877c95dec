/** What an exception means in an answer, and what to do about it. */
import { explainMember } from "#grader/exceptions/members.ts";
import { explainName } from "#grader/exceptions/names.ts";
import { explainOperator } from "#grader/exceptions/operators.ts";
import type { Raised } from "#grader/exceptions/setting.ts";
import { explainShapes } from "#grader/exceptions/shapes.ts";

export { lineOfHat, powerInstead } from "#grader/exceptions/operators.ts";
export { raisedIn, type Raised } from "#grader/exceptions/setting.ts";

/** Exceptions of the program's text, which happen whatever the inputs are. */
export const isOfText = (type: string): boolean =>
  /^(?:NameError|ImportError|AttributeError|TypeError|ReferenceError)$/.test(type);

/** What the runtime calls what was thrown and is no error. */
export const thrownValue = "thrown value";

/** In place of the exception's own words; null where those say it best. Begins small: it stands after a colon. */
export async function explainException(raised: Raised): Promise<string | null> {
  const { type, message } = raised;
  const known =
    explainName(raised) ?? explainShapes(raised) ?? (await explainOperator(raised)) ?? explainMember(raised);
  if (known !== null) return known;
  if (type === "AssertionError" && message === "") return "what this `assert` says does not hold.";
  return null;
}
