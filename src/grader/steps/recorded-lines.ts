/** The lines of an answer that give a name to something or return it, with what they came to in each case. */
import { isWellFormed, numbersIn, type Numbers } from "#grader/compare.ts";
import type { RecordedValue } from "#runtime/runtime.ts";

export interface RecordedLine {
  /** Counted from 1. */
  line: number;
  /** As the learner wrote it; null for what is returned. */
  name: string | null;
  /** Which of the outputs it returns, by the input differentiated by; null for every other line, and what a helper returns. */
  returns: string | null;
  /** For each case what it came to, pass by pass of the loop that it is in: once outside of loops, never where it wasn't reached. */
  passes: readonly (readonly Numbers[])[];
}

const isSame = (a: Numbers, b: Numbers): boolean =>
  a.data.length === b.data.length && a.data.every((entry, i) => Object.is(entry, b.data[i]));

/** What a line came to last in each case, as text: the same for lines that came to the same. */
export const lastValues = ({ passes }: RecordedLine): string =>
  JSON.stringify(passes.map((each) => each.at(-1)?.data));

/** A function that is called again and again with the same arguments comes to the same in every case: that is no loop. */
const withoutRepeats = (cases: readonly (readonly Numbers[])[]): readonly (readonly Numbers[])[] =>
  cases.every((passes) => passes.every((each) => isSame(each, passes[0]!)))
    ? cases.map((passes) => passes.slice(0, 1))
    : cases;

/** An output: what came back of it in each case. */
interface Output {
  wrt: string;
  answers: readonly Numbers[];
}

/** The output that a line returns: it is what came back wherever that line was reached. */
function returnedBy(
  { name, place }: RecordedValue,
  passes: readonly (readonly Numbers[])[],
  outputs: readonly Output[],
): string | null {
  const output = outputs[place ?? 0];
  if (name !== null || !output) return null;
  const isIt = passes.every((each, i) => each.length === 0 || isSame(each.at(-1)!, output.answers[i]!));
  return isIt ? output.wrt : null;
}

/**
 * The lines in the order in which they were first run.
 * @param records one list per case
 * @param outputs what was returned
 */
export function linesOf(
  records: readonly (readonly RecordedValue[])[],
  outputs: readonly Output[],
): RecordedLine[] {
  const lines = new Map<string, { first: RecordedValue; passes: Numbers[][] }>();
  const sequences = records.map((recorded, i) => {
    const keys = new Set<string>();
    for (const each of recorded) {
      const numbers = numbersIn(each.value);
      if (!numbers || !isWellFormed(each.value)) continue;
      const key = JSON.stringify([each.line, each.name, each.place]);
      const line = lines.get(key) ?? { first: each, passes: records.map(() => []) };
      lines.set(key, line);
      line.passes[i]!.push(numbers);
      keys.add(key);
    }
    return [...keys];
  });
  return inOneOrder(sequences).map((key) => {
    const { first, passes } = lines.get(key)!;
    return {
      line: first.line,
      name: first.name,
      returns: returnedBy(first, passes, outputs),
      passes: withoutRepeats(passes),
    };
  });
}

/** All that is in these sequences, each behind what it follows in the first that has it; the longest one's order holds. */
function inOneOrder(sequences: readonly (readonly string[])[]): string[] {
  const order: string[] = [];
  for (const sequence of sequences.toSorted((a, b) => b.length - a.length)) {
    for (const [at, key] of sequence.entries()) {
      if (order.includes(key)) continue;
      const before = sequence[at - 1];
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
    }
  }
  return order;
}
