import { describe, expect, test } from "vitest";
import { fromEntries, grad, isGradEnabled, noGrad, tensor, zeros, type Tensor } from "#autodiff/index.ts";

const leaf = (value: number | number[]): Tensor => tensor(value, { dtype: "float64", requiresGrad: true });

describe("backward", () => {
  test("gives the notebook's gradient of the squared loss", () => {
    const x = leaf(1);
    x.pow(2).sub(10).pow(2).backward();
    expect(String(x.grad)).toBe("tensor(-36., dtype=torch.float64)");
  });

  test("adds to grad on every sweep", () => {
    const x = leaf(3);
    x.pow(2).backward();
    x.pow(2).backward();
    expect(x.grad!.item()).toBe(12);
  });

  test("adds the contributions of all paths into one leaf", () => {
    const x = leaf(3);
    x.mul(x).add(x).backward();
    expect(x.grad!.item()).toBe(7);
  });

  test("takes an upstream gradient for more than one entry, and asks for it", () => {
    const x = leaf([1, 2]);
    expect(() => x.mul(2).backward()).toThrow("grad can be implicitly created only for scalar outputs");
    x.mul(2).backward(fromEntries([1, 10], [2]));
    expect(x.grad!.entries()).toEqual([2, 20]);
    expect(() => x.mul(2).backward(zeros([3]))).toThrow("Mismatch in shape");
  });

  test("keeps the gradient of a result only where told to", () => {
    const x = leaf(2);
    const y = x.mul(3);
    const z = y.pow(2);
    y.retainGrad();
    z.backward();
    expect(y.grad!.item()).toBe(12);
    expect(z.grad).toBeNull();
    expect(() => tensor(1).retainGrad()).toThrow("can't retain_grad on Tensor that has requires_grad=False");
  });

  test("stops at detached values and at constants", () => {
    const x = leaf(2);
    x.mul(x.detach()).backward();
    expect(x.grad!.item()).toBe(2);
  });

  test("records nothing inside noGrad, and records again after an error in it", () => {
    const x = leaf(2);
    expect(noGrad(() => x.mul(3)).requiresGrad).toBe(false);
    expect(() =>
      noGrad(() => {
        throw new Error("inside");
      }),
    ).toThrow("inside");
    expect(isGradEnabled()).toBe(true);
  });

  test("refuses a second sweep over a freed graph, unless told to keep it", () => {
    const x = leaf(2);
    const y = x.pow(2);
    y.backward(undefined, { retainGraph: true });
    y.backward();
    expect(x.grad!.item()).toBe(8);
    expect(() => y.backward()).toThrow("Trying to backward through the graph a second time");
  });

  test("leaves no gradient behind when it fails half-way", () => {
    const x = leaf(2);
    const y = x.mul(3);
    const z = y.pow(2);
    const failing = () => {
      throw new Error("in the hook");
    };
    expect(() => grad(z, [x], { retainGraph: true, edge: failing })).toThrow("in the hook");
    expect(grad(z, [x])[0].item()).toBe(36);
  });

  test("goes through 1,000,000 steps without overflowing the stack", () => {
    const x = leaf(1);
    let y = x;
    for (let i = 0; i < 1_000_000; i++) y = y.add(1);
    y.backward();
    expect(x.grad!.item()).toBe(1);
  });

  test("gives a scalar's gradient back in the scalar's shape after broadcasting", () => {
    const bias = fromEntries([1, 2, 3], [1, 3], { requiresGrad: true });
    zeros([5, 3], { dtype: "float64" }).add(bias).sum().backward();
    expect(bias.grad!.toList()).toEqual([[5, 5, 5]]);
  });
});

describe("grad", () => {
  test("differentiates with respect to results too, and leaves grad alone", () => {
    const x = leaf(2);
    const y = x.pow(2);
    const [dy, dx] = grad(y.mul(3), [y, x]);
    expect([dy.item(), dx.item(), x.grad]).toEqual([3, 12, null]);
  });

  test("gives third derivatives", () => {
    const x = leaf(2);
    const [first] = grad(x.pow(4), [x], { createGraph: true });
    const [second] = grad(first, [x], { createGraph: true });
    const [third] = grad(second, [x]);
    expect([first.item(), second.item(), third.item()]).toEqual([32, 48, 48]);
  });

  test("names an input that the output doesn't depend on", () => {
    const [x, other] = [leaf(2), leaf(3)];
    expect(() => grad(x.pow(2), [other])).toThrow("appears to not have been used in the graph");
    expect(grad(x.pow(2), [other], { allowUnused: true })).toEqual([null]);
  });
});

describe("the edge hook", () => {
  const x = leaf(3);
  const y = leaf(5);

  test("sees every edge with its upstream gradient and contribution, last operation first", () => {
    const seen: string[] = [];
    grad(x.pow(2).sub(y).pow(2), [x, y], {
      edge: (node, input, upstream, contribution) => {
        seen.push(`${node.gradFn} ${input}: ${upstream.item()} → ${contribution.item()}`);
        return contribution;
      },
    });
    expect(seen).toEqual([
      "PowBackward0 0: 1 → 8",
      "SubBackward0 0: 8 → 8",
      "SubBackward0 1: 8 → -8",
      "PowBackward0 0: 8 → 48",
    ]);
  });

  test("bends the sweep by what it returns", () => {
    const dropped = grad(x.mul(y).add(x), [x], {
      edge: (node, input, _upstream, contribution) =>
        node.gradFn === "AddBackward0" && input === 1 ? null : contribution,
    });
    expect(dropped[0].item()).toBe(5);
  });
});
