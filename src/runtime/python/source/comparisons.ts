import { withoutLiterals } from "#runtime/python/source/literals.ts";

/** A number that is all that stands on the left of `<`, `<=`, `>` or `>=`. */
const numberOnTheLeft =
  /((?:^|[([{,:;=\n]|(?<![\w.])(?:if|elif|while|and|or|not|return|assert|in|else|yield|lambda))[ \t]*)(-?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?=[ \t]*(?:<=?|>=?)(?![<>=]))/g;

/**
 * MicroPython doesn't ask the right operand of a comparison, so that `0 < x` fails for a tensor. Here the number becomes one
 * that asks: `_left(0) < x`.
 */
export function withComparisonCalls(code: string): string {
  const text = withoutLiterals(code);
  let result = "";
  let at = 0;
  for (const match of text.matchAll(numberOnTheLeft)) {
    const start = match.index + match[1]!.length;
    const end = start + match[2]!.length;
    result += `${code.slice(at, start)}_left(${match[2]!})`;
    at = end;
  }
  return result + code.slice(at);
}
