import { tensor } from "#autodiff/index.ts";

const x = tensor(3, { requiresGrad: true });
const loss = x.pow(2).sub(10).pow(2);

loss.backward();
console.log(x.grad);
