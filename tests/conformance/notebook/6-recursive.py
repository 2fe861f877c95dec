import torch

W_h = torch.tensor(2.0, requires_grad=True)
w_h = W_h.item()

H0 = torch.tensor(0.5, requires_grad=True)
h0 = H0.item()

H1 = W_h * H0
h1 = H1.item()

H2 = W_h * H1
h2 = H2.item()

H2.backward()
dw_h_over_h0 = 0 #because H0 is constant for w_h
dw_h_over_h1 = h0 + w_h * dw_h_over_h0
dw_h_over_h2 = h1 + w_h * dw_h_over_h1

dh0_over_h0 = 1
dh0_over_h1 = w_h * dh0_over_h0
dh0_over_h2 = w_h * dh0_over_h1

print(W_h.grad, "<>", dw_h_over_h2, "<>", (h0 * w_h + h1))
print(H0.grad, "<>", dh0_over_h2, "<>", (w_h * w_h))
