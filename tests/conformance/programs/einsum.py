import torch
x = torch.arange(6.).reshape(2, 3).requires_grad_()
for equation, operands in (('ij,kj->ik', (x, x)), ('ij->j', (x,)), ('ij->ji', (x,)), ('ij,ij->', (x, x)), ('ij,j->i', (x, x[0])), ('i,j->ij', (x[0], x[1])), ('bi,bj->bij', (x, x)), ('ii', (torch.eye(3),))):
    print(torch.einsum(equation, *operands))
