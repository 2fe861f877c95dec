"""Methods of strings, numbers and lists that MicroPython's own lack, as functions of the object."""
from _formatting import fill_in


def _format(text, *arguments, **names):
    return fill_in(text, arguments, names)


def _zfill(text, width):
    sign = text[0] if text[:1] in ("-", "+") and text else ""
    return sign + "0" * (width - len(text)) + text[len(sign) :]


def _ljust(text, width, fill=" "):
    return text + fill * (width - len(text))


def _rjust(text, width, fill=" "):
    return fill * (width - len(text)) + text


def _center(text, width, fill=" "):
    left = (width - len(text)) // 2 + ((width - len(text)) & width & 1)
    return fill * left + text + fill * (width - len(text) - left) if width > len(text) else text


def _removeprefix(text, prefix):
    return text[len(prefix) :] if text.startswith(prefix) else text


def _removesuffix(text, suffix):
    return text[: len(text) - len(suffix)] if suffix and text.endswith(suffix) else text


def _capitalize(text):
    return text[:1].upper() + text[1:].lower()


def _title(text):
    made = ""
    for character in text:
        made += character.lower() if made and made[-1].isalpha() else character.upper()
    return made


def _swapcase(text):
    return "".join([character.lower() if character.isupper() else character.upper() for character in text])


def _expandtabs(text, size=8):
    made = ""
    for character in text:
        made += " " * (size - len(made.split("\n")[-1]) % size) if character == "\t" else character
    return made


def _translate(text, table):
    made = ""
    for character in text:
        found = table.get(ord(character), character)
        made += "" if found is None else chr(found) if type(found) is int else found
    return made


def _all(question):
    return lambda text: text != "" and all([question(character) for character in text])


def _is_identifier(text):
    parts = _all(lambda character: character.isalpha() or character.isdigit() or character == "_")
    return parts(text) and not text[0].isdigit()


def _bit_length(number):
    return len(bin(abs(number))) - 2 if number else 0


def _as_integer_ratio(number):
    below = 1
    while number % 1:
        number, below = number * 2, below * 2
    return int(number), below


def _sort(items, *, key=None, reverse=False):
    items[:] = sorted(items, key=key, reverse=reverse)


_of_lists = {"sort": _sort}
_of_text = {
    "format": _format,
    "format_map": lambda text, names: fill_in(text, (), names),
    "zfill": _zfill,
    "ljust": _ljust,
    "rjust": _rjust,
    "center": _center,
    "removeprefix": _removeprefix,
    "removesuffix": _removesuffix,
    "capitalize": _capitalize,
    "title": _title,
    "swapcase": _swapcase,
    "casefold": lambda text: text.lower(),
    "expandtabs": _expandtabs,
    "translate": _translate,
    "isalnum": _all(lambda character: character.isalpha() or character.isdigit()),
    "isnumeric": _all(lambda character: character.isdigit()),
    "isdecimal": _all(lambda character: character.isdigit()),
    "isidentifier": _is_identifier,
}
_of_numbers = {
    "bit_length": _bit_length,
    "is_integer": lambda number: number % 1 == 0,
    "as_integer_ratio": _as_integer_ratio,
    "conjugate": lambda number: complex(number.real, -number.imag) if type(number) is complex else number,
}


_numbers = (int, type(0.0), bool, complex)


def method(thing, name):
    """`thing.name`, where the name is one of these methods."""
    kind = type(thing)
    own = _of_text if kind is str else _of_lists if kind is list else _of_numbers if kind in _numbers else {}
    function = own.get(name)
    if function is None:
        return getattr(thing, name)
    return lambda *arguments, **options: function(thing, *arguments, **options)
