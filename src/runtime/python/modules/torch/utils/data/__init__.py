"""Data in batches."""
from torch._creation import tensor
from torch._joining import stack
from torch._random import Generator, default_generator, random_bits, randperm
from torch._tensor import Tensor


class Dataset:
    """What `data[index]` and `len(data)` work for; a subclass has both."""

    def __getitem__(self, index):
        raise NotImplementedError

    def __len__(self):
        raise NotImplementedError


class TensorDataset(Dataset):
    """Rows of several tensors beside each other."""

    def __init__(self, *tensors):
        if any([len(each) != len(tensors[0]) for each in tensors]):
            raise AssertionError("Size mismatch between tensors")
        self.tensors = tensors

    def __getitem__(self, index):
        return tuple([each[index] for each in self.tensors])

    def __len__(self):
        return len(self.tensors[0])


class Subset(Dataset):
    """The entries of a data set at these indices, in their order."""

    def __init__(self, dataset, indices):
        self.dataset, self.indices = dataset, indices

    def __getitem__(self, index):
        return self.dataset[self.indices[index]]

    def __len__(self):
        return len(self.indices)


def random_split(dataset, lengths, generator=default_generator):
    """A list of Subsets of these lengths, without overlap, in random order. Raises ValueError unless they add up to the whole."""
    if sum(lengths) != len(dataset):
        raise ValueError("Sum of input lengths does not equal the length of the input dataset!")
    order = randperm(len(dataset), generator=generator).tolist()
    starts = [sum(lengths[:place]) for place in range(len(lengths))]
    return [Subset(dataset, order[start : start + length]) for start, length in zip(starts, lengths)]


def default_collate(batch):
    """Samples in one: tensors stacked, numbers made tensors, tuples and dictionaries part by part."""
    first = batch[0]
    if isinstance(first, Tensor):
        return stack(batch)
    if isinstance(first, dict):
        return {key: default_collate([each[key] for each in batch]) for key in first}
    if isinstance(first, (tuple, list)):
        return [default_collate(list(parts)) for parts in zip(*batch)]
    if type(first) is str:
        return batch
    return tensor(batch, dtype=float if type(first) is not int and type(first) is not bool else None)


class DataLoader:
    """Goes through a data set batch by batch, shuffled as PyTorch would shuffle it."""

    def __init__(
        self,
        dataset,
        batch_size=1,
        shuffle=False,
        sampler=None,
        batch_sampler=None,
        num_workers=0,
        collate_fn=None,
        pin_memory=False,
        drop_last=False,
        generator=None
    ):
        self.dataset, self.batch_size, self.drop_last = dataset, batch_size, drop_last
        self.shuffle, self.sampler, self.generator = shuffle, sampler, generator
        self.collate_fn = collate_fn or default_collate

    def _order(self):
        if self.sampler is not None:
            return list(self.sampler)
        if not self.shuffle:
            return list(range(len(self.dataset)))
        stream = self.generator
        if stream is None:
            stream = Generator().manual_seed(random_bits())
        return randperm(len(self.dataset), generator=stream).tolist()

    def __iter__(self):
        # PyTorch draws a seed for its workers first, whether there are any or not.
        random_bits(self.generator)
        order = self._order()
        for start in range(0, len(order), self.batch_size):
            places = order[start : start + self.batch_size]
            if self.drop_last and len(places) < self.batch_size:
                return
            yield self.collate_fn([self.dataset[place] for place in places])

    def __len__(self):
        count = len(self.dataset)
        return count // self.batch_size if self.drop_last else -(-count // self.batch_size)


def __getattr__(name):
    raise AttributeError("torch.utils.data.%s isn't part of this course's torch" % name)
