/** What counts as printing the same as PyTorch: everything to the character, but the last digits of numbers. */

const number = /-?\d+(?:\.\d*)?(?:e[+-]\d+)?/g;

/** `1.2346e+07` → four decimals of a number that is shown as 10⁷ times as much. */
const fourDecimals = /^-?\d+\.\d{4}(?:e([+-]\d+))?$/;

/** Doubles that float32 numbers are: `tolist()` prints those with all the digits of a double. */
const isSingle = (value: number): boolean => Math.fround(value) === value;

function sameNumber(actual: string, expected: string): boolean {
  if (actual === expected) return true;
  const rounded = fourDecimals.exec(expected);
  const difference = Math.abs(Number(actual) - Number(expected));
  if (rounded && fourDecimals.test(actual)) {
    return difference < 1.5 * 10 ** (Number(rounded[1] ?? 0) - 4);
  }
  const tolerance = isSingle(Number(expected)) ? 1e-6 : 1e-12;
  return /[.e]/.test(expected) && difference <= tolerance * Math.abs(Number(expected));
}

function sameLine(actual: string, expected: string): boolean {
  const printed = actual.match(number) ?? [];
  const wanted = expected.match(number) ?? [];
  return (
    actual.replace(number, "#") === expected.replace(number, "#") &&
    wanted.every((token, i) => sameNumber(printed[i]!, token))
  );
}

/** The expected output with every line that counts as the same replaced by the actual one, so that a difference shows. */
export function reconcile(expected: string, actual: string): string {
  const lines = actual.split("\n");
  return expected
    .split("\n")
    .map((line, i) => (lines[i] !== undefined && sameLine(lines[i], line) ? lines[i] : line))
    .join("\n");
}
