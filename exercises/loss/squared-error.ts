import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "Squared error, by the chain rule",
  inputs: { y_actual: uniform(-3, 3), x: uniform(-3, 3) },
  edgeCases: [
    { y_actual: 10, x: 1 },
    { y_actual: 1, x: -2 },
    { y_actual: -0.5, x: 0 },
  ],
  forward: ({ y_actual, x }, step) => step("y_pred", x.pow(2)).sub(y_actual).pow(2),
  wrt: ["x"],
  asks: {
    name: "d_lossfn2",
    params: ["y_actual", "y_pred", "x"],
    given: { y_pred: ({ x }) => x.pow(2) },
  },
  shown: {
    python: `def x_square(x):
    return x**2

def lossfn2(y_actual, y_pred):
    return (y_pred - y_actual) ** 2

def loss(y_actual, x):
    return lossfn2(y_actual, x_square(x))
`,
    javascript: `function xSquare(x) {
  return x ** 2;
}

function lossfn2(yActual, yPred) {
  return (yPred - yActual) ** 2;
}

function loss(yActual, x) {
  return lossfn2(yActual, xSquare(x));
}
`,
  },
  solution: {
    python: `def d_lossfn2(y_actual, y_pred, x):
    u = y_pred - y_actual
    du = 2 * u  # the outer square
    dy_pred = du * 1  # the difference: y_pred stands before the minus sign
    return dy_pred * 2 * x  # the inner square
`,
    javascript: `function dLossfn2(yActual, yPred, x) {
  const u = yPred - yActual;
  const du = 2 * u; // the outer square
  const dyPred = du * 1; // the difference: yPred stands before the minus sign
  return dyPred * 2 * x; // the inner square
}
`,
  },
  hints: [
    "There are three steps from x to the loss: a square, a subtraction, a square. Each has a local derivative.",
    "Name the difference u = y_pred - y_actual. The outer square contributes 2u.",
    "The subtraction contributes 1, because y_pred comes before the minus sign. The inner square is the slope of x².",
    "Multiply the three local derivatives. At x = 1 and y_actual = 10 the product is -36.",
  ],
});
