"""From a probability and its reasons to a state: the first rule that fits, and no change over a hair's breadth."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from directory.domain.status.history import FollowOn, History
from directory.domain.status.settings import FundingSettings, StatusSettings


class State(StrEnum):
    """Whether a service is still running, as far as the evidence goes."""

    OPEN = "open"
    UNCONFIRMED = "unconfirmed"
    AT_RISK = "at_risk"
    LIKELY_CLOSED = "likely_closed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """The state given last, and how many pieces of evidence it was given on."""

    state: State
    evidence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """``is_declared``: its own people or a curator said that it has closed, and no sign of life came after."""

    state: State
    is_declared: bool


_DECLARATIONS = frozenset({"owner_open", "owner_closed", "curator_open", "curator_closed"})
_SIGNS_OF_LIFE = frozenset({"owner_open", "curator_open", "linkworker_attended", "future_event_dated"})
_SAID_CLOSED = frozenset(
    {"owner_closed", "curator_closed", "linkworker_nobody", "linkworker_says_closed", "source_closed"},
)
_SEEN_CLOSED = {"text": "closure_words", "register": "ceased"}


def judge(
    history: History,
    p_open: float,
    weights: Mapping[str, float],
    on: date,
    settings: StatusSettings,
    funding: FundingSettings,
    previous: Previous | None = None,
) -> Judged:
    """The state of a service as of the day ``on``.

    ``weights`` are those of `Posterior`. Without new evidence, the ``previous`` state is left only where the
    probability is past the threshold by a margin, or the calendar says so.
    """
    if _is_declared_closed(history):
        return Judged(state=State.CLOSED, is_declared=True)
    rules = _Rules(history, weights, on, settings, funding)
    state = rules.state(p_open)
    if previous is not None and previous.evidence == evidence_count(history):
        nearly = (rules.state(p_open + settings.margin), rules.state(p_open - settings.margin))
        if previous.state in nearly:
            state = previous.state
    return Judged(state=state, is_declared=False)


def evidence_count(history: History) -> int:
    """How many pieces of evidence there are."""
    return len(history.observations) + len(history.statements) + len(history.events.days if history.events else ())


def last_sign_of_life(history: History) -> date | None:
    """The last day on which its people, a curator, a link worker who went, or an event showed that it runs."""
    return max(_signs_of_life(history), default=(None,))[0]


def last_confirmed_by(history: History) -> str | None:
    """The kind of statement that the last sign of life was, or ``event``."""
    return max(_signs_of_life(history), default=(None, None))[1]


def _signs_of_life(history: History) -> Iterator[tuple[date, str]]:
    yield from ((one.day, one.kind) for one in history.statements if one.kind in _SIGNS_OF_LIFE)
    if history.events is not None:
        yield from ((day, "event") for day in history.events.days)


def _is_declared_closed(history: History) -> bool:
    declared = sorted((one for one in history.statements if one.kind in _DECLARATIONS), key=lambda one: one.day)
    if not declared or not declared[-1].kind.endswith("_closed"):
        return False
    alive = last_sign_of_life(history)
    return alive is None or alive <= declared[-1].day


class _Rules:
    """What the rules ask, apart from the probability."""

    def __init__(
        self,
        history: History,
        weights: Mapping[str, float],
        on: date,
        settings: StatusSettings,
        funding: FundingSettings,
    ) -> None:
        self._settings = settings
        self._witnesses = sum(weight <= -settings.witness for weight in weights.values())
        self._is_explicit = _is_said(history)
        self._is_ending = _is_ending(history, on, funding)
        alive = last_sign_of_life(history)
        within = settings.frequent_sign_of_life_days if history.is_frequent else settings.sign_of_life_days
        self._is_alive = alive is not None and on - alive <= timedelta(days=within)

    def state(self, p: float) -> State:
        """The first that fits."""
        settings = self._settings
        has_grounds = self._is_explicit or self._witnesses >= 2
        if p < settings.closed and has_grounds:
            return State.CLOSED
        if p < settings.likely_closed and (has_grounds or p < settings.surely_likely_closed):
            return State.LIKELY_CLOSED
        if p >= settings.at_risk and self._is_ending:
            return State.AT_RISK
        if p < settings.unconfirmed or not self._is_alive:
            return State.UNCONFIRMED
        return State.OPEN


def _is_said(history: History) -> bool:
    """Whether somebody who should know said that it has closed, or its own words or its register do."""
    if any(one.kind in _SAID_CLOSED for one in history.statements):
        return True
    shown = {one.channel: one.symbol for one in sorted(history.observations, key=lambda one: one.day)}
    return any(shown.get(channel) == symbol for channel, symbol in _SEEN_CLOSED.items())


def _is_ending(history: History, on: date, funding: FundingSettings) -> bool:
    if history.funding_end is None or history.funding_follow_on is FollowOn.FOLLOW_ON:
        return False
    return -funding.warn_after_days <= (history.funding_end - on).days <= funding.warn_before_days
