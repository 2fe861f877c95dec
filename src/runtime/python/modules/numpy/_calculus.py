"""Differences, slopes, areas and curves."""
from numpy._array import array, asarray
from numpy._axes import axes_of
from numpy._creation import arange, zeros
from numpy._reshaping import moveaxis
from numpy._ufuncs import not_equal


def diff(a, n=1, axis=-1):
    """Entry i + 1 minus entry i along the axis, `n` times over, which leaves n fewer; of truth values, whether they differ."""
    x = moveaxis(asarray(a), axis, 0)
    for _ in range(n):
        x = not_equal(x[1:], x[:-1]) if x.dtype.kind == "b" else x[1:] - x[:-1]
    return moveaxis(x, 0, axis)


def ediff1d(ary):
    """Each entry of the flattened array minus the one before it: n entries give (n − 1,)."""
    return diff(asarray(ary).ravel())


def gradient(f, *varargs, axis=None, edge_order=1):
    """
    Slopes by central differences, one-sided at the ends, in f's shape: an array, or a list of one per axis. `varargs` are steps,
    or places along an axis, for all axes or for each. Raises TypeError for another number, ValueError for an axis of one entry.
    """
    f = asarray(f, float)
    axes = list(axes_of(axis, f.ndim)) or list(range(f.ndim))
    steps = [asarray(each) for each in (varargs * len(axes) if len(varargs) == 1 else varargs or (1.0,) * len(axes))]
    if len(steps) != len(axes):
        raise TypeError("invalid number of arguments")
    slopes = [_slope(f, along, step) for along, step in zip(axes, steps)]
    return slopes[0] if len(slopes) == 1 else slopes


def _slope(f, axis, step):
    x = moveaxis(f, axis, 0)
    if len(x) < 2:
        raise ValueError(
            "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required."
        )
    made = zeros(x.shape)
    if step.ndim:
        widths = diff(step).reshape((-1,) + (1,) * (x.ndim - 1))
        before, after = widths[:-1], widths[1:]
        made[1:-1] = (
            -after / (before * (before + after)) * x[:-2]
            + (after - before) / (before * after) * x[1:-1]
            + before / (after * (before + after)) * x[2:]
        )
        made[0] = (x[1] - x[0]) / widths[0]
        made[-1] = (x[-1] - x[-2]) / widths[-1]
    else:
        step = step.item()
        made[1:-1] = (x[2:] - x[:-2]) / (2.0 * step)
        made[0] = (x[1] - x[0]) / step
        made[-1] = (x[-1] - x[-2]) / step
    return moveaxis(made, 0, axis)


def trapz(y, x=None, dx=1.0, axis=-1):
    """Σ (xᵢ₊₁ − xᵢ)·(yᵢ + yᵢ₊₁)/2 along the axis. x is a vector; without it the places are `dx` apart."""
    y = moveaxis(asarray(y), axis, -1)
    widths = dx if x is None else diff(x)
    return (widths * (y[..., 1:] + y[..., :-1]) / 2.0).sum(-1)


def interp(x, xp, fp):
    """Values at x of the broken line through the points (xp, fp), flat beyond it; xp must ascend. Unlike NumPy, fp[-1] at NaN."""
    xs, ys = asarray(xp, float).tolist(), asarray(fp, float).tolist()

    def at(place):
        if place <= xs[0]:
            return ys[0]
        for i in range(1, len(xs)):
            if place <= xs[i]:
                slope = (ys[i] - ys[i - 1]) / (xs[i] - xs[i - 1])
                return ys[i] if place == xs[i] else slope * (place - xs[i - 1]) + ys[i - 1]
        return ys[-1]

    x = asarray(x, float)
    return array([at(place) for place in x.ravel().tolist()]).reshape(x.shape) if x.ndim else at(x.item())


def convolve(a, v, mode="full"):
    """Σᵢ a[i]·v[k − i]: all n + m − 1, the middle max(n, m) for "same", or for "valid" those where the shorter lies within."""
    a, v = asarray(a), asarray(v)
    if len(v) > len(a):
        a, v = v, a
    found = zeros(len(a) + len(v) - 1, (a[:1] * v[:1]).dtype)
    for i, factor in enumerate(v.tolist()):
        found[i : i + len(a)] += a * factor
    if mode == "same":
        return found[(len(v) - 1) // 2 :][: len(a)]
    return found[len(v) - 1 : len(a)] if mode == "valid" else found


def polyval(p, x):
    """Σ p[i]·xⁿ⁻¹⁻ⁱ for p of shape (n,), the highest power first. x is a number or an array, not a list."""
    total = 0
    for coefficient in asarray(p).tolist():
        total = total * x + coefficient
    return total


def polyfit(x, y, deg):
    """The polynomial of least squares through points (n,), its highest power first: (deg + 1,)."""
    from numpy.linalg import lstsq

    x = asarray(x, float)
    powers = vander(x, deg + 1)
    scale = (powers * powers).sum(axis=0) ** 0.5
    found = lstsq(powers / scale, asarray(y, float))[0]
    return (found.T / scale).T


def polyder(p):
    """The coefficients of the derivative, the highest power first: (n,) → (n − 1,)."""
    p = asarray(p)
    return p[:-1] * arange(len(p) - 1, 0, -1)


def vander(x, N=None):
    """Powers N − 1, …, 0 of each x in a row of its own: (n,) → (n, N), or (n, n) if N isn't given."""
    x = asarray(x)
    N = len(x) if N is None else N
    return x.reshape(-1, 1) ** arange(N - 1, -1, -1)
