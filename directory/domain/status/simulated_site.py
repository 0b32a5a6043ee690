"""What the website of an invented service shows, and whether directories list it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import numpy as np

from directory.domain.status import simulated_numbers as world
from directory.domain.status.history import Watched
from directory.domain.status.simulated_life import NEVER, Life, Spell, among, lasting, looks, spells


class _Fate(NamedTuple):
    """When a site answers with errors, and when its domain is gone."""

    errors: list[Spell]
    gone: list[Spell]


def site(life: Life, chance: np.random.Generator) -> Iterator[Watched]:
    """Looks at its pages, and in every few of those that showed one, whether it says that it has closed."""
    if chance.random() >= world.HAS_SITE:
        return
    fate, words = _fate(life, chance), _words(life, chance)
    read = 0
    for day in looks(life, float(chance.choice(world.CHECK_DAYS)), chance):
        if chance.random() < world.BLOCKED:
            continue
        symbol = _symbol(fate, day, chance)
        yield Watched(channel="web", day=date.fromordinal(day), symbol=symbol)
        if symbol == "ok":
            if read % world.LOOKS_A_READING == 0:
                said = "closure_words" if among(words, day) else "no_closure_words"
                yield Watched(channel="text", day=date.fromordinal(day), symbol=said)
            read += 1


def feed(life: Life, chance: np.random.Generator) -> Iterator[Watched]:
    """Whether a directory lists it, each time that is published."""
    if chance.random() >= world.IN_FEED:
        return
    dropped = spells(world.DROPPED_A_YEAR, (world.DROPPED_DAYS, world.DROPPED_SPREAD), life.seen, life.last, chance)
    if chance.random() < world.FEED_NOTICES:
        noticed = life.ended + lasting(world.FEED_NOTICES_DAYS, world.FEED_NOTICES_SPREAD, chance)
        dropped.append(Spell(noticed, NEVER))
    for day in range(life.seen, life.now + 1, world.FEED_DAYS):
        symbol = "dropped" if among(dropped, day) else "listed"
        yield Watched(channel="feed", day=date.fromordinal(day), symbol=symbol)


def _symbol(fate: _Fate, day: int, chance: np.random.Generator) -> str:
    if among(fate.gone, day):
        return "gone"
    return "fail" if among(fate.errors, day) or chance.random() < world.NOISE else "ok"


def _fate(life: Life, chance: np.random.Generator) -> _Fate:
    lasts = (world.OUTAGE_DAYS, world.OUTAGE_SPREAD)
    errors = spells(world.OUTAGES_A_YEAR, lasts, life.seen, life.last, chance)
    gone: list[Spell] = []
    for start, _ in spells(world.MOVES_A_YEAR, lasts, life.seen, life.last, chance):
        is_found = chance.random() < world.FOUND_AGAIN
        end = start + lasting(world.FOUND_DAYS, world.FOUND_SPREAD, chance) if is_found else NEVER
        (errors if chance.random() < world.MOVED_FAILS else gone).append(Spell(start, end))
    if life.ended < NEVER:
        errors += spells(world.OUTAGES_A_YEAR_ALONE, lasts, life.ended, life.now, chance)
        if chance.random() >= world.STANDS_FOR_EVER:
            down = life.ended + lasting(world.STANDS_DAYS, world.STANDS_SPREAD, chance)
            lapsed = down
            if chance.random() < world.ERRORS_FIRST:
                lapsed += lasting(world.ERRORS_DAYS, world.ERRORS_SPREAD, chance)
            errors.append(Spell(down, lapsed))
            gone.append(Spell(lapsed, NEVER))
    return _Fate(errors, gone)


def _words(life: Life, chance: np.random.Generator) -> list[Spell]:
    lasts = (world.FALSE_WORDS_DAYS, world.FALSE_WORDS_SPREAD)
    words = spells(world.FALSE_WORDS_A_YEAR, lasts, life.seen, life.last, chance)
    if life.ended < NEVER and chance.random() < world.SAYS_IT_CLOSED:
        words.append(Spell(life.ended + chance.uniform(*world.SAYS_AFTER_DAYS), NEVER))
    return words
