class AxisError(ValueError):
    """An axis that the array doesn't have."""


def axis_of(axis, dims):
    """One axis, counted from the front; None as it is. Raises AxisError where an array of `dims` axes doesn't have it."""
    if axis is None:
        return None
    if not -dims <= axis < dims:
        raise AxisError("axis %d is out of bounds for array of dimension %d" % (axis, dims))
    return axis % dims


def axes_of(axis, dims):
    """The axes in `axis=1` or `axis=(0, 1)`; none stands for all."""
    if axis is None:
        return ()
    return [axis_of(each, dims) for each in ((axis,) if type(axis) is int else axis)]


def reduced_axes(axis, dims):
    """The axes of a reduction that may leave all of them out: `axis=()`. A number counts as having one axis."""
    if axis is None:
        return list(range(dims))
    if dims == 0 and type(axis) is int and -1 <= axis < 1:
        return []
    return axes_of(axis, dims)


def axis_beside_numbers(axis, x):
    """One axis; that of an array without axes, which counts as having one, is None. Raises as `axis_of` does."""
    return None if x.ndim == 0 and axis in (0, -1) else axis_of(axis, x.ndim)
