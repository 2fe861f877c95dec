import numpy as np
x = np.zeros((2, 3))
x[0][1] = 5
x[1] += 2
row = x[0]
row *= 3
row[2] = 9
x[:, 0] = [7, 8]
x[x == 2] = -1
x.T[1] += 0.5
print(x, row)
y = x.reshape(-1)
y[::2] = 0
z = x.copy()
z[...] = 1
print(x, z.sum())
k = np.array([1, 2])
k[0] = 3.9
print(k)
for i in range(2):
    for j in range(3):
        x[i][j] += i * j
print(x)
