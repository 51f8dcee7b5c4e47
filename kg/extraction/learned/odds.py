"""Likelihoods and the logarithms of their odds."""

from __future__ import annotations

import math


def logit(likely: float) -> float:
    """The logarithm of the odds of something so likely.

    >>> logit(0.5), logit(0.0), logit(1.0)
    (0.0, -inf, inf)
    """
    return math.log(likely / (1 - likely)) if 0 < likely < 1 else math.copysign(math.inf, likely - 0.5)


def logistic(odds: float) -> float:
    """How likely something is by the logarithm of its odds.

    >>> logistic(0.0), round(logistic(2.0), 2), logistic(-1000.0)
    (0.5, 0.88, 0.0)
    """
    return 0.5 + 0.5 * math.tanh(odds / 2)
