"""What is known of an invented service beside its website: its register, its phone, people's words, its events."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from directory.domain.status import simulated_numbers as world
from directory.domain.status.history import Events, Statement, Watched
from directory.domain.status.simulated_life import NEVER, Days, Life, Spell, among, lasting, looks, spells, waiting

_YEAR = 365.25


def register(life: Life, chance: np.random.Generator) -> Iterator[Watched]:
    """What its register says, each month."""
    if chance.random() >= world.REGISTERED.get(life.kind, 0.0):
        return
    lasts = (world.OVERDUE_DAYS, world.OVERDUE_SPREAD)
    overdue = spells(world.OVERDUE_A_YEAR, lasts, life.seen, life.last, chance)
    transferred = life.seen + waiting(world.TRANSFERRED_A_YEAR, chance)
    if life.has_ended(transferred):
        transferred = NEVER
    ceased = NEVER
    if chance.random() < world.CEASES:
        ceased = life.ended + lasting(world.CEASES_DAYS, world.CEASES_SPREAD, chance)
        overdue.append(Spell((life.ended + ceased) / 2, ceased))
    elif chance.random() < world.ENDS_BY_TRANSFER / (1 - world.CEASES):
        transferred = min(transferred, life.ended + lasting(world.CEASES_DAYS, world.CEASES_SPREAD, chance))
    for day in range(life.seen, life.now + 1, world.REGISTER_DAYS):
        symbol = "overdue" if among(overdue, day) else "current"
        symbol = "ceased" if day >= ceased else "transferred" if day >= transferred else symbol
        yield Watched(channel="register", day=date.fromordinal(day), symbol=symbol)


def phone(life: Life, chance: np.random.Generator) -> Iterator[Watched]:
    """What those hear who call it, now and then."""
    if chance.random() >= world.HAS_PHONE:
        return
    dead = life.seen + waiting(world.NUMBER_CHANGES_A_YEAR, chance)
    dead = min(dead, life.ended + lasting(world.NUMBER_STANDS_DAYS, world.NUMBER_STANDS_SPREAD, chance))
    for day in looks(life, chance.uniform(*world.CALL_DAYS), chance)[1:]:
        answered = world.ANSWERED_AFTER if life.has_ended(day) else world.ANSWERED
        if day >= dead or chance.random() < world.MISDIALLED:
            symbol = "invalid"
        else:
            symbol = "answered" if chance.random() < answered else "noanswer"
        yield Watched(channel="phone", day=date.fromordinal(day), symbol=symbol)


def words(life: Life, chance: np.random.Generator) -> Iterator[Statement]:
    """What its owner, link workers and others say of it."""
    yield from _owner(life, chance)
    rate = lasting(world.VISITS_A_YEAR, world.VISITS_SPREAD, chance)
    for day in _visits(life, rate, chance):
        reporter = f"l{chance.integers(world.WORKERS)}"
        if life.has_ended(day) == (chance.random() < world.FALSE):
            kind = "linkworker_attended"
        else:
            kind = "linkworker_says_closed" if chance.random() < world.TOLD else "linkworker_nobody"
        yield Statement(day=date.fromordinal(day), kind=kind, reporter=reporter)
    for day in _visits(life, world.PUBLIC_REPORTS_A_YEAR, chance):
        is_open = life.has_ended(day) == (chance.random() < world.FALSE)
        yield Statement(day=date.fromordinal(day), kind="public_open" if is_open else "public_closed")


def events(life: Life, chance: np.random.Generator) -> Events | None:
    """The days of its events, where it publishes them; None where that was never seen."""
    if chance.random() >= world.POSTS_EVENTS or life.last <= life.seen:
        return None
    until = min(life.last, life.seen + waiting(world.STOPS_POSTING_A_YEAR, chance))
    days = _sessions(lasting(world.EVENTS_A_YEAR, world.EVENTS_SPREAD, chance), life.seen, until, chance)
    if life.ended < NEVER:
        if chance.random() < world.FADES:
            days = days[chance.random(len(days)) < np.clip((life.ended - days) / world.FADES_DAYS, 0, 1)]
        elif chance.random() < world.UNTIDIED:
            repeated = np.arange(life.ended, life.ended + chance.uniform(*world.UNTIDIED_DAYS), 7.0)
            days = np.concatenate([days, repeated[repeated <= life.now]])
    found = [date.fromordinal(int(day)) for day in days]
    met = chance.random(len(found)) < [life.share_of_month[one.month - 1] for one in found]
    kept = tuple(one for one, is_met in zip(found, met, strict=True) if is_met)
    return Events(watched_from=date.fromordinal(life.seen), days=kept)


def _owner(life: Life, chance: np.random.Generator) -> Iterator[Statement]:
    replies = chance.beta(*world.OWNER_REPLIES[life.source])
    says_closed = chance.random() < world.OWNER_SAYS_CLOSED
    for day in range(life.seen, life.now + 1, world.ASKED_DAYS):
        if chance.random() >= replies:
            continue
        if not life.has_ended(day) or chance.random() < world.CLICKS_WITHOUT_READING:
            yield Statement(day=date.fromordinal(day), kind="owner_open", reporter="o")
        elif says_closed:
            yield Statement(day=date.fromordinal(day), kind="owner_closed", reporter="o")
            return


def _visits(life: Life, a_year: float, chance: np.random.Generator) -> list[int]:
    """Days of visits, which become rarer once there is nobody to visit."""
    number = chance.poisson(a_year * (life.now - life.seen) / _YEAR)
    days = sorted(int(day) for day in chance.integers(life.seen, life.now + 1, number))
    return [day for day in days if not life.has_ended(day) or chance.random() < world.VISITS_GO_ON]


def _sessions(a_year: float, since: float, until: float, chance: np.random.Generator) -> Days:
    """Sessions a fixed number of days apart, or posts whenever something happens."""
    if chance.random() < world.REGULAR:
        return np.arange(since, until, max(1.0, round(_YEAR / a_year)))
    return np.sort(chance.uniform(since, until, chance.poisson(a_year * (until - since) / _YEAR)))
