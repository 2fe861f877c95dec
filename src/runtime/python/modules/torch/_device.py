class Device:
    """Where a tensor is: here, always the processor."""

    def __init__(self, type="cpu", index=None):
        if isinstance(type, Device):
            type = type.type
        self.type, _, number = type.partition(":")
        self.index = int(number) if number else index

    def __eq__(self, other):
        return str(self) == str(other)

    def __hash__(self):
        return hash(str(self))

    def __str__(self):
        return self.type if self.index is None else "%s:%d" % (self.type, self.index)

    def __repr__(self):
        if self.index is None:
            return "device(type='%s')" % self.type
        return "device(type='%s', index=%d)" % (self.type, self.index)


cpu = Device()


def on_cpu(device):
    """Refuses any other device: raises AssertionError for cuda, in PyTorch's words, and RuntimeError for the rest."""
    if device is None:
        return
    name = str(device).partition(":")[0]
    if name == "cuda":
        raise AssertionError("Torch not compiled with CUDA enabled")
    if name != "cpu":
        raise RuntimeError("the device '%s' isn't part of this course's torch" % name)
