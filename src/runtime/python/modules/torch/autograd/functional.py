"""Derivatives of functions, rather than of values."""
from torch._functions import stack
from torch._tensor import Tensor


def _leaves(inputs):
    given = (inputs,) if isinstance(inputs, Tensor) else tuple(inputs)
    return [each.detach().clone().requires_grad_() for each in given]


def _derivatives(output, leaves, create_graph):
    """∂output/∂leaf for every entry of the output: a tensor of the output's shape followed by the leaf's, per leaf."""
    from torch.autograd import grad

    rows = []
    for entry in output.reshape(-1).unbind():
        if entry.requires_grad:
            gradients = grad(entry, leaves, retain_graph=True, create_graph=create_graph, allow_unused=True)
        else:
            gradients = [None] * len(leaves)
        rows.append([leaf * 0 if each is None else each for each, leaf in zip(gradients, leaves)])
    return [
        stack([row[place] for row in rows]).reshape(*output.shape, *leaf.shape) for place, leaf in enumerate(leaves)
    ]


def jacobian(func, inputs, create_graph=False, strict=False, vectorize=False):
    leaves = _leaves(inputs)
    output = func(*leaves)
    if not isinstance(output, Tensor):
        raise TypeError(
            "The outputs of the user-provided function given to jacobian must be a Tensor, not " + type(output).__name__
        )
    found = _derivatives(output, leaves, create_graph)
    if not create_graph:
        found = [each.detach() for each in found]
    return found[0] if isinstance(inputs, Tensor) else tuple(found)


def hessian(func, inputs, create_graph=False, strict=False, vectorize=False):
    from torch.autograd import grad

    leaves = _leaves(inputs)
    output = func(*leaves)
    if output.numel() != 1:
        raise RuntimeError(
            "The Tensor returned by the function given to hessian should contain a single element"
        )
    first = grad(output.reshape(()), leaves, create_graph=True, allow_unused=True)
    rows = []
    for each, leaf in zip(first, leaves):
        found = _derivatives(leaf * 0 if each is None else each, leaves, create_graph)
        rows.append(tuple(found if create_graph else [part.detach() for part in found]))
    return rows[0][0] if isinstance(inputs, Tensor) else tuple(rows)
