"""Derivatives of functions, rather than of values."""
from torch._creation import ones_like, zeros_like
from torch._joining import stack
from torch._tensor import Tensor


def _tuple(given):
    return tuple(given) if type(given) in (tuple, list) else (given,)


def _like(given, results):
    """One result for one tensor, a tuple for a tuple."""
    return tuple(results) if type(given) in (tuple, list) else results[0]


def _leaves(inputs, create_graph):
    if create_graph:
        return [each.view(each.shape) if each.requires_grad else each.clone().requires_grad_() for each in _tuple(inputs)]
    return [each.detach().clone().requires_grad_() for each in _tuple(inputs)]


def _grad(outputs, inputs, upstream=None, create_graph=True):
    """Gradients, 0 where there are none."""
    from torch.autograd import grad

    kept = [(output, g) for output, g in zip(outputs, upstream or [None] * len(outputs)) if output.requires_grad]
    if not kept:
        return [zeros_like(each) for each in inputs]
    found = grad(
        [output for output, _ in kept],
        inputs,
        [g for _, g in kept],
        retain_graph=True,
        create_graph=create_graph,
        allow_unused=True,
    )
    return [zeros_like(each) if g is None else g for g, each in zip(found, inputs)]


def _outputs(func, leaves, name):
    given = func(*leaves)
    for each in _tuple(given):
        if not isinstance(each, Tensor):
            raise TypeError(
                "The outputs of the user-provided function given to %s must be either a Tensor or a tuple of Tensors but the given outputs of the user-provided function has type %s."
                % (name, type(each))
            )
    return given


def _scalar(func, leaves, name):
    output = _outputs(func, leaves, name)
    if output.numel() != 1:
        raise RuntimeError("The Tensor returned by the function given to %s should contain a single element" % name)
    return output.reshape(())


def _finished(results, create_graph):
    return [each if create_graph else each.detach() for each in results]


def _directions(given, like, name):
    """The vectors v, or 1 beside a single entry."""
    if given is None:
        if len(like) > 1 or like[0].numel() != 1:
            raise RuntimeError(
                "The vector v can only be None if the user-provided function returns a single Tensor with a single element."
            )
        return [ones_like(like[0])]
    vectors = list(_tuple(given))
    for place, (vector, each) in enumerate(zip(vectors, like)):
        if vector.shape != each.shape:
            raise RuntimeError(
                "v has invalid size: should be %s but got %s for entry %d." % (each.shape, vector.shape, place)
            )
    return vectors


def _jacobian_of(output, leaves, create_graph):
    """∂output/∂leaf for every entry of the output: a tensor of the output's shape followed by the leaf's, per leaf."""
    rows = [_grad([entry], leaves, create_graph=create_graph) for entry in output.reshape(-1).unbind()]
    found = [stack([row[place] for row in rows]).view(*output.shape, *leaf.shape) for place, leaf in enumerate(leaves)]
    return _finished(found, create_graph)


def jacobian(func, inputs, create_graph=False, strict=False, vectorize=False, strategy="reverse-mode"):
    """
    ∂output/∂input, in the output's shape followed by the input's; for a tuple of inputs a tuple, and for a tuple of outputs a
    tuple of these. 0 where nothing depends on the input, `strict` or not. Raises TypeError if `func` gives no tensors.
    """
    leaves = _leaves(inputs, create_graph)
    given = _outputs(func, leaves, "jacobian")
    return _like(given, [_like(inputs, _jacobian_of(each, leaves, create_graph)) for each in _tuple(given)])


def hessian(func, inputs, create_graph=False, strict=False, vectorize=False, outer_jacobian_strategy="reverse-mode"):
    """
    ∂²output/∂x∂y, in the shape of x followed by that of y; for a tuple of inputs a tuple of tuples. Raises RuntimeError if the
    output has more than one entry.
    """
    leaves = _leaves(inputs, create_graph)
    first = _grad([_scalar(func, leaves, "hessian")], leaves)
    return _like(inputs, [_like(inputs, _jacobian_of(each, leaves, create_graph)) for each in first])


def vjp(func, inputs, v=None, create_graph=False, strict=False):
    """The outputs, and vᵀ·J."""
    leaves = _leaves(inputs, create_graph)
    given = _outputs(func, leaves, "vjp")
    outputs = list(_tuple(given))
    found = _grad(outputs, leaves, _directions(v, outputs, "vjp"), create_graph)
    return _like(given, _finished(outputs, create_graph)), _like(inputs, _finished(found, create_graph))


def jvp(func, inputs, v=None, create_graph=False, strict=False):
    """The outputs, and J·v: the derivative, with respect to u, of uᵀ·J times v."""
    leaves = _leaves(inputs, create_graph)
    given = _outputs(func, leaves, "jvp")
    outputs = list(_tuple(given))
    upstream = [zeros_like(each).requires_grad_() for each in outputs]
    pulled = _grad(outputs, leaves, upstream)
    found = _grad(pulled, upstream, _directions(v, leaves, "jvp"), create_graph)
    return _like(given, _finished(outputs, create_graph)), _like(given, _finished(found, create_graph))


def vhp(func, inputs, v=None, create_graph=False, strict=False):
    """The output, and vᵀ·H."""
    leaves = _leaves(inputs, create_graph)
    output = _scalar(func, leaves, "vhp")
    first = _grad([output], leaves)
    found = _grad(first, leaves, _directions(v, leaves, "vhp"), create_graph)
    return _finished([output], create_graph)[0], _like(inputs, _finished(found, create_graph))


def hvp(func, inputs, v=None, create_graph=False, strict=False):
    """The output, and H·v; H is symmetric."""
    return vhp(func, inputs, v, create_graph)


def __getattr__(name):
    raise AttributeError("module 'torch.autograd.functional' has no attribute '%s'" % name)
