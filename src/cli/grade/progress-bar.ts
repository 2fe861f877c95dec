import process from "node:process";
import { MultiBar, type SingleBar } from "cli-progress";

/** Shows how far the grading is, on a terminal's standard error. */
export interface ProgressBar {
  advance(): void;
  /** Writes a line that stays. */
  say(text: string): void;
  stop(): void;
}

const quiet: ProgressBar = {
  advance: () => undefined,
  say: (text) => void process.stderr.write(`${text}\n`),
  stop: () => undefined,
};

/** @param total how many answers there are; asked for only if there is a terminal to show it on */
export async function startProgressBar(shown: boolean, total: () => Promise<number>): Promise<ProgressBar> {
  if (!shown || !process.stderr.isTTY) return quiet;
  const bars = new MultiBar({
    format: "{bar} {percentage} % | {value} of {total} answers | {eta_formatted} left",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    stream: process.stderr,
    gracefulExit: false, // an interrupted run has more to do than to tidy the terminal
    etaBuffer: 200,
  });
  const bar: SingleBar = bars.create(await total(), 0);
  return {
    advance: () => bar.increment(),
    say: (text) => bars.log(`${text}\n`),
    stop: () => bars.stop(),
  };
}
