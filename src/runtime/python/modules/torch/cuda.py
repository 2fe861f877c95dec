"""What code that would use a graphics card if there was one asks for."""


def is_available():
    """False: there is no graphics card here."""
    return False


def device_count():
    """0: there is no graphics card here."""
    return 0


def manual_seed(seed):
    """Does nothing: without a graphics card there is no stream of its own."""


manual_seed_all = manual_seed


def __getattr__(name):
    raise AttributeError("torch.cuda.%s isn't part of this course's torch" % name)
