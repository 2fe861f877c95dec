/** What people call a gradient: `dxhat`, `d_xhat`, `grad_xhat`, `xhat_grad`, `dL_dxhat`, `gxhat`. */

/** A name without what sets languages and habits apart: `d_xhat` and `dXhat` are one. */
export const plain = (name: string): string => name.replace(/\[.*$/, "").replaceAll("_", "").toLowerCase();

const patterns = [
  /^d(?:l|loss|out|j|e|cost)d(.+)$/, // dL_dz
  /^(?:grad|gradient|delta|bar)(?:of|wrt)?(.+)$/,
  /^(.+?)(?:grad|gradient|bar|delta)$/,
  /^d(.+)$/,
  /^g(.+)$/,
];

/** The names of steps that a name may be the gradient of, in the plain form; none if it doesn't read like a gradient's. */
export function gradientOfNames(name: string): readonly string[] {
  const text = plain(name);
  return patterns.flatMap((pattern) => pattern.exec(text)?.[1] ?? []);
}

/** Words that begin with a d and are no gradients. */
const ordinary = new Set(
  "data decay degree degrees delta den denom denominator depth derivative dev diag diff difference dim dims direct direction dist distance div dof dot double down".split(
    " ",
  ),
);

/** `dZ`, `d_square`, `dsq`, `grad_x`, and not `data`: a name that is a gradient's, whatever of. */
export const isGradientWord = (name: string): boolean =>
  /^(?:d_|d[A-Z]|grad)/.test(name) || (/^d[a-z0-9]+$/.test(name) && !ordinary.has(name));
