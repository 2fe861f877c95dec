import { ruleFor, tensor, unbroadcast } from "#autodiff/index.ts";

const x = tensor([1, 2, 3], { requiresGrad: true });
const w = tensor(0.5, { requiresGrad: true });
const loss = x.mul(w).sin().add(x).sum();

// What the result depends on. The loop goes on to what it adds.
const tensors = new Set([loss]);
for (const { node } of tensors) {
  for (const input of node?.inputs ?? []) tensors.add(input);
}

const nodes = [...tensors].flatMap(({ node }) => node ?? []);
nodes.sort((a, b) => b.id - a.id);

const gradients = new Map([[loss, tensor(1)]]);
for (const node of nodes) {
  const upstream = gradients.get(node.out);
  if (!upstream) continue;
  for (const [i, input] of node.inputs.entries()) {
    const rule = ruleFor(node.operation, i);
    const given = unbroadcast(rule(upstream, node), input.shape);
    const sofar = gradients.get(input);
    gradients.set(input, sofar ? sofar.add(given) : given);
  }
}

console.log("these lines, x:", gradients.get(x));
console.log("these lines, w:", gradients.get(w));

loss.backward();
console.log("the engine, x: ", x.grad);
console.log("the engine, w: ", w.grad);
