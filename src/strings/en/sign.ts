export const sign = {
  title: "A loss, called either way round",
  chooseLoss: "The loss",
  chooseOrder: "The order of the arguments",
  losses: { difference: "plain difference", squared: "squared difference" },
  orders: { declared: "as declared", swapped: "swapped" },
  calls: {
    difference: { declared: "lossfn(y_actual, y_pred)", swapped: "lossfn(y_pred, y_actual)" },
    squared: { declared: "lossfn2(y_actual, y_pred)", swapped: "lossfn2(y_pred, y_actual)" },
  },
  /** The two factors of dL/dx. */
  factors: {
    difference: { first: "dL/dy_pred", second: "dy_pred/dx" },
    squared: { first: "dL/du = 2u", second: "du/dx" },
  },
  product: "dL/dx, the product",
  productOfOther: "dL/dx of the other call",
  numbers: "Both calls in numbers",
  call: "Call",
  loss: "L",
  derivative: "dL/dx",
  reading: (loss: string, derivative: string) => `The loss is ${loss}, its derivative ${derivative}`,
  verdict: {
    difference: "The swap turns the curve over. One factor changes its sign, and so does the product.",
    squared: "The swap changes the sign of both factors. The product stays as it was, and so does the loss.",
  },
  lossTable: "The loss of both calls",
  derivativeTable: "The derivative of both calls",
  lossLabel: (
    loss: string,
    x: string,
    target: string,
    order: string,
    value: string,
    other: string,
    otherValue: string,
  ) =>
    `The ${loss} against x for y_actual = ${target}. At x = ${x} it is ${value} when called ${order}, and ${otherValue} ` +
    `when called ${other}.`,
  derivativeLabel: (
    loss: string,
    x: string,
    target: string,
    order: string,
    first: string,
    second: string,
    product: string,
    otherProduct: string,
  ) =>
    `The derivative of the ${loss} against x for y_actual = ${target}, with its two factors. At x = ${x}, called ${order}, ` +
    `it is ${first} times ${second}, which is ${product}. Called the other way round it is ${otherProduct}.`,
};
