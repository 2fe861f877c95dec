import torch
w = torch.tensor(2., requires_grad=True)
(w * 3).backward()
w.data -= 0.1 * w.grad
print(w)
w.grad.data.zero_()
print(w.grad)
w.grad = None
print(w.grad)
