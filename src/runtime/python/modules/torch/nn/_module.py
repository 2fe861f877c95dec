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
        raise NotImplementedError('Module [%s] is missing the required "forward" function' % type(self).__name__)

    def register_parameter(self, name, param):
        setattr(self, name, param)

    def register_buffer(self, name, tensor, persistent=True):
        self._buffers[name] = persistent
        setattr(self, name, tensor)

    def add_module(self, name, module):
        setattr(self, name, module)

    register_module = add_module

    def _attributes(self, kind):
        found = [(name, getattr(self, name)) for name in self._parts]
        return [(name, value) for name, value in found if isinstance(value, kind)]

    def named_children(self):
        return iter(self._attributes(Module))

    def children(self):
        return iter([module for _, module in self._attributes(Module)])

    def _named_modules(self, prefix=""):
        found = [(prefix, self)]
        for name, module in self._attributes(Module):
            found += module._named_modules(prefix + ("." if prefix else "") + name)
        return found

    def named_modules(self):
        return iter(self._named_modules())

    def modules(self):
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
        if not recurse:
            return iter(self._attributes(Parameter))
        return iter(self._named(lambda module: module._attributes(Parameter), prefix))

    def parameters(self, recurse=True):
        return iter([parameter for _, parameter in self.named_parameters(recurse=recurse)])

    def _own_buffers(self):
        return [(name, getattr(self, name)) for name in self._buffers if getattr(self, name) is not None]

    def named_buffers(self):
        return iter(self._named(lambda module: module._own_buffers()))

    def buffers(self):
        return iter([buffer for _, buffer in self.named_buffers()])

    def state_dict(self):
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
        for parameter in self.parameters():
            if set_to_none:
                parameter.grad = None
            elif parameter.grad is not None:
                parameter.grad.detach_().zero_()

    def requires_grad_(self, requires_grad=True):
        for parameter in self.parameters():
            parameter.requires_grad_(requires_grad)
        return self

    def train(self, mode=True):
        for module in self.modules():
            module.training = mode
        return self

    def eval(self):
        return self.train(False)

    def apply(self, fn):
        for module in self.children():
            module.apply(fn)
        fn(self)
        return self

    def to(self, *wanted, **named):
        for _, module in self._named_modules():
            for name, parameter in module._attributes(Parameter):
                parameter.data = parameter.data.to(*wanted, **named)
            for name, buffer in module._own_buffers():
                if buffer.is_floating_point():
                    object.__setattr__(module, name, buffer.to(*wanted, **named))
        return self

    def double(self):
        return self.to(float)

    def float(self):
        from torch._dtypes import float32

        return self.to(float32)

    def cpu(self):
        return self

    def extra_repr(self):
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
