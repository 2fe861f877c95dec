import type { Tensor } from "#autodiff/tensor.ts";
import type { Version } from "#autodiff/versions.ts";

/** Called with the gradient of a tensor when it is complete; a returned tensor takes its place. */
export type GradientHook = (gradient: Tensor) => Tensor | null | undefined;

/** What differentiation keeps about a tensor, for the few that there is something to keep about. */
export class AutogradMeta {
  /** For a leaf. */
  requiresGrad = false;
  grad: Tensor | null = null;
  retainsGrad = false;
  hooks: GradientHook[] | null = null;
  /** ∂L/∂leaf as far as a sweep has collected it. */
  upstream: Tensor | null = null;
  /** Whether a sweep has made that tensor itself, by addition, so that it may add to it in place. */
  isSum = false;
  /** The complete gradient, for `grad` to fetch. */
  total: Tensor | null = null;
  version: Version | null = null;
  /** What had been counted there when this tensor took the place of another. */
  changesBefore = 0;
  isView = false;
  /** What an in-place operation that is differentiated put in this tensor's place. */
  next: Tensor | null = null;
}
