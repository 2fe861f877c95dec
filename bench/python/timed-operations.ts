/** What learners' programs do most, each with what comes before it. */
export interface TimedOperation {
  name: string;
  /** Runs once. */
  setup: string;
  /** Runs again and again. */
  statement: string;
}

const torch = `
import torch
x, y = torch.rand(3, 4), torch.rand(3, 4)
w = torch.rand(4, 2, requires_grad=True)
a = torch.tensor(2.0, requires_grad=True)
`;

const numpy = `
import numpy as np
x, y = np.arange(12.0).reshape(3, 4), np.ones((3, 4))
w = np.ones((4, 2))
s = x.sum()
`;

const training = (layers: string) => `
import torch
from torch import nn
X = torch.rand(16, 4)
Y = X.sum(1, keepdim=True)
${layers}
def train():
    for step in range(100):
        loss = ((model(X) - Y) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
`;

const of = (
  setup: string,
  statements: readonly (readonly [name: string, statement: string])[],
): TimedOperation[] => statements.map(([name, statement]) => ({ name, setup, statement }));

export const operations: readonly TimedOperation[] = [
  ...of(torch, [
    ["torch: x + 1", "x + 1"],
    ["torch: 2 * x", "2 * x"],
    ["torch: x * y", "x * y"],
    ["torch: x * y.numpy()", "x * y.numpy()"],
    ["torch: x @ w", "x @ w"],
    ["torch: x == y", "x == y"],
    ["torch: x.exp()", "x.exp()"],
    ["torch: torch.exp(x)", "torch.exp(x)"],
    ["torch: x.sum()", "x.sum()"],
    ["torch: x.sum(0)", "x.sum(0)"],
    ["torch: x[1]", "x[1]"],
    ["torch: x[1, 2:]", "x[1, 2:]"],
    ["torch: x[mask]", "x[x > 0.5]"],
    ["torch: x[0] = y[1]", "x[0] = y[1]"],
    ["torch: x *= y", "x *= y"],
    ["torch: x.shape", "x.shape"],
    ["torch: a.item()", "a.item()"],
    ["torch: float(a)", "float(a)"],
    ["torch: max(a, 1)", "max(a, 1)"],
    ["torch: f'{a:.3f}'", "f'{a:.3f}'"],
    ["torch: torch.tensor([1.0, 2.0])", "torch.tensor([1.0, 2.0])"],
    ["torch: hasattr(x, 'absent')", "hasattr(x, 'absent')"],
    ["torch: forward and backward", "((x @ w) ** 2).sum().backward()"],
  ]),
  ...of(numpy, [
    ["numpy: x + 1", "x + 1"],
    ["numpy: 2 * x", "2 * x"],
    ["numpy: x * y", "x * y"],
    ["numpy: x * s", "x * s"],
    ["numpy: s * 2", "s * 2"],
    ["numpy: x @ w", "x @ w"],
    ["numpy: np.exp(x)", "np.exp(x)"],
    ["numpy: np.maximum(x, 0)", "np.maximum(x, 0)"],
    ["numpy: np.where(x > 0, x, y)", "np.where(x > 0, x, y)"],
    ["numpy: np.sum(x)", "np.sum(x)"],
    ["numpy: x.sum(axis=0)", "x.sum(axis=0)"],
    ["numpy: x[1]", "x[1]"],
    ["numpy: x[1, 2]", "x[1, 2]"],
    ["numpy: x[1, 2] = 3.0", "x[1, 2] = 3.0"],
    ["numpy: x += y", "x += y"],
    ["numpy: x.T", "x.T"],
    ["numpy: np.array([1.0, 2.0])", "np.array([1.0, 2.0])"],
    ["numpy: np.zeros((2, 3))", "np.zeros((2, 3))"],
  ]),
  ...of("d = {'a': 1}\nx = 1.5\n", [
    ["python: 0 < x", "0 < x"],
    ["python: f'{x:.3f}'", "f'{x:.3f}'"],
    ["python: max(x, 1)", "max(x, 1)"],
    ["python: isinstance(x, float)", "isinstance(x, float)"],
    ["python: x *= 1.0", "x *= 1.0"],
  ]),
  {
    name: "100 steps by hand, one parameter",
    setup: `
import torch
w = torch.tensor(0.0, requires_grad=True)
x, y = torch.rand(16), torch.rand(16)
def train():
    for step in range(100):
        loss = ((w * x - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w.sub_(0.1 * w.grad)
        w.grad = None
`,
    statement: "train()",
  },
  {
    name: "100 steps of SGD, nn.Linear",
    setup: training("model = nn.Linear(4, 1)\noptimizer = torch.optim.SGD(model.parameters(), lr=0.01)"),
    statement: "train()",
  },
  {
    name: "100 steps of Adam, two layers",
    setup: training(
      "model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))\noptimizer = torch.optim.Adam(model.parameters())",
    ),
    statement: "train()",
  },
];
