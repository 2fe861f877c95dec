/** Prints how many bytes the heap grows per node of a scalar graph. Run by `node --expose-gc`. */
import { tensor, type Tensor } from "#autodiff/index.ts";

const nodes = 1_000_000;

function chain(w: Tensor, length: number): Tensor {
  let h = w;
  for (let i = 0; i < length; i++) h = w.mul(h);
  return h;
}

function bytesInUse(): number {
  gc!();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const w = tensor(0.999, { dtype: "float64", requiresGrad: true });
chain(w, 10_000);
const before = bytesInUse();
const graph = chain(w, nodes);
const perNode = (bytesInUse() - before) / nodes;
console.log(graph.requiresGrad ? perNode : NaN);
