import { enableGrad, isGradEnabled, Tensor, withGradMode } from "#autodiff/index.ts";
import { countChange, countTogether } from "#autodiff/versions.ts";
import { placesIn, indexPut } from "#autodiff/operations/take.ts";
import { strides } from "#autodiff/shape.ts";

/** From the whole to what a view shows of it: a slice, its transpose, … */
export type ViewFn = (whole: Tensor) => Tensor;

/**
 * What Python calls a tensor or an array: a name whose value may be replaced in place. The engine's tensors copy where
 * PyTorch's and NumPy's share memory, so sharing is kept here: a view remembers what it is a view of, looks again once
 * that has changed, and writes through to it.
 */
export class Variable {
  #value: Tensor;
  readonly #base: Variable | null;
  readonly #viewOf: ViewFn;
  /** Whether changes here count as changes of the base to autograd: not those through `x.data` or `x.numpy()`. */
  readonly #tracksVersion: boolean;
  /** How often the value was replaced. */
  #version = 0;
  /** The base's version that `#value` was taken from. */
  #baseVersion: number;
  #gradient: Variable | null = null;

  constructor(
    value: Tensor,
    base: Variable | null = null,
    viewOf: ViewFn = (whole) => whole,
    tracksVersion = true,
  ) {
    this.#value = value;
    this.#base = base;
    this.#viewOf = viewOf;
    this.#tracksVersion = tracksVersion;
    if (base !== null && tracksVersion) countTogether(value, base.value);
    this.#baseVersion = base?.version ?? 0;
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
    if (base === null || base.version === this.#baseVersion) return;
    const before = this.#value;
    this.#value = enableGrad(() => this.#viewOf(base.value));
    countTogether(this.#value, this.#tracksVersion ? base.value : before);
    this.#baseVersion = base.version;
    this.#version++;
  }

  /** The place of every entry in the variable that this is, in the end, a view of. */
  #places(): Tensor {
    return this.#base === null ? placesIn(this.value) : this.#viewOf(this.#base.#places());
  }

  /** How many entries lie between neighbours along each axis in PyTorch's memory, where a view shares that of the whole. */
  get strides(): number[] {
    const { shape } = this.value;
    const ordered = strides(shape);
    if (this.#base === null || shape.includes(0)) return ordered;
    const places = this.#places().entries();
    return shape.map((length, axis) =>
      length === 1 ? ordered[axis]! : places[ordered[axis]!]! - places[0]!,
    );
  }

  /** Whether the entries lie in memory in the order of their axes, without gaps. */
  get isContiguous(): boolean {
    const { shape } = this.value;
    const ordered = strides(shape);
    return this.strides.every((stride, axis) => shape[axis] === 1 || stride === ordered[axis]);
  }

  /** A view of this. */
  view(viewOf: ViewFn): Variable {
    return new Variable(viewOf(this.value), this, viewOf);
  }

  /** The same values outside the graph, through which they can be changed without autograd's noticing. */
  detachedAlias(): Variable {
    const viewOf = (whole: Tensor) => whole.detach();
    return new Variable(viewOf(this.value), this, viewOf, false);
  }

  /**
   * Replaces the value by one of the same shape and dtype; in a view, the part of the whole that it shows. A change that is
   * not counted goes unnoticed where a derivative needs the value from before.
   */
  replace(value: Tensor, tracksVersion = true): void {
    const base = this.#base;
    if (base !== null) {
      const whole = base.value;
      const indices = Int32Array.from(this.#viewOf(placesIn(whole)).entries());
      const unseen = whole.requiresGrad && !this.#value.requiresGrad;
      const changed = withGradMode(isGradEnabled() && !unseen, () => indexPut(whole, value, { indices }));
      base.replace(changed, tracksVersion && this.#tracksVersion);
      this.#refresh();
      if (!this.#tracksVersion && tracksVersion) countChange(this.#value);
      return;
    }
    // A leaf keeps its identity, for its gradient arrives there; a computed value takes its place in the graph along.
    if (tracksVersion) countChange(this.#value, value.requiresGrad ? value : this.#value);
    if (value.requiresGrad) this.#value = value;
    else this.#value.data = value.data;
    this.#version++;
  }

  /** Becomes a leaf of another shape or dtype, which wants derivatives if this did. */
  become(value: Tensor): void {
    this.#value = value.detach().requiresGrad_(this.#value.requiresGrad);
    this.#gradient = null;
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
