"""What code that would use a graphics card if there was one asks for."""


def is_available():
    return False


def device_count():
    return 0


def manual_seed(seed):
    pass


manual_seed_all = manual_seed


def __getattr__(name):
    raise AttributeError("torch.cuda.%s isn't part of this course's torch" % name)
