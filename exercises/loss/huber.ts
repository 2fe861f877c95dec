import { where } from "#autodiff/index.ts";
import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "Huber’s loss, inside and outside",
  inputs: { y_actual: uniform(-3, 3), y_pred: uniform(-3, 3), delta: uniform(0.5, 2) },
  edgeCases: [
    { y_actual: 1, y_pred: 1.5, delta: 1 },
    { y_actual: 0, y_pred: 3, delta: 1.5 },
    // A prediction that is too low and above 0, and one that is too high and below.
    { y_actual: 3, y_pred: 1, delta: 0.5 },
    { y_actual: -2.5, y_pred: -0.5, delta: 1 },
    // Close to where the branches meet, on either side, for delta smaller and larger than 1.
    { y_actual: 1, y_pred: 1.6, delta: 0.5 },
    { y_actual: -0.5, y_pred: -1.1, delta: 0.5 },
    { y_actual: -1, y_pred: 0.9, delta: 2 },
    { y_actual: 0.5, y_pred: -1.4, delta: 2 },
    { y_actual: 0.5, y_pred: -1.2, delta: 1.6 },
  ],
  // No bend of the slope where the two branches meet.
  accepts: ({ y_actual, y_pred, delta }) =>
    Math.abs(Math.abs(Number(y_pred) - Number(y_actual)) - Number(delta)) > 0.05,
  forward: ({ y_actual, y_pred, delta }, step) => {
    const u = step("u", y_pred.sub(y_actual));
    const size = step("size", u.abs());
    return where(size.le(delta), u.pow(2).mul(0.5), delta.mul(size.sub(delta.mul(0.5))));
  },
  wrt: ["y_pred"],
  asks: { name: "d_huber", params: ["y_actual", "y_pred", "delta"] },
  shown: {
    python: `def huber(y_actual, y_pred, delta):
    u = y_pred - y_actual
    size = abs(u)
    if size <= delta:
        return 0.5 * u**2
    return delta * (size - 0.5 * delta)
`,
    javascript: `function huber(yActual, yPred, delta) {
  const u = yPred - yActual;
  const size = Math.abs(u);
  if (size <= delta) {
    return 0.5 * u ** 2;
  }
  return delta * (size - 0.5 * delta);
}
`,
  },
  solution: {
    python: `def d_huber(y_actual, y_pred, delta):
    u = y_pred - y_actual  # its slope in y_pred is 1
    if abs(u) <= delta:
        return u  # 0.5 * u**2: the 2 that comes down cancels the 0.5
    sign = 1 if u > 0 else -1  # the slope of abs(u)
    return delta * sign  # delta is a factor; 0.5 * delta only shifts
`,
    javascript: `function dHuber(yActual, yPred, delta) {
  const u = yPred - yActual; // its slope in yPred is 1
  if (Math.abs(u) <= delta) {
    return u; // 0.5 * u²: the 2 that comes down cancels the 0.5
  }
  const sign = u > 0 ? 1 : -1; // the slope of |u|
  return delta * sign; // delta is a factor; 0.5 * delta only shifts
}
`,
  },
  hints: [
    "Only one of the two branches is run. Write the same condition, and differentiate each branch by itself.",
    "Inside, the loss is half a square. What is left of the factor 2 that comes down?",
    "Outside, delta is a constant factor, and 0.5 * delta is a constant inside the bracket. Only |u| reacts.",
    "Inside the slope is u. Outside it is delta times the sign of u.",
  ],
});
