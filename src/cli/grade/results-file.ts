/**
 * The file in which a run keeps its verdicts, so that an interrupted one can go on: the lines of JSON in their order, each with the
 * answer's fingerprint as one more key. Going on means to write the file anew, from verdicts that are known where they are; until
 * that is done, the earlier lines lie beside it in `FILE.before`.
 */
import { createReadStream, createWriteStream, existsSync, writeSync } from "node:fs";
import { appendFile, open, rename, rm, stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import * as z from "zod/mini";
import type { ResultRow } from "#cli/grade/result-row.ts";
import type { KnownVerdicts } from "#cli/grade/known-verdicts.ts";
import { OutputError } from "#cli/output.ts";
import { reasonOf } from "#cli/read-text.ts";
import { UsageError } from "#cli/usage.ts";
import { jsonLine } from "#cli/visible.ts";
import { verdicts } from "#grader/index.ts";
import { stepsSchema } from "#learner/attempt-schema.ts";

const lineSchema = z.object({
  answer: z.string(),
  verdict: z.enum(verdicts),
  diagnosis: z.nullable(
    z.object({ kind: z.string(), where: z.nullable(z.string()), output: z.nullable(z.string()) }),
  ),
  message: z.string(),
  printed: z.optional(z.object({ at: z.nullable(z.string()), text: z.string(), cut: z.boolean() })),
  steps: z.optional(z.nullable(stepsSchema)),
});

const lineStart = '{"file":';

/** What an earlier run's verdicts are wanted for. */
interface Resumption {
  /** Takes them up. */
  known: KnownVerdicts;
  /** Whether they must say what the lines of the answers are. */
  steps: boolean;
}

/**
 * Reads what an earlier run kept. A line that was cut short is passed over, and so is an answer that ran out of time: there are few,
 * and whether the program or the machine was slow is not in the line. So is one without steps, where they are asked for.
 */
async function loadResults(path: string, { known, steps: wanted }: Resumption): Promise<void> {
  const lines = createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity });
  for await (const text of lines) {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      continue;
    }
    const line = lineSchema.safeParse(json);
    if (!line.success) continue;
    const { answer, printed, steps, ...result } = line.data;
    if (result.verdict === "timeout" || (wanted && steps === undefined)) continue;
    known.add(answer, { ...result, ...(printed && { printed }), ...(wanted && { steps: steps ?? null }) });
  }
}

async function setAside(path: string, before: string): Promise<void> {
  if (existsSync(before)) {
    // An earlier attempt to go on was interrupted too.
    await appendFile(before, "\n");
    await pipeline(createReadStream(path), createWriteStream(before, { flags: "a" }));
    await rm(path);
  } else {
    await rename(path, before);
  }
}

async function looksLikeRecord(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(lineStart.length) });
    return lineStart.startsWith(buffer.toString("utf8", 0, bytesRead));
  } finally {
    await file.close();
  }
}

export interface ResultsFile {
  /** Writes a line, which is in the file when this returns. */
  write(resultRow: ResultRow, fingerprint: string | null): void;
  /** `complete` says that nothing is left to go on with. */
  close(complete: boolean): Promise<void>;
}

/**
 * Starts to keep verdicts in a file. With a `resumption`, those that are there already are taken up. Throws a UsageError if a file is
 * in the way.
 */
export async function openResultsFile(path: string, resumption: Resumption | null): Promise<ResultsFile> {
  try {
    return await keepIn(path, resumption);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} can't be written: ${reasonOf(error)}`);
  }
}

async function keepIn(path: string, resumption: Resumption | null): Promise<ResultsFile> {
  const before = `${path}.before`;
  const stats = await stat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return null;
  });
  if (stats) {
    if (!stats.isFile()) {
      throw new UsageError(
        `${path} is ${stats.isDirectory() ? "a folder" : "no regular file"}. Name a file that the verdicts can be kept in.`,
      );
    }
    if (!resumption) {
      throw new UsageError(`${path} exists. Go on with it by --resume, or choose another name.`);
    }
    if (!(await looksLikeRecord(path))) {
      throw new UsageError(
        `${path} holds no verdicts, so there is nothing to go on with. Is the name right?`,
      );
    }
    await setAside(path, before);
  }
  if (resumption && existsSync(before)) await loadResults(before, resumption);
  const file = await open(path, "wx");
  return {
    write(resultRow, fingerprint) {
      const line = fingerprint === null ? resultRow : { ...resultRow, answer: fingerprint };
      const bytes = Buffer.from(jsonLine(line));
      try {
        for (let from = 0; from < bytes.length;) from += writeSync(file.fd, bytes, from);
      } catch (error) {
        throw new OutputError(
          `${path} can't be written: ${reasonOf(error)} It holds what was graded before. Make room, and go on with --resume.`,
        );
      }
    },
    async close(complete) {
      await file.close();
      if (complete) await rm(before, { force: true });
    },
  };
}
