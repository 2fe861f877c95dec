import torch
import torch.nn.functional as F

for draw in (
    lambda: torch.randn(16).tolist(),
    lambda: torch.randn(33).tolist(),
    lambda: torch.randn(5, 5).tolist(),
    lambda: torch.bernoulli(torch.full((5,), 0.5)),
    lambda: torch.empty(5).bernoulli_(0.3),
    lambda: torch.empty(4).exponential_(),
    lambda: torch.multinomial(torch.tensor([0.1, 0.2, 0.7]), 5, replacement=True),
    lambda: torch.multinomial(torch.tensor([0.1, 0.2, 0.7]), 2),
    lambda: torch.randint_like(torch.ones(3), 10),
    lambda: torch.normal(torch.arange(1.0, 4.0), 0.1),
    lambda: torch.rand(3, generator=torch.Generator().manual_seed(5)),
    lambda: torch.randperm(4, generator=torch.Generator().manual_seed(5)),
    lambda: F.dropout(torch.ones(8)),
    lambda: torch.nn.init.xavier_uniform_(torch.empty(2, 3)),
    lambda: torch.nn.init.kaiming_normal_(torch.empty(2, 3)),
):
    torch.manual_seed(42)
    print(draw(), torch.rand(2))
