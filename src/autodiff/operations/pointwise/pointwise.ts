/** Operations that are a function of every entry. */
import type { Unary } from "#autodiff/kernels/elementwise.ts";
import { call } from "#autodiff/notation.ts";
import { defineOp, type Applied, type MalRule, type Vjp } from "#autodiff/operation.ts";
import { floating, mapUnary } from "#autodiff/operations/map.ts";
import type { Tensor } from "#autodiff/tensor.ts";
import type { Refused, TorchForms } from "#autodiff/torch-forms.ts";

interface Pointwise {
  name: string;
  gradFn?: string;
  /** The value for one entry. */
  f: Unary | ((x: number) => number);
  /** Whether integers stay integers; otherwise they become float32. */
  keepsIntegers?: boolean;
  /** The local derivative in terms of `in` and `out`; empty where no few words say it. */
  local: string;
  /** What stands in a drawn node, if not the name. */
  label?: string;
  /** What `torch` has beyond function, method and in-place variant; null where only `torch.nn.functional` has it. */
  torch?: Omit<TorchForms, "name" | "inPlace" | "numbers"> | null;
  refused?: Refused;
  vjp: Vjp<undefined>;
  malRules?: readonly Omit<MalRule<undefined>, "input">[];
  saves?: boolean;
}

/** Declares a function of every entry, under the name that `torch` has for it. Its result has the shape of its input. */
export const pointwise = ({
  name,
  f,
  keepsIntegers = false,
  local,
  label = name,
  torch = {},
  vjp,
  malRules = [],
  ...columns
}: Pointwise): Applied<[x: Tensor], undefined> =>
  defineOp({
    ...columns,
    name,
    ...(torch && { torch: { ...torch, name, inPlace: true } }),
    notation: call(name, local === "" ? [] : [local], label),
    elementwise: true,
    forward: (x) => mapUnary(x, f, keepsIntegers ? x.dtype : floating(x.dtype)),
    vjp: [vjp],
    malRules: malRules.map((malRule) => ({ ...malRule, input: 0 })),
  });
