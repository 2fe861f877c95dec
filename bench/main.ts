/**
 * Times gradients. `npm run bench` times everything and writes docs/performance.md.
 *
 *     npm run bench -- --quick          our engine and the gradients by hand, few samples, printed only
 *     npm run bench -- --case linear    the cases with this in their names, printed only
 */
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { cases } from "./cases/index.ts";
import { ours, peers } from "./contenders/index.ts";
import { performanceDocument } from "./document.ts";
import { installPeers } from "./install-peers.ts";
import { race } from "./race.ts";
import { printable } from "./report.ts";

const { values: options } = parseArgs({
  options: { quick: { type: "boolean", default: false }, case: { type: "string", default: "" } },
});
const chosen = cases.filter(({ name }) => name.includes(options.case));
if (chosen.length === 0) {
  const names = cases.map(({ name }) => `  ${name}`).join("\n");
  throw new Error(`No case has ${JSON.stringify(options.case)} in its name. There are:\n${names}`);
}
if (!options.quick) installPeers();

const contenders = options.quick ? ours : [...ours, ...peers];
const rounds = options.quick ? 9 : 25;
const results = await race(contenders, chosen, rounds, (progress) => console.error(progress));

if (options.quick || chosen.length < cases.length) {
  console.log(printable(results));
} else {
  await writeFile(
    new URL("../docs/performance.md", import.meta.url),
    await performanceDocument(results, rounds),
  );
}
