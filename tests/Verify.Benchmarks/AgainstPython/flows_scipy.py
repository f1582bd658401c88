"""The reduced gradient flow of linear self-attention, written by hand in NumPy and integrated by SciPy: prints seconds (median of several runs), evaluations,
and how far u² - tr(UU') strays from 0 at the steps, as a share of u².

Run with: python3 flows_scipy.py METHOD d condition horizon     METHOD is DOP853 or LSODA. Needs SciPy.
"""
import statistics
import sys
import time

import numpy as np
from scipy.integrate import solve_ivp

method, d, condition, horizon = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4])
N, tolerance, runs = 20, 1e-10, 5

rng = np.random.default_rng(1)
Q = np.linalg.qr(rng.standard_normal((d, d)))[0]
spectrum = np.geomspace(1, 1 / condition, d)
spectrum *= d / spectrum.sum()
L = Q @ np.diag(spectrum) @ Q.T
G = (1 + 1 / N) * L + np.trace(L) / N * np.eye(d)
GL, LL = G @ L, L @ L
M = rng.standard_normal((d, d))
T = M @ M.T
T /= np.linalg.norm(T)
s = np.sqrt(1 / (np.linalg.norm(G, 2) * np.sqrt(d)))
start = np.concatenate([(s * T).ravel(), [s]])


def rate(_, y):
    U, u = y[:-1].reshape(d, d), y[-1]
    A = GL @ U @ L
    out = np.empty_like(y)
    out[:-1] = (u * LL - u * u * A).ravel()
    out[-1] = np.sum(LL * U) - u * np.sum(A * U)
    return out


times = []
for _ in range(runs):
    begin = time.perf_counter()
    path = solve_ivp(rate, (0, horizon), start, method=method, rtol=tolerance, atol=tolerance * 1e-3)
    times.append(time.perf_counter() - begin)
    if times[-1] > 20:
        break

u = path.y[-1]
drift = np.max(np.abs(u**2 - np.sum(path.y[:-1] ** 2, axis=0)) / u**2)
print(f"{statistics.median(times):.6g} {path.nfev} {drift:.3g}")
