/** The command line can't be understood, or names something that doesn't exist. Ends with exit code 2. */
export class UsageError extends Error {}

export const usage = `Usage:
  handgrad run [--json] FILE…            run .py and .js files as a cell would
  handgrad grade [OPTION…] FILE…         grade exported answers again; of a folder, all its .json files
  handgrad check [ID…]                   check lessons, other pages and exercises: what is wrong, or still to do
  handgrad check --report [ID…]          put the grader to the proof on the exercises
  handgrad new exercise ID               write the starting point of an exercise, such as scalar/cube
  handgrad new lesson ID                 write the starting point of a lesson
  handgrad new plot NAME                 write the files of a widget that plots something

Options of run:
  --json         one line of JSON per file

Options of grade:
  --json         one line of JSON per answer, in the order of the files and their answers
  --csv          a table with one row per answer
  --summary      per exercise: who tried it, who solved it, the commonest mistakes; also as --json or --csv
  --jobs N       grade N answers at once (as many as there are cores)
  --seed N       try right answers on fresh cases of seed N too (1); 0 for the page's cases alone
  --shard I/N    grade every N-th answer only, beginning with the I-th
  --out FILE     keep every verdict in FILE as soon as it is found, as lines of JSON
  --resume       with --out: take from FILE what an earlier run has found
  --steps        with --json or --out: say of every line of an answer what it is

Options of check:
  --report       try wrong and right variants of every solution, and what people answer
  --write        with --report: keep the figures for the page on grading

  --help         show this text

Exit codes: 0 all is well, 1 something is wrong with a file, an answer, a page or an exercise, 2 the
command can't be understood, 130 interrupted.
`;
