"""Values as text: what `format`, `%` and f-strings do, for tensors and arrays and for what MicroPython leaves out."""
from _complex import complex_formatted
from _engine_value import EngineValue, real_isinstance

float_type = type(0.0)
_plain_types = (float_type, int, str, bool)


def formatted(value, spec=""):
    """`f"{value:spec}"`, which is written as a call of this before it runs."""
    kind = type(value)
    if kind not in _plain_types:
        own = getattr(value, "__format__", None)
        if own is not None:
            return own(spec)
        if kind is complex:
            return complex_formatted(value, spec)
        if spec:
            raise TypeError("unsupported format string passed to %s.__format__" % kind.__name__)
    if not spec:
        return str(value)
    if "," in spec or "_" in spec:
        return _grouped(value, spec, "," if "," in spec else "_")
    if kind is float_type and spec[-1] in "fF%":
        value = untied(value, spec)
    write = _writers.get(spec)
    if write is None:
        write = _writers[spec] = ("{:" + spec + "}").format
    return write(value)


# By format: what writes a value in it.
_writers = {}
# By format: two to the power of its digits, and one more; 0 where no number can be halfway between two that it shows.
_scales = {}


def untied(value, spec):
    """
    Where a number is halfway between two that a format can show, Python takes the even one and MicroPython the larger: then
    the next smaller number, which both round down.
    """
    scale = _scales.get(spec)
    if scale is None:
        digits = _digits(spec)
        scale = _scales[spec] = 2.0 ** (digits + 1) if spec[-1] != "%" and 0 <= digits <= 15 else 0
    # A number halfway between has one binary digit more at most.
    if not scale or not -1e15 < value < 1e15 or value * scale % 1:
        return value
    text = "{:.%df}" % (_digits(spec) + 1)
    text = text.format(value).replace(".", "")
    return value * (1 - 2.0**-53) if text[-1] == "5" and int(text[-2]) % 2 == 0 else value


def _digits(spec):
    digits = spec.rpartition(".")[2][:-1] if "." in spec else "6"
    return int(digits) if digits.isdigit() else -1


def _grouped(value, spec, mark):
    """`1,234.5`: MicroPython groups the digits of integers only."""
    layout, _, kind = spec.partition(mark)
    sign = ""
    while layout[-1:] in ("+", " "):
        layout, sign = layout[:-1], layout[-1]
    if kind[-1:] in ("f", "F"):
        value = untied(value, kind)
    whole, point, decimals = ("{:" + sign + kind + "}").format(value).partition(".")
    digits = whole.lstrip("-+ ")
    groups = []
    while len(digits) > 3:
        groups.insert(0, digits[-3:])
        digits = digits[:-3]
    text = whole[: len(whole) - len(whole.lstrip("-+ "))] + mark.join([digits] + groups) + point + decimals
    return ("{:" + (">" + layout if layout[:1].isdigit() else layout) + "}").format(text)


def fill_in(template, arguments, names):
    """`template.format(*arguments, **names)`"""
    text = ""
    at = 0
    count = 0
    while at < len(template):
        character = template[at]
        at += 1
        if character in "{}" and template[at : at + 1] == character:
            text += character
            at += 1
        elif character == "}":
            raise ValueError("Single '}' encountered in format string")
        elif character != "{":
            text += character
        else:
            end = _closing(template, at)
            field, _, spec = template[at:end].partition(":")
            field, _, conversion = field.partition("!")
            at = end + 1
            if not field or field[0] in ".[":
                field = str(count) + field
                count += 1
            if "{" in spec:
                rest = arguments[count:]
                count += spec.count("{}")
                spec = fill_in(spec, rest if "{}" in spec else arguments, names)
            value = _look_up(field, arguments, names)
            if conversion:
                value = repr(value) if conversion in "ra" else str(value)
            text += formatted(value, spec)
    return text


def _closing(template, at):
    depth = 1
    for place in range(at, len(template)):
        if template[place] == "{":
            depth += 1
        elif template[place] == "}":
            depth -= 1
            if depth == 0:
                return place
    raise ValueError("expected '}' before end of string")


def _look_up(field, arguments, names):
    """`0`, `name`, `0.attribute`, `name[key]`"""
    parts = field.replace("[", "\n[").replace(".", "\n.").split("\n")
    if parts[0].isdigit():
        place = int(parts[0])
        if place >= len(arguments):
            raise IndexError("Replacement index %d out of range for positional args tuple" % place)
        value = arguments[place]
    else:
        value = names[parts[0]]
    for part in parts[1:]:
        if part[0] == ".":
            value = getattr(value, part[1:])
        else:
            key = part[1:-1]
            value = value[int(key) if key.isdigit() else key]
    return value


def _conversions(template):
    """How each value is to be shown: `5.2f` for `%5.2f`, `*` for a width among the values."""
    at = template.find("%")
    while at != -1:
        at += 1
        start = at
        while template[at : at + 1] and template[at] in "-+ #0123456789.*":
            if template[at] == "*":
                yield "*"
            at += 1
        letter = template[at : at + 1]
        if letter != "%":
            yield template[start : at + 1]
        at = template.find("%", at + 1)


class Percent:
    """A text on the left of `%`."""

    def __init__(self, template):
        self._template = template

    def __mod__(self, values):
        if type(values) is dict:
            return self._template % values
        given = values if type(values) is tuple else (values,)
        conversions = list(_conversions(self._template))
        if len(given) != len(conversions):
            return self._template % values
        return self._template % tuple([_plain(value, spec) for value, spec in zip(given, conversions)])


def _plain(value, spec):
    if real_isinstance(value, EngineValue):
        if spec[-1] in "eEfFgG":
            value = value._as_float()
        elif spec[-1] in "di":
            return int(value)
    return untied(value, spec) if spec[-1] in "fF" and type(value) is float_type else value
