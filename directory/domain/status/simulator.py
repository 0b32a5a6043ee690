"""Invented services whose end is known, in a world unlike the model: what the model is measured on without labels."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import numpy as np

from directory.domain.status.history import History
from directory.domain.status.simulated_life import NEVER, live
from directory.domain.status.simulated_site import feed, site
from directory.domain.status.simulated_witnesses import events, phone, register, words


class Simulated(NamedTuple):
    """What is known of a service, and the first day on which it no longer ran: None where it runs."""

    history: History
    closed_on: date | None


def simulate(count: int, on: date, chance: np.random.Generator) -> Iterator[Simulated]:
    """So many services as of the day ``on``; the same generator in the same state gives the same ones.

    Outages have a heavy tail, lapsed domains may be moved ones, looks are blocked, groups keep seasons, reports are
    false, sites outlive their groups for years, and groups of one kind are not equally frail. Some three in ten have
    closed. All its numbers are in `simulated_numbers`.
    """
    for number in range(count):
        life = live(on, chance)
        known = History(
            id=str(number),
            kind=life.kind,
            first_seen=date.fromordinal(life.seen),
            first_source=life.source,
            funding_end=None if life.funding_end is None else date.fromordinal(life.funding_end),
            funding_follow_on=life.follow_on,
            season=life.season,
            observations=(
                *site(life, chance),
                *feed(life, chance),
                *register(life, chance),
                *phone(life, chance),
            ),
            statements=tuple(words(life, chance)),
            events=events(life, chance),
        )
        yield Simulated(known, None if life.ended == NEVER else date.fromordinal(int(life.ended)))
