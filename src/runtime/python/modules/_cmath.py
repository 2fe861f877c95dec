"""Python's `cmath`. MicroPython's own lacks half of it, and takes roots by angles."""
import math as _real

from _complex import modulus

e, pi, tau, inf, nan = _real.e, _real.pi, _real.tau, _real.inf, _real.nan
infj, nanj = complex(0, inf), complex(0, nan)


def phase(z):
    z = complex(z)
    return _real.atan2(z.imag, z.real)


def polar(z):
    return modulus(complex(z)), phase(z)


def rect(r, phi):
    return complex(r * _real.cos(phi), r * _real.sin(phi))


def exp(z):
    z = complex(z)
    return rect(_real.exp(z.real), z.imag)


def log(z, base=None):
    z = complex(z)
    if not z:
        raise ValueError("math domain error")
    found = complex(_real.log(modulus(z)), phase(z))
    return found if base is None else found / log(base)


def log10(z):
    return log(z) / _real.log(10)


def sqrt(z):
    z = complex(z)
    if not z:
        return z
    larger = _real.sqrt((abs(z.real) + modulus(z)) / 2)
    smaller = abs(z.imag) / larger / 2
    real, imag = (larger, smaller) if z.real >= 0 else (smaller, larger)
    return complex(real, _real.copysign(imag, z.imag))


def sinh(z):
    z = complex(z)
    return complex(_real.sinh(z.real) * _real.cos(z.imag), _real.cosh(z.real) * _real.sin(z.imag))


def cosh(z):
    z = complex(z)
    return complex(_real.cosh(z.real) * _real.cos(z.imag), _real.sinh(z.real) * _real.sin(z.imag))


def tanh(z):
    return sinh(z) / cosh(z)


def sin(z):
    z = complex(z)
    return complex(_real.sin(z.real) * _real.cosh(z.imag), _real.cos(z.real) * _real.sinh(z.imag))


def cos(z):
    z = complex(z)
    return complex(_real.cos(z.real) * _real.cosh(z.imag), -_real.sin(z.real) * _real.sinh(z.imag))


def tan(z):
    return sin(z) / cos(z)


def asinh(z):
    return log(z + sqrt(z * z + 1))


def acosh(z):
    return log(z + sqrt(z + 1) * sqrt(z - 1))


def atanh(z):
    return (log(1 + z) - log(1 - z)) / 2


def asin(z):
    return -1j * asinh(1j * z)


def acos(z):
    return pi / 2 - asin(z)


def atan(z):
    return -1j * atanh(1j * z)


def isnan(z):
    z = complex(z)
    return _real.isnan(z.real) or _real.isnan(z.imag)


def isinf(z):
    z = complex(z)
    return _real.isinf(z.real) or _real.isinf(z.imag)


def isfinite(z):
    z = complex(z)
    return _real.isfinite(z.real) and _real.isfinite(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    return abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)
