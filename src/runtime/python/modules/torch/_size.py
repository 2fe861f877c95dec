class Size(tuple):
    """A shape: a tuple of lengths."""

    def __repr__(self):
        return "torch.Size([" + ", ".join([str(length) for length in self]) + "])"

    __str__ = __repr__

    def numel(self):
        """The product of the lengths, 1 for none."""
        count = 1
        for length in self:
            count *= length
        return count


def refuse_dim(dim, count):
    """Raises IndexError unless a tensor of `count` dimensions has this one; 0-d counts as having one."""
    count = max(count, 1)
    if not -count <= dim < count:
        bounds = (-count, count - 1, dim)
        raise IndexError("Dimension out of range (expected to be in range of [%d, %d], but got %d)" % bounds)


def sizes(given):
    """The lengths in `f(2, 3)` or `f((2, 3))`."""
    return tuple(given[0]) if len(given) == 1 and type(given[0]) is not int else given


def dims(dim, axis=None):
    """The dimensions in `dim=1`, `dim=(0, 1)` or NumPy's `axis=1`; none stands for all."""
    if dim is None:
        dim = axis
    if dim is None:
        return ()
    return (dim,) if type(dim) is int else tuple(dim)
