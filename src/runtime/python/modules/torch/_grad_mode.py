from _ffi import engine


class _GradMode:
    """Switches recording for a `with` block, or for the calls of a function it decorates."""

    def __init__(self, enabled):
        self.enabled = enabled

    def __enter__(self):
        self.before = engine.is_grad_enabled()
        engine.set_grad_enabled(self.enabled)

    def __exit__(self, *exception):
        engine.set_grad_enabled(self.before)

    def __call__(self, function):
        enabled = self.enabled

        def decorated(*args, **options):
            with _GradMode(enabled):
                return function(*args, **options)

        return decorated


def no_grad(function=None):
    """Records no graph: in a `with` block, or in the calls of a function that it decorates, with or without parentheses."""
    mode = _GradMode(False)
    return mode if function is None else mode(function)


def enable_grad(function=None):
    """Records graphs again within `no_grad`; used like it."""
    mode = _GradMode(True)
    return mode if function is None else mode(function)


inference_mode = no_grad


class set_grad_enabled(_GradMode):
    """Takes effect at once; as a context manager it puts back what was before."""

    def __init__(self, mode):
        self.enabled = mode
        self.before = engine.is_grad_enabled()
        engine.set_grad_enabled(mode)

    def __enter__(self):
        pass


def is_grad_enabled():
    """Whether operations are recorded now: not within `no_grad`."""
    return engine.is_grad_enabled()
