import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "One ugly expression, line by line",
  inputs: { x: uniform(-3, 3), y: uniform(-3, 3) },
  edgeCases: [
    { x: 2, y: -1 },
    { x: 0, y: 0 },
    { x: -1.5, y: 0.5 },
    { x: 1, y: 2 },
  ],
  // Where x and y cancel and x is far below 0, the denominator is close to 0.
  accepts: ({ x, y }) => 1 / (1 + Math.exp(-Number(x))) + (Number(x) + Number(y)) ** 2 > 0.2,
  forward: ({ x, y }, step) => {
    const num = step("num", x.add(step("sy", y.sigmoid())));
    const total = step("total", x.add(y));
    const den = step("den", step("sx", x.sigmoid()).add(total.pow(2)));
    return num.div(den);
  },
  wrt: ["x", "y"],
  asks: { name: "d_staged", params: ["x", "y"] },
  shown: {
    python: `from math import exp

def sigmoid(z):
    return 1 / (1 + exp(-z))

def staged(x, y):
    return (x + sigmoid(y)) / (sigmoid(x) + (x + y) ** 2)
`,
    javascript: `function sigmoid(z) {
  return 1 / (1 + Math.exp(-z));
}

function staged(x, y) {
  return (x + sigmoid(y)) / (sigmoid(x) + (x + y) ** 2);
}
`,
  },
  solution: {
    python: `from math import exp

def sigmoid(z):
    return 1 / (1 + exp(-z))

def d_staged(x, y):
    # Forward, one operation a line.
    sy = sigmoid(y)
    num = x + sy
    sx = sigmoid(x)
    total = x + y
    square = total**2
    den = sx + square

    # Backward, from the last line to the first.
    # f = num / den: 1/den to the upper part, -num/den**2 to the lower one.
    dnum = 1 / den
    dden = -num / den**2
    # den = sx + square: add hands on.
    dsx = dden
    dsquare = dden
    # square = total**2: twice what was squared.
    dtotal = dsquare * 2 * total
    # total = x + y: add hands on. These are the first parts of dx and dy.
    dx = dtotal
    dy = dtotal
    # sx = sigmoid(x): x is used again, so its part is added.
    dx += dsx * sx * (1 - sx)
    # num = x + sy: add hands on, to x for the third time.
    dx += dnum
    dsy = dnum
    # sy = sigmoid(y): the second use of y.
    dy += dsy * sy * (1 - sy)
    return dx, dy
`,
    javascript: `function sigmoid(z) {
  return 1 / (1 + Math.exp(-z));
}

function dStaged(x, y) {
  // Forward, one operation a line.
  const sy = sigmoid(y);
  const num = x + sy;
  const sx = sigmoid(x);
  const total = x + y;
  const square = total ** 2;
  const den = sx + square;

  // Backward, from the last line to the first.
  // f = num / den: 1/den to the upper part, -num/den² to the lower one.
  const dnum = 1 / den;
  const dden = -num / den ** 2;
  // den = sx + square: add hands on.
  const dsx = dden;
  const dsquare = dden;
  // square = total²: twice what was squared.
  const dtotal = dsquare * 2 * total;
  // total = x + y: add hands on. These are the first parts of dx and dy.
  let dx = dtotal;
  let dy = dtotal;
  // sx = sigmoid(x): x is used again, so its part is added.
  dx += dsx * sx * (1 - sx);
  // num = x + sy: add hands on, to x for the third time.
  dx += dnum;
  const dsy = dnum;
  // sy = sigmoid(y): the second use of y.
  dy += dsy * sy * (1 - sy);
  return [dx, dy];
}
`,
  },
  hints: [
    "Don't differentiate the expression. Write the way forward as lines with one operation each, and give every result a name: sy, num, sx, total, square, den.",
    "Then read your lines from the last to the first. Each line of the way forward becomes a line or two of the way back, and no line needs more than a rule that you know.",
    "The quotient is num times 1/den. So num gets 1/den, and den gets num times the slope of 1/den, which is -1/den².",
    "x is used three times, in num, in sx and in total; y is used twice, in sy and in total. Begin dx and dy with one use, and add the others by +=.",
  ],
});
