from torch._parameter import Parameter


class Module:
    """Something with parameters, and modules within it."""

    _made = 0
    training = True

    def __init__(self):
        pass

    def __call__(self, *inputs, **options):
        return self.forward(*inputs, **options)

    def forward(self, *inputs):
        raise NotImplementedError('Module [%s] is missing the required "forward" function' % type(self).__name__)

    def _children(self, kind):
        """The attributes of a kind, in the order in which they were made."""
        found = [(value._place, name, value) for name, value in self.__dict__.items() if isinstance(value, kind)]
        return [(name, value) for _, name, value in sorted(found, key=lambda each: each[0])]

    @property
    def _place(self):
        """A module stands where the first of its parameters does."""
        places = [each._place for each in self.parameters()]
        return places[0] if places else 0

    def named_children(self):
        return self._children(Module)

    def children(self):
        return [module for _, module in self.named_children()]

    def named_parameters(self, prefix=""):
        found = [(prefix + name, value) for name, value in self._children(Parameter)]
        for name, module in self.named_children():
            found += module.named_parameters(prefix + name + ".")
        return found

    def parameters(self):
        return [parameter for _, parameter in self.named_parameters()]

    def zero_grad(self):
        for parameter in self.parameters():
            parameter.grad = None

    def train(self, mode=True):
        self.training = mode
        for module in self.children():
            module.train(mode)
        return self

    def eval(self):
        return self.train(False)

    def double(self):
        return self._converted("double")

    def float(self):
        return self._converted("float")

    def _converted(self, name):
        for holder, key, parameter in self._holders():
            setattr(holder, key, Parameter(getattr(parameter.detach(), name)()))
        return self

    def _holders(self):
        found = [(self, name, parameter) for name, parameter in self._children(Parameter)]
        for module in self.children():
            found += module._holders()
        return found

    def extra_repr(self):
        return ""

    def __repr__(self):
        name = type(self).__name__
        lines = ["(%s): %s" % (key, repr(module).replace("\n", "\n  ")) for key, module in self.named_children()]
        if not lines:
            return "%s(%s)" % (name, self.extra_repr())
        return name + "(\n  " + "\n  ".join(lines) + "\n)"

    __str__ = __repr__
