"""The status of services as of a day: probability, state and reasons together, for one or for a hundred thousand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from directory.domain.status.history import History
from directory.domain.status.posterior import Model, Posterior
from directory.domain.status.reasons import Reason, reasons
from directory.domain.status.rules import Previous, State, evidence_count, judge, last_confirmed_by, last_sign_of_life

BATCH = 2_000
"""Services worked out together: enough to be quick, few enough to need some tens of megabytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What is known of one service on one day. ``p_open_ahead`` is as many days later as the settings look ahead.

    ``stopped_about`` is the likeliest time of its end, if it has ended. ``confirmed_on`` is its last sign of life, and
    ``confirmed_by`` the kind of statement that was, or ``event``. ``evidence`` counts what it was judged by.
    """

    id: str
    p_open: float
    p_open_ahead: float
    state: State
    is_declared: bool
    stopped_about: date
    confirmed_on: date | None
    confirmed_by: str | None
    evidence: int
    reasons: tuple[Reason, ...]


def assess(
    model: Model, histories: Sequence[History], on: date, previous: Mapping[str, Previous] | None = None
) -> Iterator[Assessment]:
    """Each service as of the day ``on``, whatever came later left out; ``previous`` states are by ids of services."""
    for start in range(0, len(histories), BATCH):
        batch = [history.as_of(on) for history in histories[start : start + BATCH]]
        for history, posterior in zip(batch, model.posteriors(batch, on), strict=True):
            yield _assessment(model, history, posterior, on, (previous or {}).get(history.id))


def _assessment(
    model: Model, history: History, posterior: Posterior, on: date, previous: Previous | None
) -> Assessment:
    settings = model.settings
    judged = judge(history, posterior.p_open, posterior.weights, on, settings.status, settings.funding, previous)
    return Assessment(
        id=history.id,
        p_open=posterior.p_open,
        p_open_ahead=posterior.p_open_ahead,
        state=judged.state,
        is_declared=judged.is_declared,
        stopped_about=posterior.stopped_about,
        confirmed_on=last_sign_of_life(history),
        confirmed_by=last_confirmed_by(history),
        evidence=evidence_count(history),
        reasons=reasons(history, posterior.weights, settings.status.reason),
    )
