"""Assertions on arrays, which say where they differ."""
from numpy._array import asarray
from numpy._printing import array2string
from numpy._reshaping import broadcast_arrays
from numpy._ufuncs import absolute, equal, isclose, isnan, logical_and, logical_not, logical_or


def _compare(actual, desired, holds, header, equal_nan=True):
    x, y = asarray(actual), asarray(desired)
    if x.shape != y.shape and x.ndim and y.ndim:
        raise AssertionError("\n%s\n\n(shapes %s, %s mismatch)\n%s" % (header, x.shape, y.shape, _shown(x, y)))
    x, y = broadcast_arrays(x, y)
    fine = asarray(holds(x, y))
    if equal_nan:
        fine = logical_or(fine, logical_and(isnan(x), isnan(y)))
    if asarray(fine).all():
        return
    wrong = asarray(logical_not(fine))
    count = wrong.sum()
    size = wrong.size
    difference = asarray(absolute(x - y)) if x.dtype.kind != "b" else None
    lines = ["", header, "", "Mismatched elements: %d / %d (%s%%)" % (count, size, "%.3g" % (100 * count / size))]
    if difference is not None:
        lines.append("Max absolute difference: %s" % array2string(difference.max()))
        relative = difference[y != 0] / absolute(y[y != 0])
        lines.append("Max relative difference: %s" % (array2string(relative.max()) if relative.size else "inf"))
    raise AssertionError("\n".join(lines) + "\n" + _shown(asarray(actual), asarray(desired)))


def _shown(x, y):
    return "\n".join([" %s: %s" % (name, repr(each).replace("\n", "\n    ")) for name, each in (("x", x), ("y", y))])


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg="", verbose=True):
    """Raises AssertionError unless |actual − desired| ≤ atol + rtol·|desired| everywhere. A number goes with any shape."""
    header = "Not equal to tolerance rtol=%s, atol=%s" % ("%g" % rtol, "%g" % atol)
    _compare(actual, desired, lambda x, y: isclose(x, y, rtol, atol), header + ("\n" + err_msg if err_msg else ""), equal_nan)


def assert_array_equal(x, y, err_msg="", verbose=True):
    """Raises AssertionError unless all entries are equal, NaN to NaN too. A number goes with any shape."""
    _compare(x, y, equal, "Arrays are not equal" + ("\n" + err_msg if err_msg else ""))


def assert_array_almost_equal(x, y, decimal=6, err_msg="", verbose=True):
    """Raises AssertionError unless |x − y| < 1.5·10**-decimal, or both are NaN, everywhere."""
    header = "Arrays are not almost equal to %d decimals" % decimal
    _compare(x, y, lambda a, b: absolute(a - b) < 1.5 * 10.0**-decimal, header + ("\n" + err_msg if err_msg else ""))


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    """Raises AssertionError unless |desired − actual| < 1.5·10**-decimal, in arrays everywhere."""
    if hasattr(actual, "shape") and actual.shape or hasattr(desired, "shape") and desired.shape:
        assert_array_almost_equal(actual, desired, decimal, err_msg)
    elif not abs(desired - actual) < 1.5 * 10.0**-decimal:
        raise AssertionError(
            "\nArrays are not almost equal to %d decimals%s\n ACTUAL: %r\n DESIRED: %r"
            % (decimal, "\n" + err_msg if err_msg else "", actual, desired)
        )


def assert_equal(actual, desired, err_msg="", verbose=True):
    """Raises AssertionError unless they are equal: for arrays, unless `assert_array_equal` finds them so."""
    if hasattr(actual, "shape") or hasattr(desired, "shape"):
        assert_array_equal(actual, desired, err_msg)
    elif actual != desired:
        raise AssertionError("\nItems are not equal:\n ACTUAL: %r\n DESIRED: %r" % (actual, desired))
