import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { tolerances } from "./agreement.ts";
import { cases } from "./cases/index.ts";
import { peers } from "./contenders/index.ts";
import { patienceSeconds, type Result } from "./race.ts";
import { Footnotes, ratiosTable, timesTable } from "./report.ts";
import { limitSeconds } from "./runner.ts";
import { sampleMilliseconds, warmUpMilliseconds } from "./stopwatch.ts";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The machine and the day. */
function describeMachine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? "an unknown processor";
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `${model}, ${processors.length} cores, ${memory} GiB of memory, ${type()} ${release()}, Node ${process.version}, on ${day}`;
}

/** The installed version of each library that ours is compared with. */
function versions(): string[] {
  const packages = new Set(peers.map((contender) => contender.package!));
  return [...packages].map((name) => {
    const { version } = JSON.parse(readFileSync(path(`peers/node_modules/${name}/package.json`), "utf8")) as {
      version: string;
    };
    return `\`${name}\` ${version}`;
  });
}

const bytesPerNode = (): number =>
  Number(execFileSync(process.execPath, ["--expose-gc", path("memory.ts")], { encoding: "utf8" }));

const formulas = (): string => {
  const families = new Map(cases.map(({ family, formula }) => [family, formula]));
  return [...families].map(([family, formula]) => `- **${family}**: ${formula}`).join("\n");
};

/** docs/performance.md: what a whole run measured, and how. */
export async function performanceDocument(results: readonly Result[], rounds: number): Promise<string> {
  const footnotes = new Footnotes();
  const text = `# Performance

Written by \`npm run bench\`, which measures all of it in one run. Machine: ${describeMachine()}.

## Ratios to the gradient written by hand in float64

The aims are for our engine in float64.

${ratiosTable(results)}

## Times

The median of a run, and half the distance between the quartiles in percent of it.

${timesTable(results, rounds, footnotes)}

A graph of scalars takes ${bytesPerNode().toFixed(0)} bytes a node; the aim is at most 160. That is what the heap grows by over a
graph of 1,000,000 multiplications, after garbage collection.

## What is compared

${formulas()}

Every contender computes the value and the gradient with respect to every variable of the same inputs. Before it is timed, its
result is compared with the one by hand in float64: the value may be off by ${tolerances.float64} of itself in float64 and by
${tolerances.float32} in float32, the gradient by as much of its largest entry.

- **By hand**: typed arrays and loops written for this one function. Results that are arrays are new at every run, scalars are written
  over those of the run before. Matrix products work in tiles of 4 × 4. The recurrence keeps its states and goes back through them, as
  everyone else has to.
- **Handgrad**: \`grad\`, from operations on tensors.
- **TensorFlow.js**: \`valueAndGrads\` within \`tidy\`, in plain JavaScript (cpu) or WebAssembly with SIMD (wasm). It knows float32 only.
- **jax-js**: \`valueAndGrad\` in float32 on WebAssembly, the fastest of its backends in Node. Jitted, it has been traced and compiled before.
- **math.js**: the symbolic \`derivative\`, taken and compiled before, so that its time is that of evaluating formulas.

The others' versions: ${versions().join(", ")}.

## What a run is

A run is forward and backward, with the making of the graph, from inputs that exist to gradients that can be read as typed arrays.
Nothing is carried over from one run to the next but what \`jit\` or \`compile\` made.

Each contender has a process of its own, so that neither its garbage nor what it teaches the compiler falls to another. It computes all
cases first, each for at least ${warmUpMilliseconds} ms. A sample is as many runs as take ${sampleMilliseconds} ms or more. There are ${rounds} rounds of one sample for each contender,
and each round begins with another contender, so that none has a quiet moment of the machine to itself. Who has used up ${patienceSeconds} s of a case
takes no further samples, and who doesn't answer within ${limitSeconds} s is out of it.

${footnotes.toString()}
`;
  const options = await resolveConfig(path("../docs/performance.md"));
  return format(text, { ...options, parser: "markdown" });
}
