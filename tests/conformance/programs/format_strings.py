import torch
loss = torch.tensor(1.23456)
step = 7
print(f"{step:03d} {loss:.3f} {loss.item():.4f} {loss} {torch.ones(2)} {'end':>5} {step!r}")
print(f'{loss:10.2e}|{step:<4}|{1e6:,.1f}')
