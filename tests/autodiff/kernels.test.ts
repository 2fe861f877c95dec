import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matmul, type Matrix } from "#autodiff/kernels/matmul.ts";
import { plainTiles } from "#autodiff/kernels/tiles.ts";
import { simdModule, simdTiles } from "#autodiff/kernels/tiles-simd.ts";

const length = fc.integer({ min: 0, max: 9 });
const anyNumber = fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e3, max: 1e3 });
const numbers = (count: number) => fc.array(anyNumber, { minLength: count, maxLength: count });

/** The product of two matrices, written as its definition. */
function byDefinition(x: readonly number[], y: readonly number[], m: number, k: number, n: number): number[] {
  return Array.from({ length: m * n }, (_, place) => {
    const [i, j] = [Math.trunc(place / n), place % n];
    let sum = 0;
    for (let p = 0; p < k; p++) sum += x[i * k + p]! * y[p * n + j]!;
    return sum;
  });
}

const transposed = (x: readonly number[], rows: number, columns: number): Float64Array =>
  Float64Array.from(x, (_, place) => x[(place % rows) * columns + Math.trunc(place / rows)]!);

describe("a product of matrices", () => {
  test("is its definition to the bit, in every order of the factors in memory", () => {
    const problem = fc
      .tuple(length, length, length)
      .chain(([m, k, n]) => fc.tuple(fc.constant([m, k, n] as const), numbers(m * k), numbers(k * n)));
    fc.assert(
      fc.property(problem, ([[m, k, n], x, y]) => {
        const lefts = (): Matrix[] => [
          { data: Float64Array.from(x), start: 0, rowStep: k, columnStep: 1 },
          { data: transposed(x, m, k), start: 0, rowStep: 1, columnStep: m },
        ];
        const rights = (): Matrix[] => [
          { data: Float64Array.from(y), start: 0, rowStep: n, columnStep: 1 },
          { data: transposed(y, k, n), start: 0, rowStep: 1, columnStep: k },
        ];
        for (const i of [0, 1]) {
          for (const j of [0, 1]) {
            const product = matmul(lefts()[i]!, rights()[j]!, 1, m, k, n, "float64");
            expect([...product]).toEqual(byDefinition(x, y, m, k, n));
          }
        }
      }),
    );
  });
});

describe("the inner loop in WebAssembly", () => {
  test("gives the plain one's results to the bit", () => {
    const simd = simdTiles()!;
    const fours = fc.integer({ min: 1, max: 5 }).map((n) => 4 * n);
    const problem = fc
      .tuple(fours, fc.integer({ min: 1, max: 20 }), fours)
      .chain(([m, k, n]) => fc.tuple(fc.constant([m, k, n] as const), numbers((m + n) * k)));
    fc.assert(
      fc.property(problem, ([[m, k, n], factors]) => {
        const [slow, fast] = [plainTiles, simd].map((tiles) => {
          const memory = tiles.memory((m + n) * k + m * n)!;
          memory.set(factors);
          tiles.run(memory, m, k, n);
          return [...memory.slice((m + n) * k)];
        });
        expect(fast).toEqual(slow);
      }),
    );
  });

  test("fits into what a page may compile at once, and leaves products that are too large to the plain one", () => {
    expect(simdModule().byteLength).toBeLessThan(4096);
    expect(simdTiles()!.memory(2 ** 24)).toBeNull();
  });
});
