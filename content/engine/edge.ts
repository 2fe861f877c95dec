import { grad, tensor } from "#autodiff/index.ts";

const x = tensor(3, { requiresGrad: true });
const loss = x.mul(x).add(x);

const [whole] = grad(loss, [x], {
  retainGraph: true,
  edge: (node, input, upstream, contribution) => {
    const [from, to] = [upstream.item(), contribution.item()];
    console.log(`${node.gradFn} ${input}: ${from} → ${to}`);
    return contribution;
  },
});
console.log("the gradient:", whole);

const [without] = grad(loss, [x], {
  edge: (node, input, _upstream, contribution) =>
    node === loss.node && input === 1 ? null : contribution,
});
console.log("without the second path:", without);
