/** What Python's `torch` calls to differentiate. */
import { EngineError, grad, isGradEnabled, sameShape, setGradEnabled, Tensor } from "#autodiff/index.ts";
import { RaisedInPython, fromPython, toPython, type Call } from "#runtime/python/bridge/calls.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

/** A Python function from a gradient to another, to None, or to text if it raised. */
type Hook = (gradient: unknown) => unknown;

const optional = <Value>(name: string, value: Value | null) => (value === null ? {} : { [name]: value });

export const autogradCalls = {
  /** Adds to the `grad` of every leaf, or only of the tensors named. */
  backward: (
    x: Variable,
    gradient: Variable | null,
    retainGraph: boolean | null,
    createGraph: boolean,
    ...inputs: Variable[]
  ) => {
    const options = { ...optional("retainGraph", retainGraph), createGraph };
    if (inputs.length === 0) {
      x.value.backward(gradient?.value, options);
      return;
    }
    const values = inputs.map(({ value }) => value);
    const gradients = grad(x.value, values, {
      ...options,
      gradOutputs: [gradient?.value ?? null],
      allowUnused: true,
    });
    for (const [i, each] of gradients.entries()) {
      const input = values[i]!;
      if (each !== null) input.grad = input.grad ? input.grad.add(each) : each;
    }
  },
  /** The gradients of the first `outputs` tensors with respect to the next `inputs`; then come upstream gradients or None. */
  grad: (
    outputs: number,
    inputs: number,
    retainGraph: boolean | null,
    createGraph: boolean,
    allowUnused: boolean,
    ...variables: (Variable | null)[]
  ) => {
    const values = variables.map((variable) => variable?.value ?? null);
    const constant = values.slice(0, outputs).findIndex((output) => !output!.requiresGrad);
    if (constant !== -1) {
      throw new EngineError(
        "RuntimeError",
        `element ${constant} of tensors does not require grad and does not have a grad_fn`,
      );
    }
    const gradients = grad(
      values.slice(0, outputs) as Tensor[],
      values.slice(outputs, outputs + inputs) as Tensor[],
      {
        gradOutputs: values.slice(outputs + inputs),
        ...optional("retainGraph", retainGraph),
        createGraph,
        allowUnused,
      },
    );
    return gradients.map((gradient) => gradient && new Variable(gradient));
  },
  register_hook: (x: Variable, hook: Hook) =>
    x.value.registerHook((gradient) => {
      const answer = fromPython(hook(toPython(new Variable(gradient))));
      if (typeof answer === "string") throw new RaisedInPython();
      return answer instanceof Variable ? answer.value : null;
    }),
  requires_grad: (x: Variable) => x.value.requiresGrad,
  set_requires_grad: (x: Variable, wanted: boolean) => {
    x.value.requiresGrad_(wanted);
  },
  is_leaf: (x: Variable) => x.value.isLeaf,
  /** How often the values were changed in place. */
  version: (x: Variable) => x.value.version,
  retain_grad: (x: Variable) => x.value.retainGrad(),
  retains_grad: (x: Variable) => x.value.retainsGrad,
  gradient: (x: Variable) => x.gradient,
  set_gradient: (x: Variable, gradient: Variable | null) => {
    const shape = (tensor: Tensor) => `[${tensor.shape.join(", ")}]`;
    if (gradient !== null && shape(gradient.value) !== shape(x.value)) {
      throw new EngineError("RuntimeError", `assigned grad has data of a different size`);
    }
    if (gradient !== null && gradient.value.dtype !== x.value.dtype) {
      throw new EngineError("RuntimeError", "assigned grad has data of a different type");
    }
    x.gradient = gradient;
  },
  /** `x.data = y` */
  set_data: (x: Variable, values: Variable) => {
    const { shape, dtype } = x.value;
    const next = values.value.detach();
    if (next.dtype === dtype && sameShape(next.shape, shape)) x.replace(next, false);
    else x.become(next);
  },
  is_grad_enabled: isGradEnabled,
  set_grad_enabled: (enabled: boolean) => {
    setGradEnabled(enabled);
  },
  /** The operation that a tensor came from. */
  grad_fn: (x: Variable) => x.value.gradFn,
  /** What the last operation was applied to; null where no derivative is wanted. */
  grad_fn_inputs: (x: Variable) =>
    (x.value.node?.inputs ?? []).map((input: Tensor) => (input.requiresGrad ? new Variable(input) : null)),
} satisfies Record<string, Call>;
