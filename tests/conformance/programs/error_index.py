import torch
x = torch.ones(2, 3)
for key in (2, (0, 3), (0, 0, 0), 1.5, 'a', [0, 5]):
    try:
        x[key]
    except Exception as e:
        print(type(e).__name__ + ':', e)
