"""The loss of linear self-attention on sampled prompts, written by hand in NumPy: prints prompts per second, the median of several runs.

Run with: python3 sampling_numpy.py [d N]     Needs NumPy.
"""
import statistics
import sys
import time

import numpy as np

d, N = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (5, 20)
batch, batches, runs = 8192, 32, 5

rng = np.random.Generator(np.random.Philox(1))
A = rng.standard_normal((d, d))
covariance = A @ A.T / d + 0.1 * np.eye(d)
root = np.linalg.cholesky(covariance).T.copy()
U, u = rng.standard_normal((d, d)), 0.7


def losses(generator, count):
    X = (generator.standard_normal((count * N, d)) @ root).reshape(count, N, d)
    w = generator.standard_normal((count, d))
    q = generator.standard_normal((count, d)) @ root
    y = np.matmul(X, w[:, :, None])
    moments = np.matmul(y.transpose(0, 2, 1), X)[:, 0, :]
    error = u / N * np.einsum("ni,ni->n", moments @ U, q) - np.einsum("ni,ni->n", w, q)
    return 0.5 * error**2


for name, generator in (("Philox", np.random.Generator(np.random.Philox(1))), ("PCG64, NumPy's default", np.random.default_rng(1))):
    losses(generator, batch)
    rates = []
    for _ in range(runs):
        start = time.perf_counter()
        total = sum(float(np.sum(losses(generator, batch))) for _ in range(batches))
        rates.append(batch * batches / (time.perf_counter() - start))
    print(f"{name}: d = {d}, N = {N}: {statistics.median(rates):.3g} prompts per second; mean loss {total / (batch * batches):.4g}")
