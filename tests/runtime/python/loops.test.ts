import { describe, expect, test } from "vitest";
import { forMicroPython } from "#runtime/python/source/index.ts";
import { nodeRuntime } from "../node-runtime.ts";

const runtime = nodeRuntime();

const breathing = (code: string): string => forMicroPython(code, { breathing: true });

describe("loops call out of Python as they turn, where a browser could not end them otherwise", () => {
  test.each([
    ["while x: pass", "while _breathe() and (x): pass"],
    ["while (x := f()) :  # y\n  z", "while _breathe() and ((x := f())) :  # y\n  z"],
    [
      "while True:\n  while a < b: pass",
      "while _breathe() and (True):\n  while _breathe() and (a < b): pass",
    ],
    ["for x in y: pass\nelse: z", "for x in _breathing((y)): pass\nelse: z"],
    ["for a, b in z, w :\n  pass", "for a, b in _breathing((z, w)) :\n  pass"],
    [
      "[a for a in b if a in c for d in e]",
      "[a for a in _breathing((b)) if a in c for d in _breathing((e))]",
    ],
    ["{k for k in s}", "{k for k in _breathing((s))}"],
    ["{k: v for k, v in d}", "_merged([(k, v) for k, v in _breathing((d))])"],
    ["any(x for x in y)", "any(x for x in _breathing((y)))"],
    ["(x in y, f(x in y))", "(x in y, f(x in y))"],
  ])("%s", (code, expected) => {
    expect(breathing(code)).toBe(expected);
    expect(forMicroPython(code)).not.toContain("_breath");
  });
});

test("a loop that calls out turns as often, and ends in the same way", async () => {
  const code = `
from itertools import count

def seen(items):
    try:
        for item in items:
            yield item
    finally:
        print("left")

total = 0
for i in range(300):
    if i % 2: continue
    total += i
    if i > 250: break
else:
    print("never")
print(total, i)
while total > 100:
    total //= 2
else:
    print("done", total)
print([a * b for a in range(3) for b in (10, 20) if a], {k: v for k, v in zip("ab", count())})
print(sum(x for x in seen(range(100))), next(x for x in count() if x > 500))
for a, b in (1, 2), (3, 4):
    print(a, b)
try:
    for x in seen(range(3)):
        raise ValueError(x)
except ValueError as error:
    print("raised", error)
i = 3
while i and not (i := i - 1) == 1: pass
print(i)
for x in 5: pass`;
  const run = async (text: string) => {
    const { stdout, error } = await runtime.runCell({ language: "python", code: text });
    return { stdout, message: error?.message, line: error?.line };
  };
  const plain = await run(code);
  expect(plain.stdout).toContain("raised 0\n1\n");
  expect(plain.message).toContain("iterable");
  expect(await run(breathing(code))).toEqual(plain);
});
