import { tensor } from "#autodiff/index.ts";

const x = tensor(3, { requiresGrad: true });
const y = tensor(4, { requiresGrad: true });
const z = x.mul(y).add(x);

console.log("z was made by", z.node?.gradFn);
for (const input of z.node?.inputs ?? []) {
  const by = input.node?.gradFn ?? "nobody";
  console.log(input.item(), "by", by);
}
