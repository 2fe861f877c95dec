import { enableGrad, isGradEnabled, Tensor, withGradMode } from "#autodiff/index.ts";
import { placesIn, put } from "#autodiff/operations/shaping.ts";

/** How a view sees the whole: a slice of it, its transpose, … */
type Look = (whole: Tensor) => Tensor;

/**
 * What Python calls a tensor or an array: a name whose value may be replaced in place. The engine's tensors copy where
 * PyTorch's and NumPy's share memory, so sharing is kept here: a view remembers what it is a view of, looks again once
 * that has changed, and writes through to it.
 */
export class Variable {
  #value: Tensor;
  readonly #base: Variable | null;
  readonly #look: Look;
  /** How often the value was replaced. */
  #version = 0;
  /** The base's version that `#value` was taken from. */
  #seen: number;
  #gradient: Variable | null = null;

  constructor(value: Tensor, base: Variable | null = null, look: Look = (whole) => whole) {
    this.#value = value;
    this.#base = base;
    this.#look = look;
    this.#seen = base?.version ?? 0;
  }

  get version(): number {
    this.#refresh();
    return this.#version;
  }

  get value(): Tensor {
    this.#refresh();
    return this.#value;
  }

  get isView(): boolean {
    return this.#base !== null;
  }

  /** Whether writing here writes into a leaf whose derivative is wanted; what is detached from it does so unseen. */
  get isPartOfLeaf(): boolean {
    const { requiresGrad, isLeaf } = this.value;
    return requiresGrad && (this.#base?.isPartOfLeaf ?? isLeaf);
  }

  #refresh(): void {
    const base = this.#base;
    if (base === null || base.version === this.#seen) return;
    this.#value = enableGrad(() => this.#look(base.value));
    this.#seen = base.version;
    this.#version++;
  }

  /** A view of this. */
  view(look: Look): Variable {
    return new Variable(look(this.value), this, look);
  }

  /** Replaces the value by one of the same shape and dtype; in a view, the part of the whole that it shows. */
  replace(value: Tensor): void {
    const base = this.#base;
    if (base !== null) {
      const whole = base.value;
      const indices = Int32Array.from(this.#look(placesIn(whole)).entries());
      const unseen = whole.requiresGrad && !this.#value.requiresGrad;
      base.replace(withGradMode(isGradEnabled() && !unseen, () => put(whole, value, { indices })));
      this.#refresh();
      return;
    }
    // A leaf keeps its identity, for its gradient arrives there; a computed value takes its place in the graph along.
    if (value.requiresGrad) this.#value = value;
    else this.#value.data = value.data;
    this.#version++;
  }

  /** The value's gradient, the same variable each time while it is the same gradient. */
  get gradient(): Variable | null {
    const { grad } = this.value;
    if (grad === null) this.#gradient = null;
    else if (this.#gradient?.value !== grad) this.#gradient = new Variable(grad);
    return this.#gradient;
  }

  set gradient(gradient: Variable | null) {
    this.value.grad = gradient?.value ?? null;
    this.#gradient = gradient;
  }
}
