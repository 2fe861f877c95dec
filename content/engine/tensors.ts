import { tensor } from "#autodiff/index.ts";

const X = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);
const b = tensor([10, 20, 30]);

console.log(X.add(b));
console.log(X.sum(0));
console.log(X.matmul(b));
