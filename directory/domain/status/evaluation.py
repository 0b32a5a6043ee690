"""How well the model tells what has closed: precision, recall, calibration, and whom an outage would have hidden."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.domain.status.history import History
from directory.domain.status.rules import State

_HIDDEN = frozenset({State.LIKELY_CLOSED, State.CLOSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the model said of one service, and whether it had really closed. ``site_fails``: its website was down."""

    p_closed: float
    state: State
    has_closed: bool
    site_fails: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged:
    """What a threshold calls closed. ``precision`` is None where that is nothing, ``recall`` where nothing closed."""

    count: int
    precision: float | None
    recall: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Cases whose chances lie close together: their mean, and the share that had really closed."""

    least: float
    most: float
    count: int
    mean_p_closed: float
    share_closed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """Services that run while their website does not, and how many of them are called closed or likely closed."""

    count: int
    hidden: int


def flagged(cases: Sequence[Case], threshold: float) -> Flagged:
    """What is found by calling closed whatever has at least this chance of it."""
    p_closed, has_closed = _arrays(cases)
    called = p_closed >= threshold
    right = int((called & has_closed).sum())
    count, closed = int(called.sum()), int(has_closed.sum())
    return Flagged(count=count, precision=right / count if count else None, recall=right / closed if closed else None)


def precision_at(cases: Sequence[Case], recall: float) -> float | None:
    """The precision of the strictest threshold that finds at least this share of what closed; None if nothing did."""
    precisions, recalls = _curve(cases)
    if not len(recalls):
        return None
    return float(precisions[np.searchsorted(recalls, recall - 1e-12)])


def average_precision(cases: Sequence[Case]) -> float | None:
    """The mean precision over all that closed, found in the order of their chances; None if nothing closed."""
    precisions, recalls = _curve(cases)
    if not len(recalls):
        return None
    return float((np.diff(recalls, prepend=0.0) * precisions).sum())


def brier(cases: Sequence[Case]) -> float:
    """The mean square of what was wrong with the chances: 0 is best, and .25 is a coin's. There must be a case."""
    p_closed, has_closed = _arrays(cases)
    return float(((p_closed - has_closed) ** 2).mean())


def reliability(cases: Sequence[Case], bins: int = 10) -> tuple[Bin, ...]:
    """The cases by their chance, in bins of equal width; empty ones are left out."""
    p_closed, has_closed = _arrays(cases)
    numbers = np.minimum((p_closed * bins).astype(np.int64), bins - 1)
    found = []
    for number in range(bins):
        inside = numbers == number
        if inside.any():
            found.append(
                Bin(
                    least=number / bins,
                    most=(number + 1) / bins,
                    count=int(inside.sum()),
                    mean_p_closed=float(p_closed[inside].mean()),
                    share_closed=float(has_closed[inside].mean()),
                )
            )
    return tuple(found)


def calibration_error(bins: Sequence[Bin]) -> float:
    """How far chances are from shares, as a mean over the cases of all bins."""
    return sum(one.count * abs(one.mean_p_closed - one.share_closed) for one in bins) / sum(one.count for one in bins)


def outage(cases: Sequence[Case]) -> Outage:
    """What befalls services that run and whose website is down."""
    down = [case for case in cases if case.site_fails and not case.has_closed]
    return Outage(count=len(down), hidden=sum(case.state in _HIDDEN for case in down))


def is_down(known: History) -> bool:
    """Whether the last look at a website found it down. A site that is gone, or another's, is no outage."""
    looks = [one for one in known.observations if one.channel == "web"]
    return bool(looks) and max(looks, key=lambda one: (one.day, one.symbol)).symbol == "fail"


def _arrays(cases: Sequence[Case]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    return np.array([case.p_closed for case in cases], dtype=np.float64), np.array(
        [case.has_closed for case in cases], dtype=np.bool_
    )


def _curve(cases: Sequence[Case]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Precision and recall at each chance that occurs, the highest first: equal chances are called together."""
    p_closed, has_closed = _arrays(cases)
    if not has_closed.any():
        return np.empty(0), np.empty(0)
    order = np.argsort(-p_closed, kind="stable")
    right = np.cumsum(has_closed[order])
    last = np.append(np.diff(p_closed[order]) < 0, True)
    called = np.arange(1, len(cases) + 1)
    return (right / called)[last], (right / right[-1])[last]
