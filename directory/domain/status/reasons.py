"""Why a service has the status it has: each kind of evidence that matters, in one plain sentence with its days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from directory.domain.status.history import History, Statement, Watched


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What one channel, or statements of one kind, took from the log odds of running (below 0: it speaks against).

    ``first_day``, ``last_day`` and ``count`` are of the looks or statements that the sentence speaks of.
    """

    channel: str
    weight: float
    text: str
    first_day: date
    last_day: date
    count: int


_WATCHED = {
    ("web", "ok"): "Its website has worked on {checks}",
    ("web", "fail"): "Its website has failed on {checks}",
    ("web", "gone"): "Its website has been gone on {checks}",
    ("phone", "answered"): "Its phone was answered on {calls}",
    ("phone", "noanswer"): "Its phone was not answered on {calls}",
    ("phone", "invalid"): "Its phone number was not in service on {calls}",
    ("register", "current"): "Its register has had it in order on {checks}",
    ("register", "overdue"): "Its register has it as overdue, or in difficulty, on {checks}",
    ("register", "transferred"): "Its register says that it moved to another body: {checks}",
    ("register", "ceased"): "Its register says that it has ceased: {checks}",
    ("text", "no_closure_words"): "Its website says nothing of closing: {checks}",
    ("text", "closure_words"): "Its website says that it has closed: {checks}",
    ("feed", "listed"): "A directory that is kept up to date lists it: {checks}",
    ("feed", "dropped"): "A directory that is kept up to date has dropped it: {checks}",
}

_SAID = {
    "owner_open": "The people who run it said that it runs",
    "owner_closed": "The people who run it said that it has closed",
    "owner_no_reply": "The people who run it did not reply",
    "curator_open": "A curator checked that it runs",
    "curator_closed": "A curator found that it has closed",
    "source_closed": "Its source says that it has ended",
    "linkworker_attended": "A link worker was there",
    "linkworker_nobody": "A link worker found nobody there",
    "linkworker_says_closed": "A link worker was told that it has closed",
    "public_open": "Somebody reported that it runs",
    "public_closed": "Somebody reported that it has closed",
    "future_event_dated": "It announced an event to come",
    "post_by_group": "It posted something",
    "accounts_filed": "It filed its accounts",
    "new_grant": "It was given a new grant",
}


def reasons(history: History, weights: Mapping[str, float], least: float) -> tuple[Reason, ...]:
    """The reasons that weigh at least ``least``, the weightiest first; ``history`` is in order (`History.as_of`)."""
    found = [
        _reason(history, channel, weight)
        for channel, weight in sorted(weights.items(), key=lambda one: (-abs(one[1]), one[0]))
        if abs(weight) >= least
    ]
    return tuple(found)


def _reason(history: History, channel: str, weight: float) -> Reason:
    if channel in _SAID:
        return _told(channel, weight, [one for one in history.statements if one.kind == channel])
    seen = [one for one in history.observations if one.channel == channel and (channel, one.symbol) in _WATCHED]
    if seen:
        return _seen(channel, weight, seen)
    assert history.events is not None
    return _silent(channel, weight, sorted(history.events.days))


def _told(kind: str, weight: float, told: Sequence[Statement]) -> Reason:
    days = sorted(one.day for one in told)
    again = "" if len(days) == 1 else f", {_times(len(days))}, the last time"
    text = f"{_SAID[kind]}{again} on {in_words(days[-1])}."
    return Reason(channel=kind, weight=weight, text=text, first_day=days[0], last_day=days[-1], count=len(days))


def _seen(channel: str, weight: float, seen: Sequence[Watched]) -> Reason:
    """The last run of one and the same symbol is what the channel shows now."""
    symbol = seen[-1].symbol
    start = next((at + 1 for at in range(len(seen) - 1, -1, -1) if seen[at].symbol != symbol), 0)
    days = [one.day for one in seen[start:]]
    since = f"on {in_words(days[0])}" if len(days) == 1 else f"since {in_words(days[0])}"
    counts = {"checks": f"{_count(len(days), 'check')} {since}", "calls": f"{_count(len(days), 'call')} {since}"}
    text = _WATCHED[channel, symbol].format(**counts) + "."
    return Reason(channel=channel, weight=weight, text=text, first_day=days[0], last_day=days[-1], count=len(days))


def _silent(channel: str, weight: float, days: Sequence[date]) -> Reason:
    last = in_words(days[-1])
    text = f"Its last event was on {last}." if weight >= 0 else f"No event has been seen since {last}."
    return Reason(channel=channel, weight=weight, text=text, first_day=days[0], last_day=days[-1], count=len(days))


def said_in_words(kind: str) -> str:
    """What somebody said who made a statement of this kind, without a full stop."""
    return _SAID.get(kind, "Somebody said something of it")


def in_words(day: date) -> str:
    """A day as people write it: 3 May 2026."""
    return f"{day.day} {day:%B %Y}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number} times"
