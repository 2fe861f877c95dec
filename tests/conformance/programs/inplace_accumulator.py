import torch
total = torch.tensor(0.)
w = torch.tensor(2., requires_grad=True)
for i in range(3):
    total += w * i
print(total)
total.backward()
print(w.grad)
