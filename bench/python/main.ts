/**
 * Times the Python that learners run, in the sandbox that runs it, and prints the table.
 *
 *     npm run bench:python                        typical operations, then the slowest cells of the course
 *     npm run bench:python -- --operation numpy   the operations with this in their names
 */
import { parseArgs } from "node:util";
import { cellsOf } from "#lesson/cell.ts";
import { pages } from "#lesson/pages.ts";
import { parseLesson } from "#lesson/parse.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import { formatTime } from "../report.ts";
import { summarize } from "../statistics.ts";
import { operations, type Operation } from "./operations.ts";

const rounds = 5;
const slowest = 10;
const cellRounds = 3;

const { values: options } = parseArgs({ options: { operation: { type: "string" } } });
const runtime = createNodeRuntime();

/** What a program prints, and how long it took from the moment at which its interpreter was ready. */
async function run(code: string): Promise<{ stdout: string; milliseconds: number }> {
  const start = performance.now();
  const { stdout, error } = await runtime.runCell({ language: "python", code });
  if (error) throw new Error(`${error.type}: ${error.message}\n${code}`);
  return { stdout, milliseconds: performance.now() - start };
}

/** The nanoseconds that a statement takes: it is run more and more often, until that takes long enough to tell. */
async function time({ setup, statement }: Operation): Promise<number> {
  const program = `${setup}
import time as _time
def _run(count):
    global x, w
    start = _time.perf_counter_ns()
    for _ in range(count):
        ${statement}
    return _time.perf_counter_ns() - start
_count, _spent = 1, 0
while _spent < 30_000_000:
    _spent = _run(_count)
    if _spent < 30_000_000:
        _count *= 2
print(_spent / _count)
`;
  const { stdout } = await run(program);
  return Number(stdout);
}

const row = (name: string, milliseconds: readonly number[]): string => {
  const { median, spread } = summarize(milliseconds);
  return `${name.padEnd(36)} ${formatTime(median).padStart(9)} ±${(100 * spread).toFixed(0)}%`;
};

for (const operation of operations.filter(({ name }) => name.includes(options.operation ?? ""))) {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round++) samples.push(await time(operation));
  console.log(row(operation.name, samples));
}

if (options.operation === undefined) {
  // An empty cell takes what it takes to start and to end.
  const cells = (await pages()).flatMap(({ name, source }) =>
    cellsOf(parseLesson(source)).flatMap(({ language, code, props }, i) =>
      language === "python" && !props.has("fails") ? [{ name: `${name}, cell ${i + 1}`, code }] : [],
    ),
  );
  const timed: { name: string; nanoseconds: number[] }[] = [];
  for (const { name, code } of [{ name: "an empty cell", code: "" }, ...cells]) {
    const nanoseconds: number[] = [];
    for (let round = 0; round < cellRounds; round++) {
      nanoseconds.push((await run(code)).milliseconds * 1e6);
    }
    timed.push({ name, nanoseconds });
  }
  const median = ({ nanoseconds }: { nanoseconds: readonly number[] }) => summarize(nanoseconds).median;
  timed.sort((a, b) => median(b) - median(a));
  console.log(`\nThe slowest of ${cells.length} cells`);
  for (const { name, nanoseconds } of timed.slice(0, slowest)) console.log(row(name, nanoseconds));
}
runtime.close();
