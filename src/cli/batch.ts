/** Runs many programs that define the same function at the cost of a few. The programs are ours: they share a sandbox. */
import { MachineBusy } from "#grader/index.ts";
import type { CallRequest, CallResult, Runtime, Value } from "#runtime/runtime.ts";

/** What one program returned for each call, or that it `failed`, or was `unfinished` when its time was up. */
export type ProgramResult = readonly Value[] | "failed" | "unfinished";

/** So many programs share a run. */
const together = 100;

/** What a call of a program that raised an exception gives, in place of a value. */
const failed = "this program failed";

const indented = (code: string): string => code.replaceAll(/^(?=.*\S)/gm, "    ");

/** One program that makes all of these, and a function that calls the one of a given number. */
function joined(programs: readonly string[], { language, name, params }: CallRequest): string {
  const takes = ["which", ...params].join(", ");
  if (language === "python") {
    return `${programs.map((code, i) => `def make_${i}():\n${indented(code)}\n    return ${name}\n`).join("\n")}
makers = [${programs.map((_, i) => `make_${i}`).join(", ")}]
made = {}

def call(${takes}):
    try:
        if which not in made:
            made[which] = makers[which]()
        return made[which](${params.join(", ")})
    except Exception:
        return ${JSON.stringify(failed)}
`;
  }
  return `const makers = [
${programs.map((code) => `() => {\n${code}\nreturn ${name};\n},`).join("\n")}
];
function call(${takes}) {
  try {
    return makers[which]()(${params.join(", ")});
  } catch {
    return ${JSON.stringify(failed)};
  }
}
`;
}

const hasFailed = (value: Value): boolean => value.kind === "other" && value.text.includes(failed);

/** Splits a run that did not end well, until the programs to blame are alone. */
async function runTogether(
  programs: readonly string[],
  request: CallRequest,
  runtime: Runtime,
): Promise<ProgramResult[]> {
  const count = request.calls.length;
  const result: CallResult = await runtime.callFunction({
    ...request,
    code: joined(programs, request),
    name: "call",
    params: ["which", ...request.params],
    calls: programs.flatMap((_, which) =>
      request.calls.map((args): readonly Value[] => [
        { kind: "number", value: which, integer: true },
        ...args,
      ]),
    ),
  });
  if (result.ok) {
    return programs.map((_, i) => {
      const returned = result.results.slice(i * count, (i + 1) * count);
      return returned.some(hasFailed) ? "failed" : returned;
    });
  }
  const { kind } = result.error;
  if (kind === "busy") throw new MachineBusy();
  if (programs.length === 1) return [kind === "time" ? "unfinished" : "failed"];
  const half = Math.ceil(programs.length / 2);
  return [
    ...(await runTogether(programs.slice(0, half), request, runtime)),
    ...(await runTogether(programs.slice(half), request, runtime)),
  ];
}

/**
 * Makes the request's calls for each of these programs in place of its code. Rejects with `MachineBusy` where they can't be run.
 * @param size how many programs share a run
 */
export async function runPrograms(
  programs: readonly string[],
  request: CallRequest,
  runtime: Runtime,
  size = together,
): Promise<ProgramResult[]> {
  const returned: ProgramResult[] = [];
  for (let i = 0; i < programs.length; i += size) {
    returned.push(...(await runTogether(programs.slice(i, i + size), request, runtime)));
  }
  return returned;
}
