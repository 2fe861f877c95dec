from collections import OrderedDict

from torch._parameter import Parameter
from torch._tensor import Tensor


class _Keys:
    """What `load_state_dict` says when every name fitted."""

    missing_keys = unexpected_keys = ()

    def __repr__(self):
        return "<All keys matched successfully>"

    __str__ = __repr__


class Module:
    """Something with parameters, and modules within it."""

    training = True

    def __init__(self):
        # MicroPython forgets the order in which attributes were set; parameters and modules are listed in this order.
        object.__setattr__(self, "_parts", OrderedDict())
        object.__setattr__(self, "_buffers", OrderedDict())

    def __setattr__(self, name, value):
        parts = self.__dict__.get("_parts")
        if isinstance(value, (Parameter, Module)):
            if parts is None:
                kind = "parameters" if isinstance(value, Parameter) else "module"
                raise AttributeError("cannot assign %s before Module.__init__() call" % kind)
            parts[name] = True
        elif parts is not None and name in parts and value is not None:
            if isinstance(getattr(self, name), Parameter):
                kind = value.type() if isinstance(value, Tensor) else type(value).__name__
                raise TypeError(
                    "cannot assign '%s' as parameter '%s' (torch.nn.Parameter or None expected)" % (kind, name)
                )
        object.__setattr__(self, name, value)

    def __call__(self, *inputs, **options):
        return self.forward(*inputs, **options)

    def forward(self, *inputs):
        """What a call gives. Raises NotImplementedError unless a subclass has its own."""
        raise NotImplementedError('Module [%s] is missing the required "forward" function' % type(self).__name__)

    def register_parameter(self, name, param):
        """Sets an attribute, listed among the parameters if it is a Parameter."""
        setattr(self, name, param)

    def register_buffer(self, name, tensor, persistent=True):
        """Sets an attribute, a tensor that isn't learned, or None. Only a `persistent` one is in `state_dict`."""
        self._buffers[name] = persistent
        setattr(self, name, tensor)

    def add_module(self, name, module):
        """Sets an attribute, listed among the modules."""
        setattr(self, name, module)

    register_module = add_module

    def _attributes(self, kind):
        found = [(name, getattr(self, name)) for name in self._parts]
        return [(name, value) for name, value in found if isinstance(value, kind)]

    def named_children(self):
        """Pairs of name and module directly within, in the order in which they were set: an iterator."""
        return iter(self._attributes(Module))

    def children(self):
        """The modules directly within, in the order in which they were set: an iterator."""
        return iter([module for _, module in self._attributes(Module)])

    def _named_modules(self, prefix=""):
        found = [(prefix, self)]
        for name, module in self._attributes(Module):
            found += module._named_modules(prefix + ("." if prefix else "") + name)
        return found

    def named_modules(self):
        """
        Pairs of path and module, this one first as "", then each within before those within it, as "0" and "0.linear": an
        iterator. A module in two places comes twice; PyTorch lists it once.
        """
        return iter(self._named_modules())

    def modules(self):
        """The module itself and all within, in the order of `named_modules`: an iterator."""
        return iter([module for _, module in self._named_modules()])

    def _named(self, members, prefix=""):
        """What `members` lists for this module and each within it, under full names, each thing once."""
        found = []
        for path, module in self._named_modules(prefix):
            for name, value in members(module):
                if not any([value is known for _, known in found]):
                    found.append((path + ("." if path else "") + name, value))
        return found

    def named_parameters(self, prefix="", recurse=True):
        """Pairs of path and parameter, each parameter once; with recurse=False only this module's own: an iterator."""
        if not recurse:
            return iter(self._attributes(Parameter))
        return iter(self._named(lambda module: module._attributes(Parameter), prefix))

    def parameters(self, recurse=True):
        """The parameters, each once; with recurse=False only this module's own: an iterator."""
        return iter([parameter for _, parameter in self.named_parameters(recurse=recurse)])

    def _own_buffers(self):
        return [(name, getattr(self, name)) for name in self._buffers if getattr(self, name) is not None]

    def named_buffers(self):
        """Pairs of path and buffer, each buffer once, without those that are None: an iterator."""
        return iter(self._named(lambda module: module._own_buffers()))

    def buffers(self):
        """The buffers, each once, without those that are None: an iterator."""
        return iter([buffer for _, buffer in self.named_buffers()])

    def state_dict(self):
        """
        A dictionary from path to parameter or persistent buffer, in order. They have no graph, but share the module's memory, so
        that training changes them.
        """
        found = OrderedDict()
        for path, module in self._named_modules():
            prefix = path + "." if path else ""
            for name, value in module._attributes(Parameter):
                found[prefix + name] = value.detach()
            for name, value in module._own_buffers():
                if module._buffers[name]:
                    found[prefix + name] = value.detach()
        return found

    def load_state_dict(self, state_dict, strict=True):
        """
        Copies values into the parameters and buffers of these paths. Raises RuntimeError where one is missing or unknown, unless
        told not to be `strict`, and where a shape doesn't fit.
        """
        own = self.state_dict()
        wrong = [("Missing", [name for name in own if name not in state_dict])]
        wrong.append(("Unexpected", [name for name in state_dict if name not in own]))
        said = ["%s key(s) in state_dict: %s. " % (kind, ", ".join(['"%s"' % n for n in names])) for kind, names in wrong if names]
        if said and strict:
            raise RuntimeError(
                "Error(s) in loading state_dict for %s:\n\t%s" % (type(self).__name__, "\n\t".join(said))
            )
        for name, value in own.items():
            if name in state_dict:
                value.copy_(state_dict[name])
        return _Keys()

    def zero_grad(self, set_to_none=False):
        """Sets the gradients to 0 in place, or with `set_to_none` to None; 0 by default, as in PyTorch 1.13."""
        for parameter in self.parameters():
            if set_to_none:
                parameter.grad = None
            elif parameter.grad is not None:
                parameter.grad.detach_().zero_()

    def requires_grad_(self, requires_grad=True):
        """Sets it for all parameters; returns the module."""
        for parameter in self.parameters():
            parameter.requires_grad_(requires_grad)
        return self

    def train(self, mode=True):
        """Sets `training` here and in all modules within, which dropout and batch normalisation ask for; returns the module."""
        for module in self.modules():
            module.training = mode
        return self

    def eval(self):
        """train(False)"""
        return self.train(False)

    def apply(self, fn):
        """Calls `fn` with every module within, each after those within it, and with this one last; returns the module."""
        for module in self.children():
            module.apply(fn)
        fn(self)
        return self

    def to(self, *wanted, **named):
        """
        Converts parameters and floating buffers to a dtype, in place, and returns the module. A parameter that changes loses its
        gradient, unlike in PyTorch. Raises AssertionError for cuda.
        """
        for _, module in self._named_modules():
            for name, parameter in module._attributes(Parameter):
                parameter.data = parameter.data.to(*wanted, **named)
            for name, buffer in module._own_buffers():
                if buffer.is_floating_point():
                    object.__setattr__(module, name, buffer.to(*wanted, **named))
        return self

    def double(self):
        """`to` float64."""
        return self.to(float)

    def float(self):
        """`to` float32."""
        from torch._dtypes import float32

        return self.to(float32)

    def cpu(self):
        """The module itself."""
        return self

    def extra_repr(self):
        """What the repr shows in parentheses: nothing, unless a subclass has its own."""
        return ""

    def __repr__(self):
        name = type(self).__name__
        extra = self.extra_repr()
        lines = ["(%s): %s" % (key, repr(module).replace("\n", "\n  ")) for key, module in self.named_children()]
        if not lines:
            return "%s(%s)" % (name, extra)
        return name + "(\n  " + "\n  ".join(([extra] if extra else []) + lines) + "\n)"

    __str__ = __repr__

    def __getattr__(self, name):
        raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))
