/** From functions of tensors to calls on variables, and on numbers beside them. */
import { defaultFloat, represent } from "#autodiff/dtype.ts";
import { EngineError, isFloating, Tensor } from "#autodiff/index.ts";
import type { Refused } from "#autodiff/torch-forms.ts";
import type { Operand } from "#runtime/python/bridge/arguments.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

/** A number beside a tensor is a 0-d tensor that does not raise the tensor's dtype, unless it is a float beside integers. */
export function asTensor(beside: Tensor, operand: Operand, isFloat: boolean | null): Tensor {
  if (operand instanceof Variable) return operand.value;
  const whole = isFloat ? defaultFloat() : isFloat === null ? beside.dtype : "int64";
  const dtype = isFloating(beside.dtype) ? beside.dtype : whole;
  return new Tensor(represent(dtype, operand), [], dtype);
}

type OnVariables<Args extends unknown[]> = { [I in keyof Args]: Args[I] extends Tensor ? Variable : Args[I] };

/** A call on variables, made by a function of their values. */
export const lift =
  <Args extends unknown[]>(f: (...args: Args) => Tensor) =>
  (...args: OnVariables<Args>): Variable =>
    new Variable(f(...(args.map((each) => (each instanceof Variable ? each.value : each)) as Args)));

/** Throws PyTorch's RuntimeError for a dtype that it refuses. */
export function refuse({ dtype }: Tensor, refused: Refused = {}): void {
  const message = refused[dtype];
  if (message !== undefined) throw new EngineError("RuntimeError", message);
}

/** A call on a variable; dtypes that PyTorch refuses get its message. */
export const unary =
  (f: (x: Tensor) => Tensor, refused?: Refused) =>
  (x: Variable): Variable => {
    refuse(x.value, refused);
    return new Variable(f(x.value));
  };

/** A call on a variable and an operand; `f` is told whether that is a number. */
export const binary =
  (f: (x: Tensor, y: Tensor, ofNumber: boolean) => Tensor) =>
  (x: Variable, y: Operand, isFloat: boolean | null): Variable =>
    new Variable(f(x.value, asTensor(x.value, y, isFloat), !(y instanceof Variable)));
