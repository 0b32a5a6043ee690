"""When a page is looked at again: by how often it changes, whether it fails, and how much may be asked for in a day."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import expm1, log, sqrt

LEAST_DAYS = 1.0
"""Days between two checks of a page, at least."""

MOST_DAYS = 60.0
"""Days between two checks of a page, at most: two months are long enough not to know that a group has gone."""

DOUBTFUL = (0.25, 0.80)
"""How likely a service runs whose page is looked at more often: what is seen there may settle it."""

DOUBTFUL_DAYS = 14.0
"""Days between two checks of the page of such a service, at most."""

RECHECKS = (timedelta(hours=1), timedelta(days=1), timedelta(days=3))
"""After a first failure it is looked at again so long after it began."""

FAILING_DAYS = 14.0
"""Days between two checks of a page that goes on failing, at most (judgement): it may come back."""

UNREADABLE_DAYS = 14.0
"""Days until a page is asked for again that may not or cannot be read (judgement)."""

PRIOR_DAYS = 3.0
"""The scale of the Gamma(1, 3 days) prior of rates: a page counts as watched for so much longer without a change."""

EQUAL = 0.01
"""Share by which gaps may differ and still count as equal: a check never comes to the second."""

FIRST_RATE = log(2) / PRIOR_DAYS
"""Changes a day that a page is held to have before it was read twice: the median of the prior."""

Gap = tuple[float, bool]
"""Days between one reading of a page and the next, and whether it had changed."""


def rate_of_equal(checks: int, changes: int, days: float) -> float:
    """Changes a day of a page that had changed on so many of ``checks``, each so many ``days`` after the one before.

    Bias-reduced, because changes between two checks are seen as one (Cho and Garcia-Molina 2003).
    """
    return -log((checks - changes + 0.5) / (checks + 0.5)) / days


def rate_of(gaps: Sequence[Gap]) -> float:
    """Changes a day of a page by its readings, above 0.

    Where gaps are unequal it is the likeliest rate under the prior. Of a page that was never seen to change that would
    be 0, so it is the rate it has with one half chance more or less.
    """
    changed = [days for days, has_changed in gaps if has_changed]
    unchanged = PRIOR_DAYS + sum(days for days, has_changed in gaps if not has_changed)
    if not changed:
        return log(2) / unchanged
    longest, shortest = max(days for days, _ in gaps), min(days for days, _ in gaps)
    if longest - shortest <= EQUAL * longest:
        return rate_of_equal(len(gaps), len(changed), longest)
    return _likeliest(changed, unchanged)


def _likeliest(changed: Sequence[float], unchanged: float) -> float:
    """Where the logarithm of the posterior, sum log(1 - exp(-r g)) - r ``unchanged``, has its one maximum."""
    low, high = 0.0, len(changed) / unchanged
    # Its slope is below 0 at ``high``, because g / (exp(r g) - 1) < 1 / r for every gap.
    for _ in range(60):
        middle = (low + high) / 2
        if sum(_pull(middle, days) for days in changed) > unchanged:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _pull(rate: float, days: float) -> float:
    """g / (exp(r g) - 1): how much a gap with a change asks for a higher rate."""
    exponent = rate * days
    return days / expm1(exponent) if exponent < 700 else 0.0


def interval_days(rate: float, pace: float) -> float:
    """Days between two checks of a page of this rate: in proportion to one over its square root, within bounds.

    The square root keeps more pages fresh than equal intervals as long as most pages change less often than they are
    looked at, and more by far than visiting in proportion to change.
    """
    return min(max(pace / sqrt(rate), LEAST_DAYS), MOST_DAYS)


def pace_for(rates: Sequence[float], checks_a_day: float, least: float) -> float:
    """The factor of `interval_days` at which pages of these rates need no more than so many checks a day altogether.

    It is no smaller than ``least``, and no larger than makes every interval the longest.
    """

    def needed(pace: float) -> float:
        return sum(1 / interval_days(rate, pace) for rate in rates)

    if needed(least) <= checks_a_day:
        return least
    low, high = least, max(least, MOST_DAYS * sqrt(max(rates)))
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if needed(middle) > checks_a_day else (low, middle)
    return high


def pace_of(days: float, change_days: float) -> float:
    """The factor at which a page that changes every ``change_days`` is looked at every ``days``."""
    return days / sqrt(change_days)


def next_check(
    at: datetime,
    *,
    rate: float,
    pace: float,
    failing_since: datetime | None,
    failures: int,
    is_read: bool,
    p_open: Sequence[float],
) -> datetime:
    """When a page checked ``at`` a time is looked at again.

    ``failures`` are those in a row since ``failing_since``; ``is_read`` says that the visit said anything of the
    page; ``p_open`` is how likely each of its services runs.
    """
    if failing_since is not None and 0 < failures <= len(RECHECKS):
        return max(failing_since + RECHECKS[failures - 1], at + RECHECKS[0])
    days = interval_days(rate, pace)
    if any(DOUBTFUL[0] <= p <= DOUBTFUL[1] for p in p_open):
        days = min(days, DOUBTFUL_DAYS)
    if failing_since is not None:
        days = min(days, FAILING_DAYS)
    elif not is_read:
        days = max(days, UNREADABLE_DAYS)
    return at + timedelta(days=days)
