import torch
w = torch.tensor([1., 2.], requires_grad=True)
for change in (lambda: w.add_(1), lambda: w.mul_(2), lambda: w.zero_()):
    try:
        change()
    except RuntimeError as e:
        print(e)
with torch.no_grad():
    w *= 0.5
    w -= 1
print(w)
