"""Names for annotations. Nothing checks them, so each stands for anything and takes any subscript."""


class _Anything:
    def __getitem__(self, parameters):
        return self

    def __call__(self, *arguments, **options):
        return self


Any = Callable = Dict = Final = FrozenSet = Generator = Generic = Iterable = Iterator = List = Literal = _Anything()
Mapping = NamedTuple = Optional = Protocol = Sequence = Set = Tuple = Type = TypeVar = Union = _Anything()

TYPE_CHECKING = False


def cast(type, value):
    return value
