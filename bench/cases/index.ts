import type { BenchCase } from "../case.ts";
import { batchLinear } from "./batch-linear.ts";
import { perceptron } from "./perceptron.ts";
import { recurrence } from "./recurrence.ts";
import { scalarChain } from "./scalar-chain.ts";
import { scalarNetwork } from "./scalar-network.ts";
import { sumOfSquares } from "./sum-of-squares.ts";

export const cases: readonly BenchCase[] = [
  scalarChain,
  scalarNetwork,
  sumOfSquares(3, 5),
  sumOfSquares(1_000, 3),
  sumOfSquares(1_000_000, 3),
  batchLinear(5, 2, 3, 2),
  batchLinear(512, 256, 128, 1.05),
  recurrence(2, 8),
  recurrence(1_000, 8),
  recurrence(100_000, 8),
  perceptron,
];
