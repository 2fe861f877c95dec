"""Learning rates that change from epoch to epoch."""
import math


class LRScheduler:
    """Sets the `lr` of each group to what a subclass's `get_lr` says, for epoch 0 at once. `last_epoch` changes nothing."""

    def __init__(self, optimizer, last_epoch=-1):
        self.optimizer = optimizer
        self.last_epoch = -1
        self.base_lrs = []
        for group in optimizer.param_groups:
            group.setdefault("initial_lr", group["lr"])
            self.base_lrs.append(group["initial_lr"])
        self.step()

    def step(self, epoch=None):
        """Goes on to the next epoch, whatever `epoch` is, and sets the rates; to be called after each epoch."""
        self.last_epoch += 1
        self._last_lr = self.get_lr()
        for group, lr in zip(self.optimizer.param_groups, self._last_lr):
            group["lr"] = lr

    def get_last_lr(self):
        """The rates as they were set last: a list, one for each group."""
        return self._last_lr

    def _current(self):
        return [group["lr"] for group in self.optimizer.param_groups]


_LRScheduler = LRScheduler


class LambdaLR(LRScheduler):
    """The first rate times a function of the epoch."""

    def __init__(self, optimizer, lr_lambda, last_epoch=-1):
        self.lr_lambda = lr_lambda
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        """initial_lr·lr_lambda(epoch) for each group."""
        return [lr * self.lr_lambda(self.last_epoch) for lr in self.base_lrs]


class StepLR(LRScheduler):
    """The rate times gamma after every so many epochs."""

    def __init__(self, optimizer, step_size, gamma=0.1, last_epoch=-1):
        self.step_size, self.gamma = step_size, gamma
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        """lr·gamma for each group if the epoch is a multiple of step_size other than 0, else lr."""
        turn = self.last_epoch and self.last_epoch % self.step_size == 0
        return [lr * self.gamma if turn else lr for lr in self._current()]


class MultiStepLR(LRScheduler):
    """The rate times gamma at certain epochs."""

    def __init__(self, optimizer, milestones, gamma=0.1, last_epoch=-1):
        self.milestones, self.gamma = list(milestones), gamma
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        """lr·gamma for each group at a milestone, once for each time it is listed; else lr."""
        return [lr * self.gamma ** self.milestones.count(self.last_epoch) for lr in self._current()]


class ExponentialLR(LRScheduler):
    """The rate times gamma after every epoch."""

    def __init__(self, optimizer, gamma, last_epoch=-1):
        self.gamma = gamma
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        """lr·gamma for each group, but lr for epoch 0."""
        return [lr * self.gamma if self.last_epoch else lr for lr in self._current()]


class CosineAnnealingLR(LRScheduler):
    """From the first rate down to `eta_min` along half a wave of the cosine."""

    def __init__(self, optimizer, T_max, eta_min=0, last_epoch=-1):
        self.T_max, self.eta_min = T_max, eta_min
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        """eta_min + (initial_lr − eta_min)·(1 + cos(π·epoch/T_max))/2 for each group (Loshchilov and Hutter 2017)."""
        share = (1 + math.cos(math.pi * self.last_epoch / self.T_max)) / 2
        return [self.eta_min + (lr - self.eta_min) * share for lr in self.base_lrs]


def __getattr__(name):
    raise AttributeError("torch.optim.lr_scheduler.%s isn't part of this course's torch" % name)
