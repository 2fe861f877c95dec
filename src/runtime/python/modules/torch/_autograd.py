"""A tensor's place in the graph: whether its gradient is wanted, what it came from, and the sweep back from it."""
from _builtins import real_isinstance as isinstance
from _engine_value import extend
from _ffi import engine, raised, result
from torch._grad_fn import GradFn
from torch._tensor import Tensor, handle_of, wrap


class _RemovableHandle:
    def __init__(self, remove):
        self.remove = remove


@extend(Tensor)
class _Autograd:
    output_nr = 0
    is_leaf = property(lambda self: engine.is_leaf(self._v))
    grad_fn = property(lambda self: GradFn.of(self._v))
    retains_grad = property(lambda self: engine.retains_grad(self._v))
    _version = property(lambda self: engine.version(self._v))

    def requires_grad_(self, requires_grad=True):
        result(engine.set_requires_grad(self._v, requires_grad))
        return self

    requires_grad = property(lambda self: engine.requires_grad(self._v), requires_grad_)

    @property
    def grad(self):
        gradient = engine.gradient(self._v)
        return None if gradient is None else wrap(gradient)

    @grad.setter
    def grad(self, gradient):
        if gradient is not None and not isinstance(gradient, Tensor):
            raise TypeError("assigned grad expected to be a Tensor or None but got grad of type" + type(gradient).__name__)
        result(engine.set_gradient(self._v, handle_of(gradient)))

    @property
    def data(self):
        return wrap(engine.alias(self._v))

    @data.setter
    def data(self, values):
        result(engine.set_data(self._v, values._v))

    def backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None):
        wanted = [inputs] if isinstance(inputs, Tensor) else inputs or ()
        result(engine.backward(self._v, handle_of(gradient), retain_graph, create_graph, *[each._v for each in wanted]))

    def retain_grad(self):
        result(engine.retain_grad(self._v))

    def register_hook(self, hook):
        def run(gradient):
            try:
                return handle_of(hook(wrap(gradient)))
            except BaseException as exception:
                raised.append(exception)
                return "raised"

        return _RemovableHandle(result(engine.register_hook(self._v, run)))

    def detach(self):
        return wrap(engine.detach(self._v))

    def detach_(self):
        self._v = engine.detach(self._v)
        return self
