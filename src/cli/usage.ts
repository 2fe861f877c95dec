/** The command line can't be understood, or names something that doesn't exist. Ends with exit code 2. */
export class UsageError extends Error {}

export const usage = `Usage:
  handgrad run [--json] FILE…             run .py and .js files as a cell would
  handgrad grade [--json | --csv] FILE…   grade exported answers again
  handgrad check [ID…]                    check exercise definitions
  handgrad check --report [ID…]           put the grader to the proof on them

Options:
  --json    one line of JSON per file (run) or per answer (grade)
  --csv     a table with one row per answer
  --write   with --report: keep the figures for the page on grading
  --help    show this text
`;
