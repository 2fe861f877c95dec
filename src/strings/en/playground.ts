export const playground = {
  task: "Return one number, computed from the inputs.",
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

  draw: "Draw the graph",
  drawAgain: "Draw the graph again",
  drawing: "Drawing…",
  results: "Results",
  nothingYet:
    "Nothing has been run yet. *Submit* tries your derivative at ten points against autograd’s; *Draw the graph* shows the function step by step. Both run your code in this browser, shut off from everything else.",
  edited: "You have changed something since.",
  graph: "The graph",
  graphTitle: "Your function",
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
