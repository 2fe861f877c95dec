"""Complex numbers, where MicroPython computes or writes them in another way than Python."""
from math import atan2, copysign, cos, exp, floor, log, sin, sqrt


def _product(x, y):
    return complex(x.real * y.real - x.imag * y.imag, x.real * y.imag + x.imag * y.real)


def modulus(z):
    """|z|, which is a number even where its square is too large for one."""
    low, high = sorted((abs(z.real), abs(z.imag)))
    if not low:
        return high
    if 1e-140 < low and high < 1e140:
        return sqrt(low * low + high * high)
    return high * sqrt(1 + (low / high) * (low / high)) if high - high == 0 else high


def power(x, y):
    """`x ** y`"""
    if type(x) is not complex and type(y) is not complex:
        found = x**y
        # The root of a negative number.
        return _by_angle(complex(x), complex(y)) if type(found) is complex else found
    if type(x) not in _numbers or type(y) not in _numbers:
        return x**y
    x, y = complex(x), complex(y)
    if y.imag == 0 and y.real == floor(y.real) and abs(y.real) <= 100:
        found = _multiplied(x, abs(int(y.real)))
        if y.real > 0:
            return found
        if not found:
            raise ZeroDivisionError("0.0 to a negative or complex power")
        return 1 / found
    return _by_angle(x, y)


_numbers = (int, type(0.0), bool, complex)


def _multiplied(x, count):
    """xⁿ, by squaring."""
    found = 1 + 0j
    while count:
        if count & 1:
            found = _product(found, x)
        x = _product(x, x)
        count >>= 1
    return found


def _by_angle(x, y):
    if not y:
        return 1 + 0j
    if not x:
        if y.imag or y.real < 0:
            raise ZeroDivisionError("0.0 to a negative or complex power")
        return 0j
    size, angle = modulus(x), atan2(x.imag, x.real)
    length, turn = size**y.real, angle * y.real
    if y.imag:
        length /= exp(angle * y.imag)
        turn += y.imag * log(size)
    return complex(length * cos(turn), length * sin(turn))


def _part(x, spec="", sign=""):
    """One of the two numbers; with a sign, it is written before a positive one too."""
    if spec:
        text = ("{:" + spec + "}").format(x)
    else:
        text = repr(x)
        text = text[:-2] if text[-2:] == ".0" else text
    return text if text[0] == "-" else sign + text


def complex_text(z):
    """`str(z)`: `(1+2j)`, and `2j` where there is no other part."""
    if z.real == 0 and copysign(1, z.real) > 0:
        return _part(z.imag) + "j"
    return "(" + _part(z.real) + _part(z.imag, "", "+") + "j)"


def complex_formatted(z, spec):
    """`format(z, spec)`: the spec is that of both parts, but for the width, which is that of the whole."""
    if not spec:
        return complex_text(z)
    kind = spec[-1] if spec[-1] in "eEfFgG" else ""
    layout, point, digits = spec[: len(spec) - len(kind)].partition(".")
    place = 0
    while place < len(layout) and not layout[place].isdigit():
        place += 1
    before, width = layout[:place], layout[place:]
    sign = before[-1] if before[-1:] in ("+", " ") else ""
    before = before[: len(before) - len(sign)]
    if before[-1:] == "=" or width[:1] == "0":
        raise ValueError("'=' alignment flag is not allowed in complex format specifier")
    parts = point + digits + (kind or ("g" if point else ""))
    if not parts:
        whole = complex_text(z)
    else:
        whole = _part(z.real, parts, sign) + _part(z.imag, parts, "+") + "j"
        whole = whole if kind else "(" + whole + ")"
    return ("{:" + (before or ">") + width + "}").format(whole) if width else whole
