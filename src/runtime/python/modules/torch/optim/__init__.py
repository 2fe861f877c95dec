"""Ways to change parameters by their gradients."""
import _torch_names
from torch._grad_mode import enable_grad, no_grad
from torch._tensor import Tensor


class Optimizer:
    """Parameters in groups; each group has options of its own, such as `lr`."""

    def __init__(self, params, defaults):
        if isinstance(params, Tensor):
            raise TypeError(
                "params argument given to the optimizer should be an iterable of Tensors or dicts, but got "
                + params.type()
            )
        groups = list(params)
        if not groups:
            raise ValueError("optimizer got an empty parameter list")
        if not isinstance(groups[0], dict):
            groups = [{"params": groups}]
        for name, value in defaults.items():
            if value is None and name == "lr" and any([name not in group for group in groups]):
                raise ValueError("parameter group didn't specify a value of required optimization parameter lr")
        self.defaults = defaults
        self.state = {}
        self.param_groups = []
        for group in groups:
            self.add_param_group(group)

    def add_param_group(self, param_group):
        """
        Adds a dictionary: its "params" are a tensor or several, and other entries stand in for the defaults. Raises TypeError for
        a parameter that is no tensor, ValueError for one that is no leaf.
        """
        given = param_group["params"]
        group = dict(self.defaults)
        group.update(param_group)
        group["params"] = [given] if isinstance(given, Tensor) else list(given)
        for each in group["params"]:
            if not isinstance(each, Tensor):
                raise TypeError("optimizer can only optimize Tensors, but one of the params is " + type(each).__name__)
            if not each.is_leaf:
                raise ValueError("can't optimize a non-leaf Tensor")
        self.param_groups.append(group)

    def zero_grad(self, set_to_none=False):
        """Sets the gradients to 0 in place, or with `set_to_none` to None; 0 by default, as in PyTorch 1.13."""
        for group in self.param_groups:
            for parameter in group["params"]:
                if set_to_none:
                    parameter.grad = None
                elif parameter.grad is not None:
                    parameter.grad.detach_().zero_()

    def step(self, closure=None):
        """
        Changes every parameter that has a gradient, in place; uphill if its group has `maximize`. Returns what `closure` gives,
        which is called first, with graphs recorded.
        """
        loss = None
        if closure is not None:
            with enable_grad():
                loss = closure()
        with no_grad():
            for group in self.param_groups:
                for parameter in group["params"]:
                    if parameter.grad is None:
                        continue
                    gradient = -parameter.grad if group.get("maximize") else parameter.grad
                    state = self.state.setdefault(id(parameter), {})
                    self._update(group, state, parameter, gradient)
        return loss

    def _update(self, group, state, parameter, gradient):
        raise NotImplementedError

    def __repr__(self):
        lines = []
        for place, group in enumerate(self.param_groups):
            lines.append("Parameter Group %d" % place)
            lines += ["    %s: %s" % (name, group[name]) for name in sorted(group) if name != "params"] + [""]
        return "%s (\n%s)" % (type(self).__name__, "\n".join(lines))

    __str__ = __repr__


def _check(**limits):
    for name, value in limits.items():
        if value is not None and value < 0:
            shown = {"lr": "learning rate", "eps": "epsilon value", "momentum": "momentum value"}
            raise ValueError("Invalid %s: %s" % (shown.get(name, name + " value"), value))


def _decayed(group, parameter, gradient):
    return gradient.add(parameter, alpha=group["weight_decay"]) if group["weight_decay"] else gradient


class SGD(Optimizer):
    """p ← p − lr·v, where v ← momentum·v + (1 − dampening)·g."""

    def __init__(
        self,
        params,
        lr=None,
        momentum=0,
        dampening=0,
        weight_decay=0,
        nesterov=False,
        *,
        maximize=False,
        foreach=None,
        differentiable=False
    ):
        _check(lr=lr, momentum=momentum, weight_decay=weight_decay)
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError("Nesterov momentum requires a momentum and zero dampening")
        options = {"lr": lr, "momentum": momentum, "dampening": dampening, "weight_decay": weight_decay}
        others = {"nesterov": nesterov, "maximize": maximize, "foreach": foreach, "differentiable": differentiable}
        options.update(others)
        super().__init__(params, options)

    def _update(self, group, state, parameter, gradient):
        gradient = _decayed(group, parameter, gradient)
        momentum = group["momentum"]
        if momentum:
            before = state.get("momentum_buffer")
            share = 1 - group["dampening"]
            velocity = gradient.clone() if before is None else (before * momentum).add(gradient, alpha=share)
            state["momentum_buffer"] = velocity
            gradient = gradient.add(velocity, alpha=momentum) if group["nesterov"] else velocity
        parameter.sub_(gradient, alpha=group["lr"])


class Adam(Optimizer):
    """p ← p − lr·m̂/(√v̂ + ε), with running means m of the gradient and v of its square, corrected for starting at 0."""

    def __init__(
        self,
        params,
        lr=1e-3,
        betas=(0.9, 0.999),
        eps=1e-8,
        weight_decay=0,
        amsgrad=False,
        *,
        foreach=None,
        maximize=False,
        capturable=False,
        differentiable=False,
        fused=False
    ):
        _check(lr=lr, eps=eps, weight_decay=weight_decay)
        options = {"lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "amsgrad": amsgrad}
        others = {"maximize": maximize, "foreach": foreach, "capturable": capturable}
        options.update(others)
        options.update(self._shown(differentiable, fused))
        super().__init__(params, options)

    def _shown(self, differentiable, fused):
        return {"differentiable": differentiable, "fused": fused}

    def _update(self, group, state, parameter, gradient):
        gradient = _decayed(group, parameter, gradient)
        first, second = group["betas"]
        state["step"] = count = state.get("step", 0) + 1
        state["exp_avg"] = mean = state.get("exp_avg", 0) * first + gradient * (1 - first)
        state["exp_avg_sq"] = square = state.get("exp_avg_sq", 0) * second + gradient * gradient * (1 - second)
        if group["amsgrad"]:
            before = state.get("max_exp_avg_sq")
            state["max_exp_avg_sq"] = square = square if before is None else before.maximum(square)
        size = square.sqrt() / (1 - second**count) ** 0.5 + group["eps"]
        parameter.sub_(mean / size * (group["lr"] / (1 - first**count)))


class AdamW(Adam):
    """Adam, but with the decay of weights apart from the gradient: first p ← p·(1 − lr·decay)."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2, amsgrad=False, **others):
        super().__init__(params, lr, betas, eps, weight_decay, amsgrad, **others)

    def _shown(self, differentiable, fused):
        return {}

    def _update(self, group, state, parameter, gradient):
        parameter.mul_(1 - group["lr"] * group["weight_decay"])
        rest = dict(group)
        rest["weight_decay"] = 0
        super()._update(rest, state, parameter, gradient)


class RMSprop(Optimizer):
    """p ← p − lr·g/(√v + ε), with v a running mean of the gradient's square."""

    def __init__(
        self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False, foreach=None,
        maximize=False, differentiable=False
    ):
        _check(lr=lr, eps=eps, momentum=momentum, weight_decay=weight_decay, alpha=alpha)
        options = {"lr": lr, "momentum": momentum, "alpha": alpha, "eps": eps, "centered": centered}
        others = {"weight_decay": weight_decay, "foreach": foreach, "maximize": maximize}
        options.update(others)
        options["differentiable"] = differentiable
        super().__init__(params, options)

    def _update(self, group, state, parameter, gradient):
        gradient = _decayed(group, parameter, gradient)
        alpha = group["alpha"]
        state["square_avg"] = square = state.get("square_avg", 0) * alpha + gradient * gradient * (1 - alpha)
        if group["centered"]:
            state["grad_avg"] = mean = state.get("grad_avg", 0) * alpha + gradient * (1 - alpha)
            square = square - mean * mean
        step = gradient / (square.sqrt() + group["eps"])
        if group["momentum"]:
            state["momentum_buffer"] = step = state.get("momentum_buffer", 0) * group["momentum"] + step
        parameter.sub_(step * group["lr"])


class Adagrad(Optimizer):
    """p ← p − lr·g/(√s + ε), with s the sum of the gradient's squares so far."""

    def __init__(
        self, params, lr=1e-2, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10, foreach=None, *,
        maximize=False, differentiable=False
    ):
        _check(lr=lr, lr_decay=lr_decay, weight_decay=weight_decay, eps=eps)
        options = {"lr": lr, "lr_decay": lr_decay, "eps": eps, "weight_decay": weight_decay}
        others = {"initial_accumulator_value": initial_accumulator_value, "foreach": foreach, "maximize": maximize}
        options.update(others)
        options["differentiable"] = differentiable
        super().__init__(params, options)

    def _update(self, group, state, parameter, gradient):
        gradient = _decayed(group, parameter, gradient)
        state["step"] = count = state.get("step", 0) + 1
        state["sum"] = total = state.get("sum", group["initial_accumulator_value"]) + gradient * gradient
        rate = group["lr"] / (1 + (count - 1) * group["lr_decay"])
        parameter.sub_(gradient / (total.sqrt() + group["eps"]) * rate)


__getattr__ = _torch_names.looked_up("torch.optim", ("lr_scheduler",))
