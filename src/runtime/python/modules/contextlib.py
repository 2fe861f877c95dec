"""The parts of contextlib that need nothing but generators."""


class _GeneratorContext:
    def __init__(self, generator):
        self._generator = generator

    def __enter__(self):
        return next(self._generator)

    def __exit__(self, type, error, traceback):
        if error is None:
            for _ in self._generator:
                raise RuntimeError("generator didn't stop")
            return False
        try:
            self._generator.throw(error)
        except StopIteration:
            return True
        except BaseException as raised:
            if raised is error:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(function):
    return lambda *arguments, **options: _GeneratorContext(function(*arguments, **options))


class nullcontext:
    def __init__(self, result=None):
        self._result = result

    def __enter__(self):
        return self._result

    def __exit__(self, *_):
        return False


class suppress:
    def __init__(self, *kinds):
        self._kinds = kinds

    def __enter__(self):
        return None

    def __exit__(self, type, error, traceback):
        return error is not None and isinstance(error, self._kinds)


class closing:
    def __init__(self, thing):
        self._thing = thing

    def __enter__(self):
        return self._thing

    def __exit__(self, *_):
        self._thing.close()
        return False
