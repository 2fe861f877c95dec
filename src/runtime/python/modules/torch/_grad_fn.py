from _ffi import engine


class GradFn:
    """The operation that a tensor came from."""

    def __init__(self, name, variable):
        self._name = name
        self._v = variable

    @staticmethod
    def of(variable):
        """The operation behind a variable of the engine's, as a new object each time; None for a leaf."""
        name = engine.grad_fn(variable)
        return None if name is None else GradFn(name, variable)

    def name(self):
        """PyTorch's name of the operation, such as MulBackward0."""
        return self._name

    @property
    def next_functions(self):
        """What led to the inputs; a leaf whose derivative is wanted has AccumulateGrad, an input without one None."""
        return tuple([(_function_of(each), 0) for each in engine.grad_fn_inputs(self._v)])

    def __repr__(self):
        return "<%s object at 0x%012x>" % (self._name, id(self))


class AccumulateGrad(GradFn):
    """Where a gradient arrives: in the `grad` of a leaf."""

    def name(self):
        """PyTorch's name, with its namespace."""
        return "torch::autograd::AccumulateGrad"

    @property
    def variable(self):
        """The leaf, as another object for the same tensor."""
        from torch._tensor import wrap

        return wrap(self._v)


def _function_of(variable):
    if variable is None:
        return None
    return GradFn.of(variable) or AccumulateGrad("AccumulateGrad", variable)
