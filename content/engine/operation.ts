import { call, defineOp, grad, tensor } from "#autodiff/index.ts";

/** x³, so ∂/∂x = 3x². */
const cube = defineOp({
  name: "cube",
  notation: call("cube", ["3 × in²"]),
  elementwise: true,
  forward: (x) => x.detach().pow(3),
  vjp: [(g, { x }) => g.mul(x.pow(2)).mul(3)],
  malRules: [
    {
      message: "kept the exponent",
      input: 0,
      vjp: (g, { x }) => g.mul(x.pow(3)).mul(3),
    },
  ],
});

const x = tensor(2, { dtype: "float64", requiresGrad: true });
const y = cube(x);
console.log(y);

const [right] = grad(y, [x], { retainGraph: true });
console.log("the rule:", right.item());
const rise = cube(x.add(1e-4)).sub(cube(x.sub(1e-4)));
console.log("a difference:", rise.div(2e-4).item().toFixed(6));

const [wrong] = grad(y, [x], {
  edge: (node, input, upstream, contribution) => {
    const { malRules } = node.operation;
    const malRule = malRules.find((each) => each.input === input);
    return malRule ? malRule.vjp(upstream, node) : contribution;
  },
});
console.log("with the mal-rule:", wrong.item());
