import torch

a = torch.tensor([[2.0, 1.0], [0.5, 3.0]], dtype=torch.float64, requires_grad=True)
b = torch.tensor([[1.0, -1.0], [2.0, 0.5]], dtype=torch.float64, requires_grad=True)
for y in (
    torch.linalg.inv(a),
    torch.linalg.det(a),
    torch.linalg.solve(a, b),
    torch.linalg.solve(a, b[:, 0]),
    torch.addmm(b, a, a, beta=0.5, alpha=2),
    torch.addmv(b[0], a, b[1]),
    torch.addr(a, b[0], b[1]),
    torch.baddbmm(torch.ones(1, 2, 2, dtype=torch.float64), a.unsqueeze(0), b.unsqueeze(0)),
    torch.linalg.matrix_power(a, 3),
    torch.inner(a, b[0]),
):
    print(y)
    a.grad = b.grad = None
    (y * y).sum().backward()
    print(a.grad, b.grad)
for wrong in (torch.zeros(2, 2), torch.ones(2, 3)):
    try:
        torch.linalg.inv(wrong)
    except RuntimeError as error:
        print(error)
