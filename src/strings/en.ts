/**
 * What the interface says, in English. A group a widget; what holds a value is a function of it.
 * Lessons are written in `content`, and what the grader says stands in `src/grader/messages.ts`.
 */
import type { Verdict } from "#grader/verdict.ts";
import type { AnswerLanguage } from "#learner/attempt.ts";

export const hints = {
  list: "Hints",
  show: (next: number, count: number) => `Show hint ${next} of ${count}`,
  offline: "The hint could not be fetched. Are you offline? Try again when you are back.",
};

export const playground = {
  task: "Return one number, computed from the inputs.",
  language: "Language",
  example: "Begin with",
  chooseExample: "an example…",
  copyLink: "Copy link",
  copied: "The link is copied. It holds the code and the inputs.",
  copyByHand: "The browser doesn’t let the course copy. The link is selected here, for you to copy:",
  linkLabel: "Link to this function",

  fromLink: "This code came from a link. Nothing of it has been run. Read it, then run it if you like.",
  damagedLink:
    "The link is damaged: it could not be read. It may have been cut short when it was copied. What you see is what was here before.",
  unreadLink:
    "The link was made by another version of the course, which this one can’t read. What you see is what was here before.",
  before: "What you had before is kept.",
  bringBack: "Bring it back",
  notSaved: "This browser doesn’t let the course store anything. Copy the link to keep your work.",

  function: "The function",
  functionIn: (language: string) => `The function in ${language}`,
  functionNote: {
    python:
      "Return one number. Your function is called with tensors, so that autograd can follow it. Operators, `math`, `np` and `torch` functions all work on them.",
    javascript:
      "Return one number. Your function is called with tensors, so that autograd can follow it. Write operations as methods: `x.mul(y)`, `x.exp()`, `W.matmul(x)`.",
  },
  derivative: "Its derivative",
  derivativeIn: (language: string) => `Its derivative in ${language}`,
  derivativeNote: {
    python:
      "Called with the same arguments, as plain numbers and NumPy arrays. Return a gradient for every input that is ticked, in their order.",
    javascript:
      "Called with the same arguments, as plain numbers and arrays. Return a gradient for every input that is ticked, in their order.",
  },

  inputs: "The inputs",
  inputsNote:
    "One for every parameter of the function. Ten points are drawn from these ranges, the same ones every time.",
  noInputsYet: "The function has no parameters yet. Each one that you write appears here.",
  kind: "Kind",
  kinds: { number: "number", vector: "vector", matrix: "matrix" },
  length: "Length",
  rows: "Rows",
  columns: "Columns",
  from: "From",
  to: "To",
  whole: "whole",
  wanted: "differentiate",
  kindOf: (name: string) => `Kind of ${name}`,
  lengthOf: (name: string, axis: string) => `${axis} of ${name}`,
  fromOf: (name: string) => `${name} from`,
  toOf: (name: string) => `${name} to`,
  wholeOf: (name: string) => `${name}: whole numbers only`,
  wantedOf: (name: string) => `Differentiate with respect to ${name}`,
  lengthHint: (most: number) =>
    `A length is a whole number from 1 to ${most}, or a name such as n for one that varies.`,
  sizeFrom: (name: string) => `${name} varies from`,
  sizeTo: "to",
  sizeToOf: (name: string) => `${name} to`,

  submit: "Submit",
  draw: "Draw the graph",
  drawAgain: "Draw the graph again",
  stop: "Stop",
  keys: "[Ctrl] or [⌘] + [Enter] submits. [Esc], then [Tab] leaves the editor.",
  loading: (language: string) => `Fetching ${language} and the grader…`,
  grading: "Grading…",
  drawing: "Drawing…",
  results: "Results",
  nothingYet:
    "Nothing has been run yet. *Submit* tries your derivative at ten points against autograd’s; *Draw the graph* shows the function step by step. Both run your code in this browser, shut off from everything else.",
  edited: "You have changed something since.",
  graph: "The graph",
  graphTitle: "Your function",
  wrongStep: "The step on the graph",
  scripts: "To write a function and have it graded, switch JavaScript on.",

  offline:
    "What it takes to run code could not be fetched. Are you offline? Your work is safe. Try again when you are back.",
  broke: (why: string) => `The run broke off: ${why}. Your work is safe. Try again.`,
  stopped: "Stopped. There is no verdict on this.",

  noFunction: (language: "python" | "javascript") =>
    `There is no function yet. Begin one at the margin, such as ${language === "python" ? "`def f(x):`" : "`function f(x) {`"}.`,
  noDerivative: (language: "python" | "javascript") =>
    `There is no derivative yet. Begin a function at the margin, such as ${language === "python" ? "`def d_f(x):`" : "`function dF(x) {`"}.`,
  writtenIn: (which: "function" | "derivative", is: string, chosen: string) =>
    `The ${which} is written in ${is}, and the language chosen is ${chosen}.`,
  noParameters: "The function has no parameters, so there is nothing to differentiate by. Give it one.",
  emptyRange: (name: string) =>
    `The range of \`${name}\` is empty. Let it go from a smaller number to a larger one.`,
  noWholeNumber: (name: string) => `There is no whole number in the range of \`${name}\`. Widen it.`,
  unusableName: (name: string) =>
    `The playground can’t use \`${name}\` as a parameter’s name. Call it something else.`,
  emptySize: (name: string) =>
    `\`${name}\` has no length to take. Let it vary from a smaller number to a larger one.`,
  nothingReal:
    "All inputs are single whole numbers, and there is no derivative by those. Make one of them real.",
  nothingWanted: "No input is to be differentiated by. Tick at least one.",

  unreadable: (message: string, line: number | null) =>
    `The function can’t be read${line === null ? "" : ` on line ${line}`}: ${message}`,
  raised: (type: string, message: string, line: number | null) =>
    `The function raised ${type}${line === null ? "" : ` on line ${line}`}: ${message}`,
  threw: (value: string) => `The function threw \`${value}\`, which is no number to go on with.`,
  notFinite: (value: string) => `The function’s value is ${value}.`,
  noSlope: "The function’s derivative is not a finite number.",
  plain:
    "The function returns a plain number at every point, which doesn’t say how it was computed. Compute it from the inputs, without `item()` or `float()`, so that autograd can follow.",
  notOneNumber: "The function returns more than one number.",
  singlePrecision:
    "The function computes in single precision, which is too coarse to compare with. Leave out `float()`, `float32` and the like: all inputs come in double precision.",
  changedInPlace:
    "The function changes an array in place after it was used, which can’t be followed. Make a new array instead.",
  notFollowed: (why: string) => `The function can’t be followed: ${why}.`,
  noInputs: "every point",
  tooFew: (usable: number, tried: number, at: string, why: string) =>
    `The function can be tried at ${usable === 0 ? "none" : `only ${usable}`} of the ${tried} points that were drawn. At ${at}: ${why} Choose ranges in which it has a value.`,
  onlyKinks: "The function has a kink at nearly every point that was drawn. Choose other ranges.",
  leftOut: (count: number, tried: number, at: string, why: string) =>
    `${count} of the ${tried} points that were drawn are left out. At ${at}: ${why}`,
  unseen: (at: string, exit: { text: string; line: number } | null) =>
    `There is no verdict: autograd can’t follow all of this function. At ${at}, its value changes in another way than autograd’s derivative says. ${
      exit === null ? "Something in it leaves the graph." : `It may be \`${exit.text}\` on line ${exit.line}.`
    } What is taken out of a tensor is a plain number, which nothing is differentiated through. Compute with the tensors themselves.`,
  flat: (wrt: string) =>
    `The gradient with respect to \`${wrt}\` is 0 at every point. If that surprises you, the function may not depend on it in these ranges.`,
  constant: "The function’s value doesn’t depend on any input, so there is no graph to draw.",
  tooLargeToDraw: (nodes: number) =>
    `The graph has ${nodes} nodes, too many to draw. Choose smaller sizes, or fewer steps.`,
};

export const plot = {
  asTable: "The same as a table",
  table: "The plot as a table",
  offline:
    "What it takes to redraw the plot could not be fetched. Are you offline? The picture stays as it was.",
};

/** How dates and numbers are written. */
export const locale = "en-GB";

export const languageNames = {
  python: "Python",
  javascript: "JavaScript",
  graph: "On the graph",
} satisfies Record<AnswerLanguage, string>;

export const exercise = {
  solved: "Solved",
  answer: "Your answer",
  answerIn: (language: string) => `Your answer in ${language}`,
  submit: "Submit",
  stop: "Stop",
  reset: "Reset",
  fetching: (language: string) => `Fetching ${language} and the grader…`,
  grading: "Grading…",
  submits: "submits.",
  leaves: "leaves the editor.",
  or: "or",
  then: "then",
  tryAgain: "Try again",
  offline:
    "The grader could not be fetched. Are you offline? Your code is safe. Try again when you are back.",
  brokeOff: (reason: string) => `Grading broke off: ${reason}. Your code is safe. Try again.`,
  stopped: "Stopped. There is no verdict on this submission.",
};

/** Around an exercise, in the page as it is built. */
export const exerciseFrame = {
  noScriptGraph: "To fill in and check your gradients, switch JavaScript on.",
  kind: "Exercise",
  titled: (title: string) => `Exercise: ${title}`,
  function: "The function",
  functionIn: (language: string) => `The function in ${language}`,
  noScript: "To write and submit an answer, switch JavaScript on.",
};

/** Where an exercise begins with other lines than a draft was written for. */
export const outdatedDraft = {
  label: "The exercise has changed",
  starter: "The first lines",
  changed: "The lines that this exercise begins with have changed since you wrote yours. They are now:",
  begin: "Begin again with these lines",
  keep: "Keep what I wrote",
};

/** How what was replaced in an editor comes back. */
export const undo = {
  reset: "Undo reset",
  restored: "Undo restore",
  renewed: "Back to the numbers before",
  imported: "Bring back what stood here",
  moved: "Bring back what stood here",
  elsewhere: "Bring back what stood here",
  changedElsewhere: "Changed in another tab.",
};

export const graphExercise = {
  function: "The function and its values",
  blanks: "Gradients, from the result back. The sweep starts with 1.",
  check: "Check",
  renew: "New numbers",
  fetching: "Fetching the grader…",
  checks: "checks.",
  offline:
    "The grader could not be fetched. Are you offline? Your numbers are safe. Try again when you are back.",
  numbersGone:
    "What you had filled in belongs to numbers that this exercise isn’t set with any more. You can read it under History.",
  gradient: "Gradient",
  inTotal: "in total at",
  onTheEdge: "on the edge",
  from: "from",
  backTo: "back to",
  right: "right",
  wrong: "wrong",
  follows: (given: string) => `right, given your ${given}`,
  and: " and ",
};

export const solution = {
  show: "Show the solution",
  hide: "Hide the solution",
  now: "Show the solution now?",
  teaches: "A wrong attempt often teaches more: its diagnosis names the step to look at.",
  keepTrying: "Keep trying",
  showIt: "Show it",
  inLanguage: (language: string) => `Solution in ${language}`,
  offline: "The solution could not be fetched. Are you offline? Try again when you are back.",
};

/** Why work isn't being kept, and what can be done. */
export const storage = {
  blocked:
    "This browser doesn’t let the course store anything. Your work and results last until you leave this page.",
  full: "This browser has no room left for what you write. It lasts until you leave this page. The course tries again with your next edit: make room, or save your answers to a file.",
  gone: "This browser has deleted what the course had stored. What stands on this page is still here. It is stored again with your next edit.",
  replaced:
    "A newer version of the course is open in another tab. What you wrote before is stored; what you write here from now on lasts until you leave this page. Save your answers to a file, then reload.",
  "held-up":
    "A tab with an older version of the course is still open. Close it: until then, your work here lasts until you leave this page.",
  save: "Save your answers to a file",
  notSaved: "The file could not be made. Are you offline? Try again.",
};

export const history = {
  show: "History",
  restored: "Restored. What stood in the editor is in this list too.",
  unavailable: "The history could not be fetched. Are you offline? Try again when you are back.",
};

/** How exercises stand. */
export const progress = {
  solved: "solved",
  tried: "tried, not solved yet",
  solvedOf: (solved: number, count: number) => `${solved} of ${count} solved`,
  goOn: (lesson: number, exercise: string) => `Continue in lesson ${lesson}: ${exercise}`,
  allSolved: "Every exercise is solved.",
};

/** What is kept where: on a first visit, once the whole course is there, and where the browser keeps nothing. One of them is shown. */
export const footer = {
  answers: "Your code runs in this browser, and your answers are kept in it. Nothing is sent anywhere.",
  course:
    "Your code runs in this browser, and your answers are kept in it. Nothing is sent anywhere. The course itself is kept in this browser too, and works without a connection.",
  nothing:
    "Your code runs in this browser, and nothing is sent anywhere. The browser doesn’t let the course store anything, so your answers last until you leave the page.",
};

export const courseVersion = {
  ready: "A new version of the course is ready. What you have written stays.",
  changed: "The course was updated in another tab. This page works on; reload it when it suits you.",
  use: "Reload now",
  later: "Later",
};

export const languageChoice = {
  legend: "Language",
};

export const editor = {
  label: (what: string) => `${what}. Press Escape, then Tab, to leave the editor.`,
  stray: ({ name, text, write }: { name: string; text: string; write: string | null }) => {
    const codePoint = `U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
    const remedy =
      write === null
        ? "write what it means in other signs"
        : write === ""
          ? "delete it"
          : write === " "
            ? "type an ordinary space"
            : `type ${write}`;
    return `${name} (${codePoint}): ${remedy}`;
  },
};

export const cell = {
  code: (title: string | undefined, language: string) =>
    title ? `${title}, code in ${language}` : `Code in ${language}`,
  run: "Run",
  stop: "Stop",
  reset: "Reset",
  undoReset: "Undo reset",
  keys: "[Ctrl] or [⌘] + [Enter] runs. [Esc], then [Tab] leaves the editor.",
  fetching: (language: string) => `Fetching ${language}…`,
  running: "Running…",
  finished: "Finished.",
  stopped: "Stopped.",
  output: "Output",
  recorded: "Output, as recorded",
  nothing: "Nothing was printed.",
  error: (type: string, line: number | null) => (line === null ? `${type}:` : `${type} on line ${line}:`),
  offline: "The code could not be run: the runtime could not be fetched. Are you offline? Try again.",
};

export const verdict = {
  words: {
    correct: "Correct",
    incorrect: "Incorrect",
    invalid: "Could not be graded",
    timeout: "Out of time",
  } satisfies Record<Verdict, string>,
  inList: { correct: "correct", incorrect: "incorrect" },
  byGradient: "Verdict by gradient",
  moveTo: (language: string) => `Move it to ${language}`,
  moved: (language: string) => `Moved to ${language}. Submit it there.`,
  codeEdited: "You have edited the code since.",
  numbersEdited: "You have edited the numbers since.",
  printed: (at: string | null) =>
    at === null ? "Your code printed, before any call:" : `Your code printed, for ${at}:`,
  printout: "What your code printed",
  printedMore: "Only the beginning is kept.",
};

export const cases = {
  agree: (agreeing: number, count: number) =>
    agreeing === count ? `All ${count} cases agree` : `${agreeing} of ${count} cases agree`,
  label: "Cases",
  at: "At",
  gradient: "Gradient",
  yours: "Yours",
  autograd: "Autograd",
  agrees: "Agree",
  yes: "yes",
  no: "no",
  nothing: "nothing",
  large: (shape: string, first: string) => `${shape} numbers, beginning with ${first}`,
  fewer: "Show fewer cases",
  all: (count: number) => `Show all ${count} cases`,
};

export const gradedExample = {
  theFunction: "The function",
  inPython: "The function in Python",
  answer: "An answer",
  label: "An answer in Python",
  again: "Grade again",
  grading: "Grading…",
};

export const sideways = {
  /** The name of a box that is wider inside than outside. */
  scrolls: (what: string) => `${what}, can be scrolled`,
  table: "Table",
  code: "Code",
  formula: "Formula",
};

export const graph = {
  figure: (title: string) => `Computation graph: ${title}`,
  drawing: (title: string) => `${title}: the computation graph`,
  toStart: "To the start",
  stepBack: "One step back",
  stepOn: "One step on",
  play: "Play",
  pause: "Pause",
  explained: "The last step",
  step: "Step",
  stepOf: (position: number, count: number) => `Step ${position} of ${count}`,
  of: (position: number, count: number) => `${position} of ${count}`,
  keys: "[←] [→] step, [Home] [End] go to either end. [Shift] with an arrow pans, [+] [-] zoom the drawing.",
  smaller: "Smaller",
  larger: "Larger",
  slider: (name: string) => `${name}, slider`,
  offline: "What it takes to recompute the graph could not be fetched. Are you offline?",
};

export const graphTable = {
  summary: "The same as a table",
  label: "The steps as tables",
  forward: "Forward: values",
  step: "Step",
  value: "Value",
  gradient: "Gradient",
  none: "none",
  backward: "Backward: what flows over each edge",
  from: "From",
  to: "To",
  upstream: "Upstream gradient",
  local: "Local derivative",
  contribution: "Contribution",
  whichIs: (number: string, rule: string) => `${number}, which is ${rule}`,
};

export const pathLedger = {
  label: (input: string) => `Paths to ${input}`,
  caption: (result: string, input: string) => `Paths from *${result}* back to *${input}*`,
  path: "Path",
  locals: "Local derivatives",
  contribution: "Contribution",
  sum: (result: string, input: string) => `Sum: the gradient of *${result}* with respect to *${input}*`,
};

export const stepExplained = {
  nothingYet: "The inputs are given. Nothing has been computed yet.",
  begins: (result: string) =>
    `Backward begins at the result. The gradient of *${result}* with respect to itself is`,
  forward: "Forward:",
  backward: (from: string, to: string) => `Backward, from \`${from}\` to \`${to}\`:`,
  operation: "operation",
  value: "value",
  upstream: "upstream gradient",
  local: "local derivative",
  contribution: "contribution",
  arrived: (arrived: number, count: number, at: string) =>
    `${count} paths meet at \`${at}\`. ${arrived} of them ${arrived === 1 ? "has" : "have"} arrived.`,
  met: (count: number, at: string) =>
    `${count === 2 ? "Both" : `All ${count}`} paths have met at \`${at}\`, and their gradients add:`,
};

export const arrayPanel = {
  label: (array: string) => `Entries of ${array}`,
  shape: (array: string, shape: string) => `\`${array}\` has the shape ${shape}, and so has its gradient.`,
  entries: "Entries",
  value: "Value",
  gradient: "Gradient",
  none: "none",
  close: "Close",
};

export const wrongStep = {
  summary: "The step on the graph",
  drawing: "The exercise’s graph, with the step that went wrong",
  parts: (from: string, to: string) =>
    `The step from \`${from}\` back to \`${to}\` is where your gradients part from the right ones.`,
  times: (factor: string, input: string) =>
    `At \`${input}\`, your answer is ${factor} times what comes back to it this way.`,
  yours: (number: string) => `yours: ${number}`,
  yoursNone: "yours: none",
  yoursDiffers: "yours differs",
  offline: "The graph could not be fetched. Are you offline?",
};

export const search = {
  open: "Search",
  input: "Search the course",
  close: "Close",
  nothing: (term: string) => `Nothing found for “${term}”.`,
  found: (pages: number) => (pages === 1 ? "Found on one page." : `Found on ${pages} pages.`),
  notLoaded: "The search could not be loaded. It needs a connection, and the built site.",
};

export const pagination = {
  label: "Lessons before and after",
  lesson: (number: number) => `lesson ${number}`,
  sources: "the sources",
  back: (place: string) => `Back to ${place}`,
  on: (place: string) => `On to ${place}`,
};

export const pageTitle = {
  place: (lesson: number, count: number, minutes: number) =>
    `Lesson ${lesson} of ${count}, about ${minutes} minutes`,
};

export const lessonList = {
  minutes: (minutes: number) => `${minutes} min`,
};

export const notebook = {
  download: "Download as a notebook",
  place: (number: number, count: number, minutes: number) =>
    `Lesson ${number} of ${count} of the course Handgrad, about ${minutes} minutes.`,
  onThePage: (address: string) =>
    `On the page, [${address}](${address}), the pictures move, and a wrong answer is told where it went wrong.`,
  inBlue: "blue",
  inOrange: "orange",
  hues: (value: string, gradient: string) =>
    `In formulas ${value} are values, which flow forward, and ${gradient} are gradients, which flow back.`,
  needs:
    "The code needs PyTorch and NumPy (`pip install torch numpy`). Run the next cell first: it holds the check that the exercises use.",
  exercise: (title: string) => `Exercise: ${title}`,
  theFunction: "The function:",
  yours: "Write yours here, below `@my_answer`, by which the check knows it, and run the cell.",
  hint: (number: number, count: number) => `Hint ${number} of ${count}`,
  check: "Run the next cell to compare your answer with autograd's.",
  graphSteps: "These are the steps and their values:",
  graphYours:
    "Fill in every gradient, from the result back, in place of `None`. The sweep starts with 1. Then run the cell.",
  graphEdge: (outer: string, inner: string) => `from ${outer} back to ${inner}`,
  graphTotal: (inner: string) => `in total at ${inner}`,
  graph: (title: string) => `Computation graph: ${title}`,
  picture: (what: string, address: string | null) =>
    address === null
      ? `On the page an interactive picture stands here: ${what}.`
      : `On [the page](${address}) an interactive picture stands here: ${what}.`,
  /** By the name of the widget. */
  pictures: {
    SlopeExplorer: "a curve with its tangent, to be moved along it",
    SignAndFactor: "the loss and its derivative, with the arguments as they are and swapped",
    Descent: "a line that is fitted to points, step by step down the loss",
    ShapeExplorer: "the arrays as grids, where each entry shows what flows into it",
    StagedGraph: "the layer in stages that open, marked as their exercises are solved",
    UnrolledRecurrence: "a recurrence, unrolled to any number of steps",
  } as Readonly<Record<string, string>>,
  printed: "It prints:",
};

export const glossary = {
  introduced: (number: number, title: string) => `Lesson ${number}, ${title}`,
};

// In files of their own: what few pages say is fetched with those pages.
export * from "#strings/en/descent.ts";
export * from "#strings/en/record.ts";
export * from "#strings/en/shapes.ts";
export * from "#strings/en/sign.ts";
export * from "#strings/en/slope.ts";
export * from "#strings/en/staged.ts";
export * from "#strings/en/unrolled.ts";
