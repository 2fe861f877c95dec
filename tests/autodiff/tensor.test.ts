import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arange,
  eye,
  fromEntries,
  full,
  linspace,
  manualSeed,
  rand,
  randn,
  tensor,
  zeros,
} from "#autodiff/index.ts";

describe("dtypes", () => {
  test("promote as in PyTorch: a scalar raises an array only to a higher category", () => {
    const array = tensor([1, 2]);
    const double = tensor(3, { dtype: "float64" });
    const whole = tensor([1, 2], { dtype: "int64" });
    expect(array.add(double).dtype).toBe("float32");
    expect(array.add(tensor([3, 4], { dtype: "float64" })).dtype).toBe("float64");
    expect(whole.add(double).dtype).toBe("float64");
    expect(whole.mul(2).dtype).toBe("int64");
    expect(whole.mul(2.5).dtype).toBe("float32");
    expect(whole.div(2).dtype).toBe("float32");
    expect(tensor([1, 0], { dtype: "bool" }).sum().dtype).toBe("int64");
  });

  test("float32 rounds at every step, scalars and arrays alike", () => {
    expect(tensor(0.1).item()).toBe(Math.fround(0.1));
    expect(tensor(0.1).add(0.2).item()).toBe(Math.fround(Math.fround(0.1) + Math.fround(0.2)));
    expect(tensor([0.1]).mul(3).entries()[0]).toBe(Math.fround(Math.fround(0.1) * 3));
  });

  test("only floating tensors can require gradients", () => {
    expect(() => tensor(1, { dtype: "int64", requiresGrad: true })).toThrow("floating point");
  });
});

describe("broadcasting", () => {
  const shape = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 });

  test("matches entry-by-entry arithmetic", () => {
    fc.assert(
      fc.property(
        shape,
        fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        fc.nat(3),
        (full, ones, drop) => {
          const small = full
            .slice(Math.min(drop, full.length))
            .map((length, axis) => (ones[axis] ? 1 : length));
          const count = (lengths: number[]) => lengths.reduce((a, b) => a * b, 1);
          const x = fromEntries(
            Array.from({ length: count(full) }, (_, i) => i + 1),
            full,
          );
          const y = fromEntries(
            Array.from({ length: count(small) }, (_, i) => 10 * (i + 1)),
            small,
          );
          const expanded = y.expand(full).entries();
          expect(x.mul(y).entries()).toEqual(x.entries().map((value, i) => value * expanded[i]!));
          expect(y.sub(x).entries()).toEqual(x.entries().map((value, i) => expanded[i]! - value));
        },
      ),
    );
  });

  test("names the clash", () => {
    expect(() => zeros([2, 3]).add(zeros([2]))).toThrow(
      "The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1",
    );
  });

  test("a uniform tensor behaves like the same entries written out", () => {
    const uniform = full([2, 3], 4, { dtype: "float64" });
    const dense = fromEntries([4, 4, 4, 4, 4, 4], [2, 3]);
    const other = fromEntries([1, 2, 3], [3]);
    expect(uniform.mul(other).entries()).toEqual(dense.mul(other).entries());
    expect(uniform.sum(0).entries()).toEqual(dense.sum(0).entries());
    expect(uniform.T.matmul(dense).entries()).toEqual(dense.T.matmul(dense).entries());
    expect(String(uniform)).toBe(String(dense));
  });
});

describe("matmul", () => {
  test("agrees with the definition for all sizes around its tiles", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (m, k, n) => {
          const x = fromEntries(
            Array.from({ length: m * k }, (_, i) => (i % 7) - 3),
            [m, k],
          );
          const y = fromEntries(
            Array.from({ length: k * n }, (_, i) => (i % 5) - 2),
            [k, n],
          );
          const byDefinition = x.unsqueeze(2).mul(y).sum(1);
          expect(x.matmul(y).entries()).toEqual(byDefinition.entries());
        },
      ),
    );
  });

  test("names shapes that don't fit", () => {
    expect(() => zeros([2, 3]).matmul(zeros([2, 3]))).toThrow(
      "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)",
    );
  });
});

describe("creation", () => {
  test("reads nested lists and refuses ragged ones", () => {
    expect(tensor([[1, 2], [3, 4]]).toList()).toEqual([[1, 2], [3, 4]]); // prettier-ignore
    expect(() => tensor([[1, 2], [3]])).toThrow("expected sequence of length 2 at dim 1 (got 1)");
  });

  test("counts and spaces", () => {
    expect(arange(0, 5, 2).entries()).toEqual([0, 2, 4]);
    expect(linspace(0, 1, 5).entries()).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(eye(2).toList()).toEqual([[1, 0], [0, 1]]); // prettier-ignore
  });
});

describe("random streams", () => {
  test("start over with the seed", () => {
    manualSeed(7);
    const first = [rand([3]).entries(), randn([20]).entries()];
    manualSeed(7);
    expect([rand([3]).entries(), randn([20]).entries()]).toEqual(first);
  });

  test("are PyTorch's", () => {
    manualSeed(0);
    expect(String(rand([3]))).toBe("tensor([0.4963, 0.7682, 0.0885])");
    manualSeed(0);
    expect(String(randn([3]))).toBe("tensor([ 1.5410, -0.2934, -2.1788])");
  });
});

describe("printing", () => {
  test.each([
    [
      () => tensor([1, 5, 6], { dtype: "float64", requiresGrad: true }),
      "tensor([1., 5., 6.], dtype=torch.float64, requires_grad=True)",
    ],
    [() => tensor([0.01, 100]), "tensor([1.0000e-02, 1.0000e+02])"],
    [() => tensor([NaN, 1.5, -Infinity]), "tensor([   nan, 1.5000,   -inf])"],
    [() => tensor([1, 0], { dtype: "bool" }), "tensor([ True, False])"],
    [() => tensor([]), "tensor([])"],
    [() => zeros([0, 2]), "tensor([], size=(0, 2))"],
    [() => tensor(2, { requiresGrad: true }).add(1), "tensor(3., grad_fn=<AddBackward0>)"],
  ])("%#: as PyTorch does", (make, text) => {
    expect(String(make())).toBe(text);
  });
});
