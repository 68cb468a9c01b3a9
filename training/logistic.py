"""A table of features and labels in, the weights of a logistic regression out, in plain numpy."""

import numpy as np
import numpy.typing as npt

Table = npt.NDArray[np.float64]


def newton(table: Table, labels: npt.NDArray[np.bool_], *, ridge: float) -> npt.NDArray[np.float64]:
    """Iteratively reweighted least squares (Hastie, Tibshirani and Friedman 2009, 4.4.1); the first column is not shrunk."""
    weights, shrinking = np.zeros(table.shape[1]), np.diag([0.0] + [ridge] * (table.shape[1] - 1))
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (labels - chance) - shrinking @ weights
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + shrinking
        weights += np.linalg.solve(bend, slope)
    return weights
