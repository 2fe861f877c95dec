import { ones, tensor, unbroadcast } from "#autodiff/index.ts";

const X = ones([4, 3]);
const b = tensor([1, 2, 3], { requiresGrad: true });

X.mul(b).sum().backward();
console.log(b.grad);

console.log(unbroadcast(ones([4, 3]), [3]));
console.log(unbroadcast(ones([4, 3]), [4, 1]));
console.log(unbroadcast(ones([4, 3]), []));
