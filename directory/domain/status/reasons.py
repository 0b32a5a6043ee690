"""Why a service has the status it has: each kind of evidence that matters, in one plain sentence with its days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from directory.domain.messages import Message, mark, say, say_count
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
    ("web", "ok"): mark("Its website has worked on {checks}."),
    ("web", "fail"): mark("Its website has failed on {checks}."),
    ("web", "gone"): mark("Its website has been gone on {checks}."),
    ("phone", "answered"): mark("Its phone was answered on {calls}."),
    ("phone", "noanswer"): mark("Its phone was not answered on {calls}."),
    ("phone", "invalid"): mark("Its phone number was not in service on {calls}."),
    ("register", "current"): mark("Its register has had it in order on {checks}."),
    ("register", "overdue"): mark("Its register has it as overdue, or in difficulty, on {checks}."),
    ("register", "transferred"): mark("Its register says that it moved to another body: {checks}."),
    ("register", "ceased"): mark("Its register says that it has ceased: {checks}."),
    ("text", "no_closure_words"): mark("Its website says nothing of closing: {checks}."),
    ("text", "closure_words"): mark("Its website says that it has closed: {checks}."),
    ("feed", "listed"): mark("A directory that is kept up to date lists it: {checks}."),
    ("feed", "dropped"): mark("A directory that is kept up to date has dropped it: {checks}."),
}

_SAID = {
    "owner_open": mark("The people who run it said that it runs"),
    "owner_closed": mark("The people who run it said that it has closed"),
    "owner_no_reply": mark("The people who run it did not reply"),
    "curator_open": mark("A curator checked that it runs"),
    "curator_closed": mark("A curator found that it has closed"),
    "source_closed": mark("Its source says that it has ended"),
    "linkworker_attended": mark("A link worker was there"),
    "linkworker_nobody": mark("A link worker found nobody there"),
    "linkworker_says_closed": mark("A link worker was told that it has closed"),
    "public_open": mark("Somebody reported that it runs"),
    "public_closed": mark("Somebody reported that it has closed"),
    "future_event_dated": mark("It announced an event to come"),
    "post_by_group": mark("It posted something"),
    "accounts_filed": mark("It filed its accounts"),
    "new_grant": mark("It was given a new grant"),
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
    return Reason(
        channel=kind,
        weight=weight,
        text=_told_often(said_in_words(kind), len(days), days[-1]),
        first_day=days[0],
        last_day=days[-1],
        count=len(days),
    )


def _told_often(what: Message, times: int, last: date) -> Message:
    if times == 2:
        return say("{what}, twice, the last time on {day}.", what=what, day=last)
    return say_count("{what} on {day}.", "{what}, {n} times, the last time on {day}.", times, what=what, day=last)


def _seen(channel: str, weight: float, seen: Sequence[Watched]) -> Reason:
    """The last run of one and the same symbol is what the channel shows now."""
    symbol = seen[-1].symbol
    start = next((at + 1 for at in range(len(seen) - 1, -1, -1) if seen[at].symbol != symbol), 0)
    days = [one.day for one in seen[start:]]
    if channel == "phone":
        calls = say_count("{n} call on {day}", "{n} calls since {day}", len(days), day=days[0])
        text = say(_WATCHED[channel, symbol], calls=calls)
    else:
        checks = say_count("{n} check on {day}", "{n} checks since {day}", len(days), day=days[0])
        text = say(_WATCHED[channel, symbol], checks=checks)
    return Reason(channel=channel, weight=weight, text=text, first_day=days[0], last_day=days[-1], count=len(days))


def _silent(channel: str, weight: float, days: Sequence[date]) -> Reason:
    if weight >= 0:
        text = say("Its last event was on {day}.", day=days[-1])
    else:
        text = say("No event has been seen since {day}.", day=days[-1])
    return Reason(channel=channel, weight=weight, text=text, first_day=days[0], last_day=days[-1], count=len(days))


def said_in_words(kind: str) -> Message:
    """What somebody said who made a statement of this kind, without a full stop."""
    return say(_SAID[kind]) if kind in _SAID else say("Somebody said something of it")
