/** The function that an exercise shows, written for PyTorch instead of NumPy, so that autograd can differentiate it. */
export interface PyTorchFunction {
  code: string;
  /** The last function that it defines: the one to differentiate. */
  name: string;
  params: string[];
}

/** PyTorch knows these calls by the same names, and NumPy's `axis` and `keepdims`, but compares arrays with arrays only. Throws an Error where no function is defined. */
export function toPyTorch(shown: string): PyTorchFunction {
  const code = shown
    .trimEnd()
    .replace(/^import numpy as np$/gm, "import torch")
    .replace(/\bnp\.maximum\((\w+), 0\)/g, "torch.relu($1)")
    .replace(/^import math$/gm, "import torch")
    .replace(/^from (math|numpy) import /gm, "from torch import ")
    .replace(/\b(np|math)\./g, "torch.");
  const last = [...code.matchAll(/^def (\w+)\(([^)]*)\)/gm)].at(-1);
  if (!last) throw new Error(`No function is defined here:\n${shown}`);
  const params = last[2]!.split(",").map((param) => param.trim());
  return { code, name: last[1]!, params };
}
