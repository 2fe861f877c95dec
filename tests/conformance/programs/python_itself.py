import random
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from functools import lru_cache, partial, reduce
from itertools import accumulate, combinations, product
import torch

params = {"w1": torch.tensor([1.0, -2.0]), "b1": torch.tensor(0.5), "a": 3}
for name, value in params.items():
    print(name, value)
print([*params, "z"], {**params, "a": 4}["a"], dict(lr=0.1, epochs=5), {k: i for i, k in enumerate("cab")})
loss = torch.tensor(1234.5678)
print("{:.3f} {}".format(loss, "x".zfill(3)), "%.2f|%d" % (loss, 7), f"{loss:,.1f} {loss=} {params['a']!r:>4} {loss:{8}.{2}f}")
print(0 < loss, 1.0 <= params["w1"], sum([loss, loss]), max(params["w1"]), f"{0.125:.2f}", round(2.675, 2))
random.seed(0)
print(random.random(), random.randint(1, 6), random.gauss(0, 1), random.sample(range(10), 3), random.choice("abc"))


@dataclass
class Config:
    lr: float
    layers: list = field(default_factory=lambda: [4, 2])


@lru_cache(maxsize=None)
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(Config(0.1), Config(0.1) == Config(0.1), depth(300))
print(Counter("abca").most_common(1), deque([1, 2], maxlen=1), defaultdict(int)["q"], reduce(lambda a, b: a * b, [2, 3, 4]))
print(list(product([0, 1], repeat=2)), list(combinations("abc", 2)), list(accumulate([1, 2, 3])), partial(pow, 2)(5))
print(sorted([("b", 1), ("a", 1), ("c", 0)], key=lambda pair: pair[1]), list(zip([1], [2], strict=True)))
