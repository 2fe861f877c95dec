"""Modules that hold others."""
from torch._parameter import Parameter
from torch.nn._module import Module


class _Numbered(Module):
    """Holds its parts under the names 0, 1, 2, …"""

    def __init__(self, parts=()):
        super().__init__()
        for part in parts:
            self.append(part)

    def append(self, part):
        setattr(self, str(len(self)), part)
        return self

    def extend(self, parts):
        for part in parts:
            self.append(part)
        return self

    def _all(self):
        return [getattr(self, name) for name in self._parts]

    def __len__(self):
        return len(self._parts)

    def __iter__(self):
        return iter(self._all())

    def __getitem__(self, place):
        if type(place) is slice:
            return type(self)(*self._all()[place]) if type(self) is Sequential else type(self)(self._all()[place])
        return self._all()[place]

    def __setitem__(self, place, part):
        setattr(self, list(self._parts)[place], part)


class Sequential(_Numbered):
    """Modules one after another."""

    def __init__(self, *modules):
        named = modules[0] if len(modules) == 1 and isinstance(modules[0], dict) else None
        super().__init__(() if named is not None else modules)
        for name, module in (named or {}).items():
            setattr(self, name, module)

    def forward(self, input):
        """Each module gets what the one before it gave; without modules, input itself."""
        for module in self._all():
            input = module(input)
        return input


class ModuleList(_Numbered):
    """Modules by number, whose parameters belong to the module that has it. It can't be called itself."""


class ModuleDict(Module):
    """Modules by name, in order, whose parameters belong to the module that has it. It can't be called itself."""

    def __init__(self, modules=None):
        super().__init__()
        for name, module in (modules or {}).items():
            self[name] = module

    def __setitem__(self, name, module):
        setattr(self, name, module)

    def __getitem__(self, name):
        return getattr(self, name)

    def __len__(self):
        return len(self._parts)

    def __iter__(self):
        return iter(self._parts)

    def keys(self):
        """A list; PyTorch's is a view."""
        return list(self._parts)

    def values(self):
        """A list; PyTorch's is a view."""
        return [getattr(self, name) for name in self._parts]

    def items(self):
        """A list of pairs; PyTorch's is a view."""
        return [(name, getattr(self, name)) for name in self._parts]


class ParameterList(_Numbered):
    """Parameters by number, which belong to the module that has it."""

    def append(self, part):
        """Copies a plain tensor into a Parameter; returns the list."""
        return super().append(part if isinstance(part, Parameter) else Parameter(part))

    def __repr__(self):
        lines = [
            "  (%s): Parameter containing: [%r of size %s]"
            % (name, parameter.dtype, "x".join([str(length) for length in parameter.shape]))
            for name, parameter in self._attributes(Parameter)
        ]
        return "ParameterList(%s)" % "\n".join(lines)

    __str__ = __repr__
