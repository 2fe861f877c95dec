"""What training loops do to all parameters at once."""
from torch._grad_mode import no_grad
from torch._joining import cat, stack
from torch._tensor import Tensor


def _list(parameters):
    return [parameters] if isinstance(parameters, Tensor) else list(parameters)


def clip_grad_norm_(parameters, max_norm, norm_type=2.0):
    """Scales the gradients so that all of them together are no longer than this. Returns their length before."""
    gradients = [each.grad for each in _list(parameters) if each.grad is not None]
    with no_grad():
        total = stack([gradient.norm(norm_type) for gradient in gradients]).norm(norm_type)
        factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
        for gradient in gradients:
            gradient.mul_(factor)
    return total


def clip_grad_value_(parameters, clip_value):
    """Holds every entry of the gradients between ±clip_value, in place; what has no gradient is left out."""
    with no_grad():
        for each in _list(parameters):
            if each.grad is not None:
                each.grad.clamp_(-clip_value, clip_value)


def parameters_to_vector(parameters):
    """The entries of all, one after another, 1-d; a gradient flows back to them."""
    return cat([each.view(-1) for each in parameters])


def vector_to_parameters(vec, parameters):
    """
    Writes the entries of a 1-d tensor into the parameters, one after another, without a graph; what is left over is ignored.
    Raises RuntimeError if there are too few.
    """
    start = 0
    for each in parameters:
        each.data = vec[start : start + each.numel()].view(each.shape).data
        start += each.numel()


def __getattr__(name):
    raise AttributeError("torch.nn.utils.%s isn't part of this course's torch" % name)
