import { describe, expect, test } from "vitest";
import { grad, noGrad, tensor, type Tensor } from "#autodiff/index.ts";

const leaf = (values: number[]): Tensor => tensor(values, { requiresGrad: true });
const change = (x: Tensor) => noGrad(() => x.assign(x.add(1)));

describe("an in-place change", () => {
  test("is counted", () => {
    const x = leaf([1, 2]);
    change(x);
    change(x);
    expect(x.version).toBe(2);
    expect(x.clone().version).toBe(0);
  });

  test("of a value that a derivative needs stops the sweep, in PyTorch's words", () => {
    const w = leaf([1, 2]);
    const loss = w.mul(w).sum();
    change(w);
    expect(() => loss.backward()).toThrow(
      "one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2]] is at version 1; expected version 0 instead.",
    );
    expect(w.grad).toBeNull();
  });

  test("of a value that no derivative needs is none of the sweep's business", () => {
    const [x, b] = [leaf([1, 2]), leaf([3, 4])];
    const loss = x.mul(2).add(b).sum();
    change(x);
    change(b);
    expect(grad(loss, [x, b]).map((gradient) => gradient.toList())).toEqual([[2, 2], [1, 1]]); // prettier-ignore
  });

  test("of one factor stops only the derivative that it is a factor of", () => {
    const [x, c] = [leaf([1, 2]), tensor([3, 4])];
    const loss = x.mul(c).sum();
    change(x);
    expect(grad(loss, [x])[0].toList()).toEqual([3, 4]);
  });

  test("before the value was used is no obstacle", () => {
    const w = leaf([1, 2]);
    change(w);
    expect(grad(w.mul(w).sum(), [w])[0].toList()).toEqual([4, 6]);
  });
});

test("a leaf whose derivative is wanted can't be changed where operations are recorded", () => {
  const x = leaf([1]);
  expect(() => x.assign(tensor([2]))).toThrow(
    "a leaf Variable that requires grad is being used in an in-place operation.",
  );
});
