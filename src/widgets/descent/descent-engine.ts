/** The loss over all examples, L = Σ (w·x + b − y)², and its gradients, by the engine. */
import { noGrad, tensor, type Tensor } from "#autodiff/index.ts";
import { examples, type Gradients, type Weights } from "#widgets/descent/training-data.ts";
import exercise from "../../../exercises/linear/squared-error.ts";

const float64 = (data: number | number[]) => tensor(data, { dtype: "float64" });

const x = float64(examples.map(([at]) => at));
const y = float64(examples.map(([, target]) => target));

/** The losses of all examples, in the last axis. */
const losses = (w: Tensor, b: Tensor): Tensor => exercise.forward({ w, x, b, y }, (_, step) => step);

/** L at these weights. */
export const lossAt = ({ w, b }: Weights): number =>
  noGrad(() => losses(float64(w), float64(b)).sum().item());

/** dL/dw and dL/db at these weights. */
export function gradientsAt({ w, b }: Weights): Gradients {
  const [W, B] = [w, b].map((value) => tensor(value, { dtype: "float64", requiresGrad: true })) as [
    Tensor,
    Tensor,
  ];
  losses(W, B).sum().backward();
  return { dw: W.grad!.item(), db: B.grad!.item() };
}

/** The loss is a bowl: L = least + ½ (p − lowest)ᵀ H (p − lowest) at p = (w, b). */
export interface Bowl {
  /** Where the loss is least, and how much it is there. */
  lowest: Weights;
  least: number;
  /** The second derivatives by w, by w and b, by b: the entries of H. */
  curvature: { ww: number; wb: number; bb: number };
}

/** The gradients are linear in w and b, so three of them tell how they change, and where they vanish. */
export function bowl(): Bowl {
  const origin = gradientsAt({ w: 0, b: 0 });
  const byW = gradientsAt({ w: 1, b: 0 });
  const byB = gradientsAt({ w: 0, b: 1 });
  const curvature = { ww: byW.dw - origin.dw, wb: byB.dw - origin.dw, bb: byB.db - origin.db };
  const { ww, wb, bb } = curvature;
  const determinant = ww * bb - wb * wb;
  const lowest = {
    w: (wb * origin.db - bb * origin.dw) / determinant,
    b: (wb * origin.dw - ww * origin.db) / determinant,
  };
  return { lowest, least: lossAt(lowest), curvature };
}

/** So many points make an oval. */
const pieces = 72;

/**
 * All places with the same loss, once around: p = lowest + √(2 (loss − least)) · C⁻ᵀ (cos t, sin t), where H = C Cᵀ and C is
 * lower triangular.
 */
export function oval({ lowest, least, curvature: { ww, wb, bb } }: Bowl, loss: number): Weights[] {
  const c11 = Math.sqrt(ww);
  const c21 = wb / c11;
  const c22 = Math.sqrt(bb - c21 * c21);
  const radius = Math.sqrt(2 * (loss - least));
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const t = (2 * Math.PI * i) / pieces;
    const b = Math.sin(t) / c22;
    return { w: lowest.w + (radius * (Math.cos(t) - c21 * b)) / c11, b: lowest.b + radius * b };
  });
}
