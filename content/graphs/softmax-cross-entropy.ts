import { defineGraph } from "#graph/graph-definition.ts";

export default defineGraph({
  title: "Softmax and cross-entropy",
  inputs: { z: { value: [2, 1, -1] }, y: { value: [0, 1, 0] } },
  forward: ({ z, y }) => {
    const e = z.exp();
    const p = e.div(e.sum());
    return y.mul(p.log()).sum().neg();
  },
  wrt: ["z"],
  result: "L",
});
