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
