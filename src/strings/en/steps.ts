import type { StepState } from "#grader/verdict.ts";

/** A learner's own lines, and what they are. */
export const steps = {
  summary: "Your steps",
  caption: "What each line of your answer is",
  label: "Your steps",
  line: "Line",
  name: "Name",
  state: "State",
  says: "What it is",
  states: {
    right: "right",
    wrong: "goes wrong here",
    follows: "follows from it",
    unknown: "not judged",
  } satisfies Record<StepState, string>,
  returned: "returned",
  goTo: (line: number) => `Go to line ${line}`,
  goesWrong: (line: number, name: string | null) =>
    name === null
      ? `Line ${line} is where it goes wrong: what it returns.`
      : `Line ${line} is where it goes wrong: \`${name}\`.`,
  /** Of one name on a line: said of a mark beside the line, and of a node of the graph. */
  about: (line: number, name: string | null, state: string) =>
    `line ${line}, ${name ?? "returned"}: ${state}`,
  /** Of an editor's marks as a whole. */
  marks: {
    right: (lines: string) => `Right: ${lines}.`,
    wrong: (lines: string) => `Where it goes wrong: ${lines}.`,
    follows: (lines: string) => `Following from that: ${lines}.`,
  },
  lines: (lines: readonly number[]) => `line${lines.length === 1 ? "" : "s"} ${lines.join(", ")}`,
  onGraph: "Your steps on the graph",
  drawing: "The exercise’s graph, with your lines where they belong",
  select: "Press a name, or a node of the graph, to see which belong together.",
  ask: "Show what my lines are",
  asking: "Looking at your lines…",
  nothing: "Nothing can be said of these lines one by one.",
  offline: "The grader could not be fetched. Are you offline? Try again when you are back.",
  stopped: "Stopped.",
  brokeOff: (reason: string) => `This broke off: ${reason}. Try again.`,
};
