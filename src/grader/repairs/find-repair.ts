/** Looks for the slip that an answer is right without. */
import { callFor, outputsOf, type Submission } from "#grader/call-request.ts";
import { agree, leeway, numbersIn } from "#grader/compare.ts";
import type { Comparison } from "#grader/judge.ts";
import type { Slip } from "#grader/repairs/slip.ts";
import { slipsIn } from "#grader/repairs/slips-in.ts";
import { variantsOf } from "#grader/repairs/variants.ts";
import { lineAt } from "#reading/syntax-tree.ts";
import { replaceSpan, type Span } from "#reading/program-nodes.ts";
import type { CallRequest, Runtime, Value } from "#runtime/runtime.ts";

/** What is to be repaired. */
export interface Broken extends Comparison {
  submission: Submission;
  /** The lines that it goes wrong in, and whether the slip may be on another one. */
  lines: readonly number[];
  mayBeElsewhere: boolean;
}

/** A slip, the line that it is in, and the outputs that are right without it, by their places. */
export interface Repair extends Slip {
  line: number;
  outputs: readonly number[];
}

/** So many programs are tried at once, on so few cases first. */
const mostPrograms = 400;
const fewCases = 2;
const mostPromising = 20;
/** Of all programs together: so many are read and run in a fraction of a second. */
const mostCharacters = { python: 20_000, javascript: 100_000 } as const;

/**
 * The likeliest slip without which wrong outputs are right in every case and no right one is wrong; null where there is none. Runs the
 * answer's variants in a sandbox, at most twice.
 */
export async function findRepair(
  broken: Broken,
  runtime: Pick<Runtime, "callFunction">,
  options: { signal: AbortSignal | undefined },
): Promise<Repair | null> {
  const mended = async (slips: readonly Slip[], on: readonly number[]): Promise<Mended[]> => {
    if (slips.length === 0) return [];
    const result = await runtime.callFunction(requestFor(broken, slips, on), options);
    if (!result.ok) return [];
    return slips
      .map((slip, i) => {
        const returned = result.results.slice(i * on.length, (i + 1) * on.length);
        return { slip, outputs: rightOutputs(broken, returned, on) };
      })
      .filter(({ outputs }) => mends(broken, outputs));
  };
  const promising = await mended(await likelySlips(broken), tellingCases(broken).slice(0, fewCases));
  const tried = promising.slice(0, mostPromising).map(({ slip }) => slip);
  const repairs = await mended(tried, [...broken.cases.keys()]);
  const [best] = repairs.toSorted((a, b) => b.outputs.length - a.outputs.length);
  return best
    ? { ...best.slip, line: lineAt(broken.submission.code, best.slip.from), outputs: best.outputs }
    : null;
}

/** A slip, and the outputs that are right without it. */
interface Mended {
  slip: Slip;
  outputs: readonly number[];
}

/** As many slips as can be tried, the likeliest first. */
async function likelySlips({ submission, lines, mayBeElsewhere }: Broken): Promise<Slip[]> {
  const { code, language } = submission;
  const slips = await slipsIn(code, language);
  const there = slips.filter((slip) => isOn(slip, lines, code));
  const most = Math.min(mostPrograms, Math.floor(mostCharacters[language] / code.length));
  return [...new Set([...there, ...(mayBeElsewhere ? slips : [])])].slice(0, most);
}

/** A call of the answer without each of these slips, on each of these cases. */
function requestFor(
  { exercise, submission, cases }: Broken,
  slips: readonly Slip[],
  on: readonly number[],
): CallRequest {
  const { code, language } = submission;
  const programs = slips.map((slip) => replaceSpan(code, slip, slip.text));
  const calls = programs.flatMap((_, variant) =>
    on.map((i): Value[] => [{ kind: "number", value: variant, integer: true }, ...cases[i]!.args]),
  );
  const request = callFor(exercise, submission, []);
  return { ...request, ...variantsOf(programs, request.name, language), calls };
}

/** The outputs, by their places, that are right in all of these cases. */
const rightOutputs = (
  { exercise, cases, outputs }: Broken,
  returned: readonly Value[],
  on: readonly number[],
) =>
  outputs.flatMap(({ truth }, place) => {
    const distance = leeway(truth);
    const isRight = on.every((i, k) => {
      const value = outputsOf(exercise, returned[k]!, cases[i]!)[place];
      const numbers = value && numbersIn(value);
      return numbers ? agree(numbers, truth[i]!, distance) : false;
    });
    return isRight ? [place] : [];
  });

/** Whether with these outputs right, more is right than was, and all that was. */
const mends = ({ right }: Broken, places: readonly number[]): boolean =>
  places.some((place) => !right[place]) && right.every((each, place) => !each || places.includes(place));

/** Whether a place is on one of these lines, or goes on there. */
const isOn = ({ from, to }: Span, lines: readonly number[], code: string): boolean =>
  lines.some((line) => lineAt(code, from) <= line && line <= lineAt(code, to));

/** The numbers of the cases in which something is wrong, those with the most entries first, then drawn ones before edge cases. */
function tellingCases({ outputs, rows }: Broken): number[] {
  const misses = rows.map((row, i) =>
    Math.max(...row.outputs.map(({ agrees }, place) => (agrees ? 0 : outputs[place]!.truth[i]!.data.length))),
  );
  return [...misses.keys()].sort((a, b) => misses[b]! - misses[a]! || b - a);
}
