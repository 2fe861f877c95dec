"""Shows the value of the expression that a cell ends with, as a notebook does."""
from _complex import complex_text

_print = print
_repr = repr
_escapes = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def echo(value):
    if value is None:
        return
    kind = type(value)
    _print(quoted(value) if kind is str else complex_text(value) if kind is complex else _repr(value))


def quoted(text):
    """`repr(text)`, with the letters of every language as they are."""
    quote = '"' if "'" in text and '"' not in text else "'"
    shown = []
    for sign in text:
        if sign in _escapes:
            shown.append(_escapes[sign])
        elif sign == quote:
            shown.append("\\" + sign)
        elif sign < " " or "\x7f" <= sign <= "\xa0":
            shown.append("\\x%02x" % ord(sign))
        else:
            shown.append(sign)
    return quote + "".join(shown) + quote
