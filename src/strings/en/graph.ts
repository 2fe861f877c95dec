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
  close: "Close",
};
