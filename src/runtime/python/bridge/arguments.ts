/** What calls of `torch` and of `numpy` have in common about their arguments. */
import { represent } from "#autodiff/dtype.ts";
import { Tensor } from "#autodiff/index.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

/** A tensor or a Python number; beside a number Python says whether it is a float, for 2.0 crosses as 2, or null of a bool. */
export type Operand = Variable | number;

export type Dims = readonly number[] | undefined;

/** The dimensions that a call names one by one; undefined, for all, where it names none. */
export const dimsOf = (dims: readonly number[]): Dims => (dims.length > 0 ? dims : undefined);

/** A reduction over the dimensions that are named, or over all. */
export const reducing =
  (f: (x: Tensor, dims: Dims, keepdim: boolean) => Tensor) =>
  (x: Variable, keepdim: boolean, ...dims: number[]) =>
    new Variable(f(x.value, dimsOf(dims), keepdim));

/** What `tensordot` sums over: so many axes, or those of the one tensor and then those of the other. */
export const summedAxes = (
  axes: readonly number[],
): number | readonly [readonly number[], readonly number[]] =>
  axes.length === 1 ? axes[0]! : [axes.slice(0, axes.length / 2), axes.slice(axes.length / 2)];

/** Values that are to be written into a variable; a number takes its dtype. */
export const valuesFor = ({ value: { dtype } }: Variable, values: Operand): Tensor =>
  values instanceof Variable ? values.value : new Tensor(represent(dtype, values), [], dtype);

/** The tensors behind variables. */
export const valuesOf = (variables: readonly Variable[]): Tensor[] => variables.map(({ value }) => value);
