import _torch_names
from _ffi import engine, result
from torch._grad_mode import enable_grad, inference_mode, no_grad, set_grad_enabled
from torch._tensor import Tensor, handle_of, wrap
from torch.autograd._function import Function

_of_gradcheck = ("gradcheck", "gradgradcheck", "GradcheckError")


def _list(given):
    return [given] if isinstance(given, Tensor) else list(given)


def grad(
    outputs,
    inputs,
    grad_outputs=None,
    retain_graph=None,
    create_graph=False,
    only_inputs=True,
    allow_unused=False,
    is_grads_batched=False
):
    """
    A tuple with ∂(Σ outputs)/∂input for each input; every `grad` stays as it is. `grad_outputs` weigh the entries of the outputs,
    and may be missing, or None, for an output of one entry. Raises RuntimeError where they are missing elsewhere and where
    nothing depends on an input, for which `allow_unused` gives None; NotImplementedError for `is_grads_batched`.
    """
    if is_grads_batched:
        raise NotImplementedError("grad(is_grads_batched=True) isn't part of this course's torch")
    outputs, inputs = _list(outputs), _list(inputs)
    upstream = [] if grad_outputs is None else _list(grad_outputs)
    gradients = result(
        engine.grad(
            len(outputs),
            len(inputs),
            retain_graph,
            create_graph,
            allow_unused,
            *[each._v for each in outputs + inputs],
            *[handle_of(each) for each in upstream]
        )
    )
    return tuple([None if each is None else wrap(each) for each in gradients])


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, grad_variables=None, inputs=None):
    """
    Adds ∂(Σ tensors)/∂leaf to the `grad` of every leaf, or only of `inputs`. `grad_tensors` weigh the entries of the tensors.
    Raises RuntimeError where they are missing for a tensor of more than one entry.
    """
    tensors = _list(tensors)
    gradients = [None] * len(tensors) if grad_tensors is None else _list(grad_tensors)
    for place, (each, gradient) in enumerate(zip(tensors, gradients)):
        last = place == len(tensors) - 1
        each.backward(gradient, retain_graph if last else True, create_graph, inputs)


def Variable(data, requires_grad=False):
    """What tensors with derivatives once were called."""
    return data.detach().requires_grad_() if requires_grad else data


_look_up = _torch_names.looked_up("torch.autograd", ("functional", "_gradcheck"))


def __getattr__(name):
    return getattr(_look_up("_gradcheck"), name) if name in _of_gradcheck else _look_up(name)
