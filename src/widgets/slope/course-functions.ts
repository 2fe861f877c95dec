/** A function of lesson 1, as the slope explorer shows it. */
export interface CourseFunction {
  /** The exercise that asks for its derivative. */
  exercise: string;
  formula: string;
  /** The learner's function, in Python. */
  asks: string;
  /** What of the x axis is shown, and where the tangent starts. */
  x: readonly [number, number];
  start: number;
  /** What of the y axis is shown of the function, and of its derivative. */
  y: readonly [number, number];
  slope: readonly [number, number];
}

export const courseFunctions = {
  square: {
    exercise: "scalar/square",
    formula: "x²",
    asks: "d_x_square",
    x: [-3, 3],
    start: 1,
    y: [-1.5, 9.5],
    slope: [-7, 7],
  },
  polynomial: {
    exercise: "scalar/polynomial",
    formula: "3x³ − 2x + 5",
    asks: "d_polynomial",
    x: [-1.5, 1.5],
    start: -0.8,
    y: [-3, 13],
    slope: [-5, 20],
  },
  reciprocal: {
    exercise: "scalar/reciprocal",
    formula: "1/x",
    asks: "d_reciprocal",
    x: [-3, 3],
    start: 1,
    y: [-5, 5],
    slope: [-10, 3],
  },
  sigmoid: {
    exercise: "scalar/sigmoid",
    formula: "1/(1 + e⁻ˣ)",
    asks: "d_sigmoid",
    x: [-6, 6],
    start: 0,
    y: [-0.2, 1.2],
    slope: [-0.1, 0.35],
  },
} as const satisfies Record<string, CourseFunction>;

export type FunctionName = keyof typeof courseFunctions;
