import torch 
torch.manual_seed(0)

X = torch.randn(5, 2, requires_grad=True)
W = torch.randn(2, 3, requires_grad=True)
B = torch.randn(1, 3, requires_grad=True)

print("B=", B)
print("X=", X)
print("W=", W)

print(X.shape, W.shape)
Q = torch.tensordot(X, W, dims=1)
Q.retain_grad()
print("Q=", Q.shape, Q)

Z = Q + B
Z.retain_grad()
print("Z=", Z)

O = torch.sum(Z)
print("O=", O)

O.backward()
#print("dz", Z.grad)
print("dw", W.grad)
print("dx", X.grad, "<>", sum(W[0]), sum(W[1]))
print("db", B.grad)
