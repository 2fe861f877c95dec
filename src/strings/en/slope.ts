export const slope = {
  title: "A slope, from a secant to a tangent",
  choose: "The function",
  tangent: "tangent at x",
  secant: "secant from x to x + h",
  secantSlope: "Slope of the secant",
  derivative: "Derivative at x",
  difference: "Difference",
  slopeAxis: "f′(x)",
  byAutograd: "derivative by autograd",
  yours: "Yours",
  noValue: "no value",
  reading: (y: string, secant: string, slope: string) =>
    `f(x) is ${y}, the secant’s slope ${secant}, the derivative ${slope}`,
  functionLabel: (formula: string, x: string, h: string, secant: string, slope: string) =>
    `The curve of ${formula}, its tangent at x = ${x} with the slope ${slope}, and the secant from x to x + h with the ` +
    `slope ${secant}, where h = ${h}.`,
  derivativeLabel: (formula: string, x: string, slope: string) =>
    `The derivative of ${formula} by autograd. At x = ${x} it is ${slope}.`,
  secantTable: (x: string) => `The secant at x = ${x} as h shrinks`,
  derivativeTable: (formula: string) => `${formula} and its derivative`,
  noneYet: (asks: string) => `Once you have submitted ${asks}, it is drawn over autograd’s curve.`,
  cannotRun: (asks: string, why: string) => `Your last ${asks} can’t be drawn. ${why}`,
  agrees: (asks: string, places: number) =>
    `Your ${asks} lies on autograd’s curve, at all ${places} places where it was tried.`,
  differs: (asks: string, differing: number, places: number, x: string, own: string, truth: string) =>
    `Your ${asks} differs from autograd at ${differing} of ${places} places. It differs most at x = ${x}: it gives ${own} ` +
    `there, autograd ${truth}.`,
};
