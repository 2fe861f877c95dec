import torch
from torch import nn, optim
from torch.utils.data import DataLoader, TensorDataset, random_split

torch.manual_seed(0)
inputs = torch.randn(20, 2)
targets = (inputs[:, :1] * 2 - inputs[:, 1:] + 0.1 * torch.randn(20, 1)).tanh()
training, validation = random_split(TensorDataset(inputs, targets), [16, 4])
batches = DataLoader(training, batch_size=6, shuffle=True)
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
model = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 1)).to(device)
criterion = nn.MSELoss()
optimizer = optim.Adam(model.parameters(), lr=0.05)
for epoch in range(5):
    model.train()
    for x, y in batches:
        optimizer.zero_grad()
        loss = criterion(model(x.to(device)), y)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
    model.eval()
    with torch.no_grad():
        x, y = next(iter(DataLoader(validation, batch_size=4)))
        print(f"epoch {epoch + 1}: {loss.item():.4f}, {criterion(model(x), y):.4f}")
print(model[2].weight, torch.rand(1))
