from torch._grad_mode import no_grad


class Optimizer:
    def __init__(self, params):
        self.params = list(params)
        if not self.params:
            raise ValueError("optimizer got an empty parameter list")

    def zero_grad(self, set_to_none=False):
        for parameter in self.params:
            if set_to_none:
                parameter.grad = None
            elif parameter.grad is not None:
                parameter.grad.detach().zero_()

    def step(self):
        with no_grad():
            for place, parameter in enumerate(self.params):
                if parameter.grad is not None:
                    self._update(place, parameter, parameter.grad)


class SGD(Optimizer):
    """p ← p − lr·v, where v ← momentum·v + g."""

    def __init__(self, params, lr, momentum=0, weight_decay=0):
        super().__init__(params)
        self.lr, self.momentum, self.weight_decay = lr, momentum, weight_decay
        self._velocity = {}

    def _update(self, place, parameter, gradient):
        if self.weight_decay:
            gradient = gradient + parameter * self.weight_decay
        if self.momentum:
            before = self._velocity.get(place)
            gradient = gradient.clone() if before is None else before * self.momentum + gradient
            self._velocity[place] = gradient
        parameter.sub_(gradient * self.lr)


class Adam(Optimizer):
    """p ← p − lr·m̂/(√v̂ + ε), with running means m of the gradient and v of its square, corrected for starting at 0."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        super().__init__(params)
        self.lr, self.betas, self.eps = lr, betas, eps
        self._state = {}

    def _update(self, place, parameter, gradient):
        count, mean, square = self._state.get(place, (0, gradient * 0, gradient * 0))
        first, second = self.betas
        count += 1
        mean = mean * first + gradient * (1 - first)
        square = square * second + gradient * gradient * (1 - second)
        self._state[place] = (count, mean, square)
        size = square.sqrt() / (1 - second**count) ** 0.5 + self.eps
        parameter.sub_(mean / size * (self.lr / (1 - first**count)))


def __getattr__(name):
    import _torch_names as names

    raise AttributeError(names.of_module("torch.optim", name))
