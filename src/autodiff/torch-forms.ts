/** Under which names, and in which forms, Python's `torch` has an operation. From this its functions and methods are made. */
import { scalarTypes, type DType } from "#autodiff/dtype.ts";

/** PyTorch's messages for dtypes that it has no code for. */
export type Refused = Readonly<Partial<Record<DType, string>>>;

export interface TorchForms {
  /** `torch.name(x)` and `x.name()`. */
  readonly name: string;
  /** Other names of both. */
  readonly synonyms?: readonly string[];
  /** Its name in `torch.special`, if it is there too. */
  readonly special?: string;
  /** Whether `x.name_()` puts the result in the place of x. */
  readonly inPlace?: boolean;
  /** Whether the second operand may be a number, and then whether the operation is told so. */
  readonly numbers?: "as tensors" | "told apart";
}

/** PyTorch's message for an operation that it has no kernel for in this dtype. */
export const noKernel = (kernel: string, dtype: DType): string =>
  `"${kernel}" not implemented for '${scalarTypes[dtype]}'`;

/** The messages of an operation that it has no kernel for in any dtype without fractions. */
export const floatsOnly = (kernel: string): Refused => ({
  int64: noKernel(kernel, "int64"),
  bool: noKernel(kernel, "bool"),
});
