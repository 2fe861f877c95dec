import torch
import torch.nn.functional as F
from torch import nn

scores = torch.tensor([[0.2, -0.7, 1.0], [0.4, 0.9, -2.0]], requires_grad=True)
classes = torch.tensor([2, 0])
chances = torch.tensor([[0.0, 1.0, 0.5], [1.0, 0.25, 0.0]])
for loss in (
    F.cross_entropy(scores, classes, reduction="none"),
    F.cross_entropy(scores, torch.softmax(chances, 1), reduction="none"),
    nn.NLLLoss()(nn.LogSoftmax(dim=1)(scores), classes),
    F.binary_cross_entropy(scores.sigmoid(), chances, reduction="sum"),
    nn.BCEWithLogitsLoss()(scores, chances),
    F.smooth_l1_loss(scores, chances, beta=0.5),
    nn.HuberLoss(delta=0.5)(scores, chances),
    F.l1_loss(scores, chances),
    F.kl_div(scores.log_softmax(1), chances.softmax(1), reduction="batchmean"),
    nn.CosineSimilarity()(scores, chances),
    F.pairwise_distance(scores, chances),
):
    print(loss)
    scores.grad = None
    loss.sum().backward()
    print(scores.grad)
weights = torch.tensor([1.0, 2.0, 3.0])
print(F.cross_entropy(scores, classes, weight=weights).item(), F.cross_entropy(scores, classes, label_smoothing=0.1).item())
print(F.cross_entropy(scores, torch.tensor([2, -100])).item())
print(F.one_hot(classes, 4), F.pad(chances, (1, 0), value=7.0), F.embedding(torch.tensor([1, 0]), chances))
