import { defineShapes } from "#graph/shape-definition.ts";

export default defineShapes({
  title: "A dot product, entry by entry",
  sizes: { n: { name: "Entries", value: 3, min: 1, max: 6 } },
  inputs: {
    w: { axes: ["n"], value: [2, -1, 1.5] },
    x: { axes: ["n"], value: [1, 5, 6] },
  },
  forward: ({ w, x }) => {
    const p = w.mul(x);
    return { p, z: p.sum() };
  },
  wrt: ["w", "x"],
  begin: "dw[1]",
});
