import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "A difference, with its arguments swapped",
  inputs: { y_actual: uniform(-3, 3), x: uniform(-3, 3) },
  edgeCases: [
    { y_actual: 10, x: 1 },
    { y_actual: 10, x: -0.5 },
    { y_actual: -1, x: 0 },
  ],
  forward: ({ y_actual, x }, step) => y_actual.sub(step("y_pred", x.pow(2))),
  wrt: ["x"],
  asks: {
    name: "d_x_lossfn",
    params: ["y_actual", "y_pred", "x"],
    given: { y_pred: ({ x }) => x.pow(2) },
  },
  shown: {
    python: `def x_square(x):
    return x**2

def lossfn(y_actual, y_pred):
    return y_pred - y_actual

def loss(y_actual, x):
    y_pred = x_square(x)
    return lossfn(y_pred, y_actual)  # swapped: y_actual - y_pred
`,
    javascript: `function xSquare(x) {
  return x ** 2;
}

function lossfn(yActual, yPred) {
  return yPred - yActual;
}

function loss(yActual, x) {
  const yPred = xSquare(x);
  return lossfn(yPred, yActual); // swapped: yActual - yPred
}
`,
  },
  solution: {
    python: `def d_x_lossfn(y_actual, y_pred, x):
    dy_pred = -1  # y_pred stands behind the minus sign
    return dy_pred * 2 * x  # and reacts to x as the square does
`,
    javascript: `function dXLossfn(yActual, yPred, x) {
  const dyPred = -1; // yPred stands behind the minus sign
  return dyPred * 2 * x; // and reacts to x as the square does
}
`,
  },
  hints: [
    "Put the arguments of the call into the body of lossfn. Which of the two ends up with the minus sign?",
    "x reaches the loss through y_pred alone. Multiply d(loss)/d(y_pred) by d(y_pred)/dx.",
    "The loss is y_actual - y_pred, so d(loss)/d(y_pred) is -1. The other factor is the slope of x².",
  ],
});
