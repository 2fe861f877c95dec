"""Derivatives compared with differences: what `backward` computes against what happens when an input is moved a little."""
from torch._creation import tensor, zeros
from torch._random import rand
from torch._tensor import Tensor


class GradcheckError(RuntimeError):
    """The two disagree."""


def _tuple(given):
    return tuple(given) if type(given) in (tuple, list) else (given,)


def _numerical(func, inputs, input, output_place, eps):
    """∂output/∂input by central differences: a row for each entry of the input, a column for each of the output."""
    entries = input.data.view(-1)
    rows = []
    for place in range(input.numel()):
        before = entries[place].item()
        sides = []
        for step in (-eps, eps):
            entries[place] = before + step
            sides.append(_tuple(func(*inputs))[output_place].detach().clone())
        entries[place] = before
        rows.append(((sides[1] - sides[0]) / (2 * eps)).flatten().tolist())
    return rows


def _analytical(output, input):
    from torch.autograd import grad

    columns = []
    for place in range(output.numel()):
        upstream = zeros(output.shape, dtype=output.dtype)
        upstream.view(-1)[place] = 1
        found = None
        if output.requires_grad:
            (found,) = grad(output, input, upstream, retain_graph=True, allow_unused=True)
        columns.append([0.0] * input.numel() if found is None else found.flatten().tolist())
    return [list(row) for row in zip(*columns)]


def _close(actual, expected, atol, rtol):
    return all([abs(a - e) <= atol + rtol * abs(e) for x, y in zip(actual, expected) for a, e in zip(x, y)])


def _mismatch(func, inputs, eps, atol, rtol):
    """What is wrong, in PyTorch's words; None if nothing is."""
    outputs = _tuple(func(*inputs))
    for output_place, output in enumerate(outputs):
        if not isinstance(output, Tensor) or not output.is_floating_point():
            continue
        for input_place, input in enumerate(inputs):
            if not isinstance(input, Tensor) or not input.requires_grad:
                continue
            numerical = _numerical(func, inputs, input, output_place, eps)
            analytical = _analytical(output, input)
            if not _close(analytical, numerical, atol, rtol):
                return "Jacobian mismatch for output %d with respect to input %d,\nnumerical:%s\nanalytical:%s\n" % (
                    output_place,
                    input_place,
                    tensor(numerical, dtype=input.dtype),
                    tensor(analytical, dtype=input.dtype),
                )
    return None


def gradcheck(
    func,
    inputs,
    *,
    eps=1e-6,
    atol=1e-5,
    rtol=1e-3,
    raise_exception=True,
    check_sparse_nnz=False,
    nondet_tol=0.0,
    check_undefined_grad=True,
    check_grad_dtypes=False,
    check_batched_grad=False,
    check_forward_ad=False,
    check_backward_ad=True,
    fast_mode=False
):
    """
    Whether the derivatives of `func` at these inputs are right: |a − e| ≤ atol + rtol·|e| for a by autograd and e by central
    differences. Wants float64: differences of float32 say little. Raises GradcheckError where they are wrong, unless told not to,
    and ValueError where no input requires a gradient.
    """
    inputs = _tuple(inputs)
    if not any([isinstance(each, Tensor) and each.requires_grad for each in inputs]):
        raise ValueError(
            "gradcheck expects at least one input tensor to require gradient, but none of the them have requires_grad=True."
        )
    wrong = _mismatch(func, inputs, eps, atol, rtol)
    if wrong is not None and raise_exception:
        raise GradcheckError(wrong)
    return wrong is None


def gradgradcheck(func, inputs, grad_outputs=None, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, **others):
    """The same for the derivatives of the derivatives."""
    from torch.autograd import grad

    inputs = _tuple(inputs)
    if grad_outputs is None:
        outputs = [each for each in _tuple(func(*inputs)) if isinstance(each, Tensor)]
        upstream = [rand(*each.shape, dtype=each.dtype).requires_grad_() for each in outputs]
    else:
        upstream = list(_tuple(grad_outputs))
    count = len(inputs)

    def first(*given):
        wanted = [each for each in given[:count] if isinstance(each, Tensor) and each.requires_grad]
        found = grad(_tuple(func(*given[:count])), wanted, given[count:], create_graph=True, allow_unused=True)
        return tuple([each for each in found if each is not None])

    return gradcheck(first, inputs + tuple(upstream), eps=eps, atol=atol, rtol=rtol, raise_exception=raise_exception)
