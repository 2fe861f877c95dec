/**
 * In-place changes. A rule may look at the inputs or the result of its operation; had one of them been changed since, the
 * gradient would be wrong. So changes are counted, by memory as in PyTorch: a view and what it shows count together. A tensor
 * that was never changed nor viewed has no counter.
 */
import { AutogradMeta } from "#autodiff/autograd-meta.ts";
import { scalarTypes } from "#autodiff/dtype.ts";
import { EngineError } from "#autodiff/errors.ts";
import type { Node } from "#autodiff/operation.ts";
import type { Tensor } from "#autodiff/tensor.ts";

/** The count of changes to entries that several tensors may show. */
export interface Version {
  changes: number;
}

/** Whether changes to the tensor's entries are counted, because there was one or there is a view of them. */
export const hasVersion = ({ meta }: Tensor): boolean => meta !== null && meta.version !== null;

/** How often the entries were changed in place; 0 where nothing is counted. */
export const changes = ({ meta }: Tensor): number => meta?.version?.changes ?? 0;

function metaWithVersion(tensor: Tensor): AutogradMeta & { version: Version } {
  const meta = (tensor.meta ??= new AutogradMeta());
  meta.version ??= { changes: 0 };
  return meta as AutogradMeta & { version: Version };
}

/** Operations in place: their first input is what they overwrite, of which they have a copy. */
const overwriting = new WeakSet<Node>();

/** Notes a change in place to the entries of a tensor. Where `next` has taken its place, they go on being counted there. */
export function countChange(tensor: Tensor, next = tensor): void {
  const meta = metaWithVersion(tensor);
  meta.version.changes++;
  if (next === tensor) return;
  meta.next = next;
  const nextMeta = (next.meta ??= new AutogradMeta());
  nextMeta.version = meta.version;
  nextMeta.changesBefore = meta.version.changes;
  if (next.node?.x === tensor) overwriting.add(next.node);
}

/** From now on a change to a tensor or to its view is a change to both. */
export function countTogether(view: Tensor, base: Tensor): void {
  const meta = (view.meta ??= new AutogradMeta());
  meta.version = metaWithVersion(base).version;
  meta.isView = true;
}

/** What the inputs had counted when an operation was applied to them, where not 0. */
const recorded = new WeakMap<Node, number[]>();

/** Notes the counts of a new node's inputs, if any is above 0, for `unpacked` to compare with later ones. */
export function recordVersions(node: Node): void {
  const counts = node.inputs.map(changes);
  if (counts.some((count) => count > 0)) recorded.set(node, counts);
}

/** Whether `unpacked` is worth while: for most nodes it isn't. */
export const mayHaveChanged = (node: Node): boolean =>
  hasVersion(node.x) ||
  hasVersion(node.y) ||
  hasVersion(node.out) ||
  (typeof node.operation.vjp === "function" && node.inputs.some(hasVersion));

/** The node as its rules may see it: to look at a tensor that was changed in place since throws PyTorch's RuntimeError. */
export function unpacked(node: Node): Node {
  const expected = recorded.get(node) ?? [];
  const { inputs, out } = node;
  const copied = overwriting.has(node) ? 0 : null;
  const isStale = (tensor: Tensor, i: number) => i !== copied && changes(tensor) !== (expected[i] ?? 0);
  const outExpected = out.meta?.changesBefore ?? 0;
  if (!inputs.some(isStale) && changes(out) === outExpected) return node;
  const input = (i: number) => {
    if (isStale(inputs[i]!, i)) refuse(inputs[i]!, expected[i] ?? 0, origin(inputs[i]!));
    return inputs[i]!;
  };
  return Object.create(node, {
    x: { get: () => input(0) },
    y: { get: () => input(1) },
    inputs: {
      value: Object.defineProperties(
        [],
        Object.fromEntries(inputs.map((_, i) => [i, { get: () => input(i) }])),
      ),
    },
    out: {
      get: () => {
        if (changes(out) !== outExpected) refuse(out, outExpected, node.gradFn);
        return out;
      },
    },
  }) as Node;
}

/** What PyTorch says a changed input comes from: its last change, or for a view, which is then made anew, its strides. */
function origin(tensor: Tensor): string | null {
  let last = tensor;
  for (let next = last.meta?.next; next; next = last.meta?.next) last = next;
  if (last.meta?.isView && last.requiresGrad) return "AsStridedBackward0";
  return last.gradFn === "CopySlices" ? "torch::autograd::CopySlices" : last.gradFn;
}

function refuse(tensor: Tensor, expected: number, from: string | null): never {
  throw new EngineError(
    "RuntimeError",
    `one of the variables needed for gradient computation has been modified by an inplace operation: [torch.${scalarTypes[tensor.dtype]}Tensor [${tensor.shape.join(", ")}]]${from === null ? "" : `, which is output 0 of ${from},`} is at version ${changes(tensor)}; expected version ${expected} instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True).`,
  );
}
