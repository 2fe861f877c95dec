import torch

kinds = {
    "float32": torch.tensor([1.0, 2.0]),
    "float64": torch.tensor([3.0, 0.5], dtype=torch.float64),
    "int64": torch.tensor([4, 3]),
    "bool": torch.tensor([True, True]),
}
for left, a in kinds.items():
    for right, b in kinds.items():
        for name in "add mul div pow floor_divide maximum lt logical_xor".split():
            try:
                print(left, right, name, getattr(torch, name)(a, b))
            except RuntimeError as error:
                print(left, right, name, error)
    for number in (2, 2.5, True):
        print(left, number, a + number, a * number, number / a, a == number)
