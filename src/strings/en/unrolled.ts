export const unrolled = {
  title: "A gradient over many steps",
  choose: "The cell",
  byStart: "|dh_T/dh_0|",
  byWeight: "|dh_T/dw|",
  withoutTanh: "without tanh",
  steps: "steps T",
  axis: "size of the gradient",
  threshold: "|w| = 1",
  noChange: "no change",
  explodes: "explodes",
  vanishes: "vanishes",
  reading: (byStart: string, byWeight: string) =>
    `The gradient of the start is ${byStart}, that of the weight ${byWeight}.`,
  shrinks: (one: string, ten: string) =>
    `A step back multiplies the size of the start’s gradient by ${one}, ten steps by ${ten}. It vanishes.`,
  grows: (one: string, ten: string) =>
    `A step back multiplies the size of the start’s gradient by ${one}, ten steps by ${ten}. It explodes.`,
  stays: "A step back multiplies the size of the start’s gradient by 1. It neither vanishes nor explodes.",
  onAverage: (one: string) =>
    `On average, a step back multiplies the size of the start’s gradient by ${one}. It vanishes.`,
  stops: "The weight is 0, and no gradient gets back over a step.",
  label: (cell: string, w: string, T: string, byStart: string, byWeight: string) =>
    `The size of two gradients over the number of steps, on a logarithmic scale, for ${cell} with w = ${w}. ` +
    `At T = ${T}, dh_T/dh_0 is ${byStart}, and dh_T/dw is ${byWeight}.`,
  table: (cell: string, w: string) => `Gradients over the number of steps, for ${cell} with w = ${w}`,
  paths: "Paths back to w",
  pathsCaption: (w: string, T: number) =>
    T === 1
      ? `The one path back to *w* = ${w}`
      : `The ${T} paths back to *w* = ${w}, one for each step that used it`,
  step: "Step",
  contribution: "Contribution",
  sum: "Sum:",
};
