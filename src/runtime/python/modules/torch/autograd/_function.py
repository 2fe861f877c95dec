"""Operations whose derivative the learner writes."""
from _ffi import engine, raised
from torch._grad_mode import no_grad
from torch._tensor import Tensor, handle_of, wrap


class _Context:
    """What `forward` leaves for `backward`."""

    needs_input_grad = ()

    def __init__(self):
        self._saved = ()
        self._constant = ()
        self._materialize = True

    def save_for_backward(self, *tensors):
        self._saved = tensors

    def mark_non_differentiable(self, *tensors):
        self._constant = tensors

    def set_materialize_grads(self, value):
        self._materialize = value

    @property
    def saved_tensors(self):
        return self._saved


def _tuple(given):
    return given if type(given) is tuple else (given,)


class Function:
    """
    Subclasses have static methods `forward(ctx, *inputs)` and `backward(ctx, *gradients)`, which gives a gradient for each
    input, None for one that has none. They are used by `apply`.
    """

    @staticmethod
    def forward(ctx, *inputs):
        """The result, or a tuple of results. Raises NotImplementedError unless a subclass has its own."""
        raise NotImplementedError("You must implement the forward function for custom autograd.Function.")

    @staticmethod
    def backward(ctx, *gradients):
        """∂L/∂input for each input, from ∂L/∂result for each result. Raises NotImplementedError unless a subclass has its own."""
        raise NotImplementedError("You must implement either the backward or vjp method for your custom autograd.Function.")

    @classmethod
    def apply(cls, *inputs):
        """
        What `forward` gives for these inputs, put into the graph with `backward` as its rule; `forward` itself isn't recorded.
        """
        ctx = _Context()
        wanted = [isinstance(each, Tensor) and each.requires_grad for each in inputs]
        ctx.needs_input_grad = tuple(wanted)
        with no_grad():
            given = cls.forward(ctx, *inputs)
        results = _tuple(given)
        if not any(wanted) or not engine.is_grad_enabled():
            return given
        differentiable = [
            isinstance(each, Tensor)
            and each.is_floating_point()
            and not any([each is constant for constant in ctx._constant])
            for each in results
        ]
        places = [place for place, each in enumerate(inputs) if wanted[place]]
        sources = [place for place, each in enumerate(results) if differentiable[place]]
        found = []

        def run(place, *upstream):
            """The gradient for an input; the first call brings the upstream gradients of the results."""
            try:
                if upstream:
                    gradients = [None] * len(results)
                    for source, each in zip(sources, upstream):
                        gradients[source] = wrap(each)
                    found[:] = _tuple(cls.backward(ctx, *gradients))
                    _check(cls, found, inputs)
                return handle_of(found[places[place]])
            except BaseException as exception:
                raised.append(exception)
                return "raised"

        answers = engine.custom(
            cls.__name__ + "Backward",
            run,
            len(places),
            *[inputs[place]._v for place in places],
            *[results[source]._v for source in sources]
        )
        connected = list(results)
        for source, answer in zip(sources, answers):
            connected[source] = wrap(answer)
        # A result that was saved is saved with the graph that it is now part of.
        ctx._saved = tuple(
            [
                next((new for old, new in zip(results, connected) if old is saved), saved)
                if not any([saved is each for each in inputs])
                else saved
                for saved in ctx._saved
            ]
        )
        return tuple(connected) if type(given) is tuple else connected[0]


def _check(cls, gradients, inputs):
    if len(gradients) < len(inputs):
        raise RuntimeError(
            "function %sBackward returned an incorrect number of gradients (expected %d, got %d)"
            % (cls.__name__, len(inputs), len(gradients))
        )
    for place, (gradient, each) in enumerate(zip(gradients, inputs)):
        if gradient is not None and not isinstance(each, Tensor):
            raise RuntimeError(
                "function %sBackward returned a gradient different than None at position %d, but the corresponding forward input was not a Variable"
                % (cls.__name__, place + 1)
            )
