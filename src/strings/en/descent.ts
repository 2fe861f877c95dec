export const descent = {
  title: "A line fitted to four points, step by step",
  drivenBy: "The gradients come from",
  autograd: "autograd",
  your: "your",
  noneYet:
    "Once you have submitted d_linear_loss, it is your derivative that drives the steps, right or wrong.",
  contours: "lines of equal loss",
  steps: "steps, and the next one",
  stepOfAutograd: "where autograd would go",
  miss: "miss",
  step: "Step",
  loss: "L",
  none: "none",
  oneStep: "One step",
  run: "Run",
  pause: "Pause",
  restart: "Back to the start",
  rate: "rate",
  numbers: (step: number, w: string, b: string, loss: string) =>
    `Step ${step}: w = ${w}, b = ${b}, loss ${loss}`,
  underway: (loss: string, w: string, b: string) =>
    `The lowest loss there is, ${loss}, lies at w = ${w} and b = ${b}.`,
  arrived: (steps: number, w: string, b: string) =>
    `Arrived after ${steps} ${steps === 1 ? "step" : "steps"}, at w = ${w} and b = ${b}: the gradients there are nearly 0.`,
  elsewhere: (dw: string, db: string) =>
    `Autograd’s are not: ∂L/∂w is ${dw}, ∂L/∂b is ${db}. So this is not the lowest point.`,
  diverged: (steps: number, rate: string) =>
    `Diverged after ${steps} ${steps === 1 ? "step" : "steps"}. The loss has passed all bounds. Either a step at the rate ` +
    `${rate} leads further up on the other side than it came down, or the gradients point the wrong way.`,
  differs: "Your gradients differ from autograd’s here, so your steps lead elsewhere.",
  failed: (why: string) =>
    why === ""
      ? "Your d_linear_loss doesn’t return two numbers here, so there is no step to take."
      : `Your d_linear_loss can’t be run here, so there is no step to take. ${why}`,
  offline: "What the steps take could not be fetched. Are you offline? Try again when you are back.",
  stepsTable: "Every step",
  examplesTable: "The points and the line",
  lossTable: "The loss after each step",
  surfaceLabel: (steps: number, w: string, b: string, loss: string) =>
    `The loss over w and b as lines of equal loss: long, tilted ovals around its lowest point. After ${steps} ` +
    `${steps === 1 ? "step" : "steps"} the descent is at w = ${w}, b = ${b}, where the loss is ${loss}.`,
  lineLabel: (w: string, b: string) =>
    `Four points that rise to the right, and the line with w = ${w} and b = ${b}.`,
  lossLabel: (steps: number, first: string, last: string) =>
    `The loss on a logarithmic scale: ${first} at the start, ${last} after ${steps} ${steps === 1 ? "step" : "steps"}.`,
};
