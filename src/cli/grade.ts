import process from "node:process";
import type { Command } from "#cli/command.ts";
import { allIds } from "#course/files.ts";
import { GradingPool } from "#cli/grade/grading-pool.ts";
import { seedsFor, type ResultRow } from "#cli/grade/result-row.ts";
import { inOrder } from "#cli/grade/in-order.ts";
import { KnownVerdicts } from "#cli/grade/known-verdicts.ts";
import { startProgressBar } from "#cli/grade/progress-bar.ts";
import { readAnswers, type SubmittedAnswer } from "#cli/grade/read-answers.ts";
import { openResultsFile } from "#cli/grade/results-file.ts";
import { readRequest, type GradeRequest } from "#cli/grade/request.ts";
import { inShard } from "#cli/grade/shard.ts";
import { stopSignal } from "#cli/grade/stop-signal.ts";
import { Summary, summaryText } from "#cli/grade/summary.ts";
import { writers } from "#cli/grade/writers.ts";
import { OutputError } from "#cli/output.ts";
import { visible, visibleLines } from "#cli/visible.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";

/** So many answers may wait behind one that takes its time. */
const mostAhead = 256;

/** What a shell reports of a program that Ctrl-C ended. */
const interrupted = 130;

/**
 * `handgrad grade`: grades exported answers again. The exit code is 1 if a file or an answer could not be used, and 130 if the run
 * was interrupted.
 */
export const grade: Command = (args) => {
  const request = readRequest(args);
  return () => gradeAll(request);
};

type Complain = (path: string, problem: string) => void;

/** The answers that a request is about, in order. */
function answersOf(
  { paths, shard }: GradeRequest,
  complain: Complain,
): AsyncGenerator<SubmittedAnswer, undefined> {
  const answers = readAnswers(paths, complain);
  return shard ? inShard(answers, shard) : answers;
}

async function countAnswers(request: GradeRequest): Promise<number> {
  let count = 0;
  for await (const _ of answersOf(request, () => undefined)) count++;
  return count;
}

async function gradeAll(request: GradeRequest): Promise<number> {
  const { format, summary, jobs, out, resume, steps, seed } = request;
  const exercises = new Set(await allIds());
  const known = new KnownVerdicts();
  const resultsFile = out === null ? null : await openResultsFile(out, resume ? { known, steps } : null);
  const { head, row } = writers[format];
  const printsRows = !summary && (out === null || format !== "text");
  const progress = await startProgressBar(!(printsRows && process.stdout.isTTY), () => countAnswers(request));
  const stop = stopSignal();
  const runtimes = Array.from({ length: jobs }, () => createNodeRuntime({ warm: false }));
  const pool = new GradingPool(exercises, known, runtimes, stop.signal, { steps, seed });
  const counts = new Summary();
  let passed = 0;
  let complaints = 0;
  let complete = false;
  const complain: Complain = (path, problem) => {
    complaints++;
    progress.say(`${visible(path)}: ${visibleLines(problem)}`);
  };

  if (printsRows) process.stdout.write(head);
  try {
    await inOrder(
      answersOf(request, complain),
      { count: jobs, ahead: Math.max(mostAhead, jobs), signal: stop.signal },
      async (submitted, lane) => ({ submitted, pooled: await pool.verdictOn(submitted.answer, lane) }),
      ({ submitted: { file, learner, answer }, pooled }) => {
        if (!pooled) return;
        const { exercise, language } = answer;
        const resultRow: ResultRow = {
          ...{ file, learner, exercise, language, ...pooled.result },
          seeds: seedsFor(language, seed),
        };
        if (exercises.has(exercise)) counts.add(resultRow);
        if (pooled.fingerprint === null) complain(file, resultRow.message);
        resultsFile?.write(resultRow, pooled.fingerprint);
        if (printsRows) process.stdout.write(row(resultRow));
        progress.advance();
        passed++;
      },
    );
    complete = !stop.signal.aborted;
  } finally {
    pool.close();
    progress.stop();
    stop.release();
    await resultsFile?.close(complete);
  }

  if (stop.signal.reason instanceof OutputError) throw stop.signal.reason;
  if (stop.signal.aborted) {
    const hint =
      out === null
        ? "With --out FILE a run can be taken up again."
        : `They are kept in ${out}. The same command with --resume goes on.`;
    process.stderr.write(`Stopped after ${passed} answers. ${hint}\n`);
    return interrupted;
  }
  if (summary) process.stdout.write(summaryText(counts.exercises(), format));
  if (out !== null) process.stderr.write(`${passed} answers are graded in ${out}.\n`);
  return complaints > 0 ? 1 : 0;
}
