import numpy as np

A = np.array([[4.0, 1.0, 0.5], [1.0, 3.0, -1.0], [0.5, -1.0, 5.0]])
b = np.array([1.0, 2.0, 3.0])
print(np.linalg.inv(A))
print(np.linalg.solve(A, b), np.linalg.det(A))
print(np.linalg.cholesky(A))
print(np.linalg.norm(A), np.linalg.norm(A, 1), np.linalg.norm(A, axis=1, keepdims=True), np.linalg.matrix_power(A, 3))
print(np.linalg.lstsq(np.vander(b, 2), b**2, rcond=None)[0])
print(np.kron(np.eye(2), [[1, 2]]), np.trace(A), np.tri(3, k=-1), np.triu(A, 1))
try:
    np.linalg.inv(np.ones((2, 2)))
except np.linalg.LinAlgError as error:
    print(error)
