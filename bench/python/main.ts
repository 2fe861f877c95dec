/**
 * Times the Python that learners run, in the sandbox that runs it, and prints the table.
 *
 *     npm run bench:python                        typical operations, then the slowest cells of the course
 *     npm run bench:python -- --operation numpy   the operations with this in their names
 *     npm run bench:python -- --cells             the cells alone
 */
import { parseArgs } from "node:util";
import { cellsOf } from "#lesson/cell.ts";
import { pages } from "#course/files.ts";
import { parseLesson } from "#lesson/parse-lesson.ts";
import { prepare } from "#runtime/host/prepare.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import { NodeHost } from "#runtime/node/node-host.ts";
import { formatTime } from "../report.ts";
import { summarize } from "../sample-statistics.ts";
import { operations, type TimedOperation } from "./timed-operations.ts";

const rounds = 5;
const cellRounds = 3;
const sampleMilliseconds = 50;
const slowest = 10;

const { values: options } = parseArgs({
  options: { operation: { type: "string" }, cells: { type: "boolean" } },
});

/** One line: a name, the median of some times in nanoseconds, how far they spread. */
function row(name: string, nanoseconds: readonly number[]): string {
  const { median, spread } = summarize(nanoseconds);
  return `${name.padEnd(36)} ${formatTime(median).padStart(9)} ±${(100 * spread).toFixed(0)}%`;
}

/**
 * Times a statement where it runs, a sample a line: it is run once, then more and more often until that takes long enough to
 * tell, then as often again for each sample.
 */
const program = ({ setup, statement }: TimedOperation): string => `${setup}
import time as _time
def _run(count):
    global x, w
    start = _time.perf_counter_ns()
    for _ in range(count):
        ${statement}
    return _time.perf_counter_ns() - start
_run(1)
_count = 1
while _run(_count) < ${sampleMilliseconds}_000_000:
    _count *= 2
for _ in range(${rounds}):
    print(_run(_count) / _count)
`;

async function timeOperations(chosen: readonly TimedOperation[]): Promise<void> {
  const runtime = createNodeRuntime();
  for (const operation of chosen) {
    const code = program(operation);
    const { stdout, error } = await runtime.runCell({ language: "python", code });
    if (error) throw new Error(`${operation.name}: ${error.message}`);
    console.log(row(operation.name, stdout.trimEnd().split("\n").map(Number)));
  }
  runtime.close();
}

/** The processor time, in nanoseconds, that a program takes in a sandbox which is ready for it, as a reader's is. */
async function timeCell(host: NodeHost, code: string): Promise<number> {
  const prepared = await prepare({ language: "python", code });
  if ("error" in prepared) throw new Error(prepared.error.message);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const sandbox = host.start(prepared.job, (event) => {
    if (event.kind === "lost") reject(new Error(event.error.message));
    else if ((event.report as { kind: string }).kind === "done") {
      sandbox.spent().then(({ computing }) => resolve(computing * 1e6), reject);
    }
  });
  return promise.finally(() => sandbox.end());
}

async function timeCells(): Promise<void> {
  const cells = (await pages()).flatMap(({ name, source }) =>
    cellsOf(parseLesson(source))
      .filter(({ language }) => language === "python")
      .map(({ code, props }, i) => ({ name: `${name}: ${String(props.get("title") ?? i + 1)}`, code })),
  );
  const host = new NodeHost(true, 60);
  await host.load("python");
  const timed: { name: string; nanoseconds: number[] }[] = [];
  for (const { name, code } of cells) {
    const nanoseconds: number[] = [];
    for (let round = 0; round < cellRounds; round++) nanoseconds.push(await timeCell(host, code));
    timed.push({ name, nanoseconds });
  }
  host.close();
  timed.sort((a, b) => summarize(b.nanoseconds).median - summarize(a.nanoseconds).median);
  console.log(`\nThe slowest of ${cells.length} cells`);
  for (const { name, nanoseconds } of timed.slice(0, slowest)) console.log(row(name, nanoseconds));
}

const { operation = "", cells } = options;
if (!cells) await timeOperations(operations.filter(({ name }) => name.includes(operation)));
if (cells || operation === "") await timeCells();
