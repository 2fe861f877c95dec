import torch
import torch.nn.functional as F
torch.manual_seed(2)
x = torch.randn(3, 4, requires_grad=True)
y = torch.randn(3, 4)
c = torch.tensor([0, 3, 1])
for loss in (F.mse_loss(x, y), F.l1_loss(x, y), F.smooth_l1_loss(x, y), F.huber_loss(x, y, delta=0.5), F.binary_cross_entropy_with_logits(x, (y > 0).float()), F.binary_cross_entropy(x.sigmoid(), (y > 0).float()), F.nll_loss(F.log_softmax(x, dim=1), c), F.cross_entropy(x, c, reduction='sum')):
    print(loss, torch.autograd.grad(loss, x)[0][0])
