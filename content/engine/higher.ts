import { grad, tensor } from "#autodiff/index.ts";

const x = tensor(2, { requiresGrad: true });

const [first] = grad(x.pow(4), [x], { createGraph: true });
const [second] = grad(first, [x], { createGraph: true });
const [third] = grad(second, [x]);

console.log(first);
console.log(second);
console.log(third);
