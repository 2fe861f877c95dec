import { awayFromZero, defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "The cosine of two vectors",
  sizes: { n: [2, 6] },
  inputs: {
    u: awayFromZero(uniform(-3, 3, ["n"])),
    v: awayFromZero(uniform(-3, 3, ["n"])),
  },
  edgeCases: [
    { u: [1, 2, -2], v: [3, 0, 4] },
    { u: [3, -4], v: [4, 3] },
    { u: [2, 1], v: [-1, -0.5] },
    { u: [0.5, -1.5, 3, -0.25], v: [-1, 2.5, 0.75, 2] },
  ],
  forward: ({ u, v }, step) => {
    const dot = step("d", u.mul(v).sum());
    const r = step("r", u.pow(2).sum().sqrt());
    const q = step("q", v.pow(2).sum().sqrt());
    return dot.div(step("m", r.mul(q)));
  },
  wrt: ["u", "v"],
  asks: { name: "d_cosine", params: ["u", "v"] },
  shown: {
    python: `import numpy as np

def norm(x):
    return np.sqrt(np.sum(x**2))

def cosine(u, v):
    d = np.sum(u * v)
    r = norm(u)
    q = norm(v)
    m = r * q
    return d / m
`,
    javascript: `function norm(x) {
  return x.pow(2).sum().sqrt();
}

function cosine(u, v) {
  const d = u.mul(v).sum();
  const r = norm(u);
  const q = norm(v);
  const m = r.mul(q);
  return d.div(m);
}
`,
  },
  solution: {
    python: `import numpy as np

def d_cosine(u, v):
    d = np.sum(u * v)
    r = np.sqrt(np.sum(u**2))
    q = np.sqrt(np.sum(v**2))
    m = r * q

    # The quotient is d times 1/m: 1/m to d, and -d/m**2 to m.
    dd = 1 / m
    dm = -d / m**2
    # m = r * q: multiply swaps.
    dr = dm * q
    dq = dm * r
    # u is used twice. The dot product brings v, the norm brings u/r.
    du = dd * v + dr * u / r
    # v likewise.
    dv = dd * u + dq * v / q
    return du, dv
`,
    javascript: `function dCosine(u, v) {
  const d = u.mul(v).sum().item();
  const r = Math.sqrt(u.pow(2).sum().item());
  const q = Math.sqrt(v.pow(2).sum().item());
  const m = r * q;

  // The quotient is d times 1/m: 1/m to d, and -d/m² to m.
  const dd = 1 / m;
  const dm = -d / m ** 2;
  // m = r * q: multiply swaps.
  const dr = dm * q;
  const dq = dm * r;
  // u is used twice. The dot product brings v, the norm brings u/r.
  const du = v.mul(dd).add(u.mul(dr / r));
  // v likewise.
  const dv = u.mul(dd).add(v.mul(dq / q));
  return [du, dv];
}
`,
  },
  hints: [
    "You have derived every part: a dot product, two norms, a product and a quotient. Stage it: d, r, q, m, then d / m.",
    "Go back through the quotient first. It is d times 1/m, so d gets 1/m, and m gets -d/m².",
    "m is the product of the two norms, so r gets what arrives at m times q, and q gets it times r. The gradient of a norm is the vector, divided by its norm.",
    "u is used in d and in r, so du has two parts: v times what arrives at d, and u/r times what arrives at r. Add them. dv is the same with the letters swapped.",
  ],
  notes: [
    {
      of: "u",
      answer: ({ u, v }) => v.div(u.pow(2).sum().sqrt().mul(v.pow(2).sum().sqrt())),
      says: "Make `u` twice as long: the cosine stays as it is. Which use of `u` sees to that?",
    },
  ],
});
