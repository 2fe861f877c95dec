"""PyTorch's random streams."""
from _builtins import real_float
from _ffi import engine
from torch._creation import _lengths, _usual, full
from torch._dtypes import name_of
from torch._joining import stack
from torch._tensor import Tensor, wrap


class Generator:
    """A stream of random numbers of its own."""

    def __init__(self, device="cpu"):
        self._stream = engine.new_stream()
        self._seed = 67280421310721

    def manual_seed(self, seed):
        """Starts over, and returns the generator. Only the lower 32 bits of the seed count."""
        self._seed = int(seed)
        # Only the lower 32 bits count, which cross as a float without loss.
        engine.seed_stream(self._stream, real_float(self._seed & 0xFFFFFFFF))
        return self

    def initial_seed(self):
        """The seed last given; 67280421310721 before that."""
        return self._seed

    def seed(self):
        """Starts over from 30 random bits, and returns them as a number; PyTorch takes 64."""
        from random import getrandbits

        self.manual_seed(getrandbits(30))
        return self._seed

    def __repr__(self):
        return "<torch._C.Generator object at 0x%012x>" % id(self)


default_generator = Generator()
default_generator._stream = 0


def manual_seed(seed):
    """Starts the stream of rand and all others over, and returns its generator. The same seed gives PyTorch's numbers."""
    return default_generator.manual_seed(seed)


def seed():
    """Starts the stream of rand and all others over from 30 random bits, and returns them as a number; PyTorch takes 64."""
    return default_generator.seed()


def initial_seed():
    """The seed last given to the stream of rand and all others; 67280421310721 before that."""
    return default_generator.initial_seed()


def _answer(generator, call, *args):
    """What a call draws from a stream."""
    if generator is None:
        return call(*args)
    engine.use_stream(generator._stream)
    answer = call(*args)
    engine.use_stream(0)
    return answer


def _drawn(generator, call, *args):
    return wrap(_answer(generator, call, *args))


def random_bits(generator=None):
    """The lower 32 of the 64 bits that seed another stream."""
    return int(_answer(generator, engine.bits))


def _finish(created, requires_grad):
    return created.requires_grad_() if requires_grad else created


def rand(*size, generator=None, dtype=None, device=None, requires_grad=False):
    """Uniform in [0, 1); the shape is several numbers or one tuple. Raises RuntimeError for a dtype that isn't floating."""
    return _finish(_drawn(generator, engine.rand, _usual(dtype), *_lengths(size, "rand")), requires_grad)


def randn(*size, generator=None, dtype=None, device=None, requires_grad=False):
    """Standard normal; the shape is several numbers or one tuple. Raises RuntimeError for a dtype that isn't floating."""
    return _finish(_drawn(generator, engine.randn, _usual(dtype), *_lengths(size, "randn")), requires_grad)


def rand_like(input, *, dtype=None, device=None, requires_grad=False):
    """Uniform in [0, 1), in input's shape and, unless told otherwise, of its dtype."""
    return rand(*input.shape, dtype=dtype or input.dtype, requires_grad=requires_grad)


def randn_like(input, *, dtype=None, device=None, requires_grad=False):
    """Standard normal, in input's shape and, unless told otherwise, of its dtype."""
    return randn(*input.shape, dtype=dtype or input.dtype, requires_grad=requires_grad)


def randint(low, high=None, size=None, *, generator=None, dtype=None, device=None, requires_grad=False):
    """
    Whole numbers from low to high − 1, in the shape `size`, a tuple: int64. One number alone is high, and low is 0. Raises
    RuntimeError for high ≤ low.
    """
    if size is None:
        low, high, size = (0, low, high) if type(high) is not int else (low, high, ())
    elif high is None:
        low, high = 0, low
    if high <= low:
        raise RuntimeError("random_ expects 'from' to be less than 'to', but got from=%d >= to=%d" % (low, high))
    return _finish(_drawn(generator, engine.randint, low, high, name_of(dtype, "int64"), *size), requires_grad)


def randint_like(input, low, high=None, *, dtype=None):
    """Whole numbers as of `randint`, in input's shape and, unless told otherwise, of its dtype."""
    low, high = (0, low) if high is None else (low, high)
    return randint(low, high, input.shape, dtype=dtype or input.dtype)


def randperm(n, *, generator=None, dtype=None, device=None, requires_grad=False):
    """0 … n − 1 in random order: (n,), int64."""
    return _finish(_drawn(generator, engine.randperm, n).to(dtype), requires_grad)


def normal(mean, std=1.0, size=None, *, generator=None, requires_grad=False):
    """mean + std·z with standard normal z: in the shape to which mean and std broadcast, or in `size` if both are numbers."""
    beside = mean if isinstance(mean, Tensor) else std
    if size is None:
        noise = randn(*(beside + mean).shape, generator=generator, dtype=beside.dtype)
    else:
        noise = randn(*size, generator=generator)
    return _finish(noise * std + mean, requires_grad)


def _fill_with(draw):
    def fill(self, *args, generator=None, **options):
        return self._filled(draw(self, generator, *args, **options))

    return fill


def _uniform(x, generator, a=0, b=1, **named):
    a, b = named.get("from", a), named.get("to", b)
    return rand(*x.shape, generator=generator, dtype=x.dtype) * (b - a) + a


def _normal(x, generator, mean=0, std=1):
    return randn(*x.shape, generator=generator, dtype=x.dtype) * std + mean


def _bernoulli(x, generator, p=0.5):
    """1 with the probability p, or with each of a tensor's probabilities."""
    if not isinstance(p, Tensor):
        p = full(x.shape, real_float(p), dtype=real_float)
    return _drawn(generator, engine.bernoulli, p._v)


def _exponential(x, generator, lambd=1.0):
    return _drawn(generator, engine.exponential, engine.dtype(x._v), *x.shape) / lambd


def _random(x, generator, low=0, high=None):
    if high is None:
        low, high = (0, low) if low else (0, 2**24)
    return randint(low, high, x.shape, generator=generator)


Tensor.uniform_ = _fill_with(_uniform)
Tensor.normal_ = _fill_with(_normal)
Tensor.bernoulli_ = _fill_with(_bernoulli)
Tensor.exponential_ = _fill_with(_exponential)
Tensor.random_ = _fill_with(_random)


def bernoulli(input, p=None, *, generator=None):
    """
    1 with the probability that stands at each place, or with p everywhere, else 0: in input's shape and dtype. Raises
    RuntimeError for an entry outside of [0, 1]; p isn't checked.
    """
    probabilities = input.detach()
    if p is None and bool(((probabilities < 0) | (probabilities > 1)).any()):
        raise RuntimeError("Expected p_in >= 0 && p_in <= 1 to be true, but got false.")
    return _bernoulli(input, generator, probabilities if p is None else p).to(input.dtype)


def multinomial(input, num_samples, replacement=False, *, generator=None):
    """
    Places drawn with these weights, whatever they sum to: int64, (num_samples,), or (n, num_samples) for the n rows of a matrix.
    Raises RuntimeError for more samples than entries, unless with `replacement`.
    """
    if input.dim() == 2:
        return stack([multinomial(row, num_samples, replacement, generator=generator) for row in input])
    weights = input.detach().double()
    if replacement or num_samples == 1:
        return _drawn(generator, engine.multinomial, (weights / weights.sum())._v, num_samples)
    if num_samples > input.numel():
        raise RuntimeError("cannot sample n_sample > prob_dist.size(-1) samples without replacement")
    waits = _drawn(generator, engine.exponential, engine.dtype(input._v), *input.shape)
    return (input.detach() / waits).topk(num_samples)[1]


Tensor.bernoulli, Tensor.multinomial = bernoulli, multinomial
