"""The numbers of the ranking, read once from data/index/boosts.toml, and what they make of one service."""

import math
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from directory.domain.eligibility.person import Travel
from directory.domain.status.rules import State

DATA = Path(__file__).resolve().parent.parent / "data" / "index"
"""The small tables an editor may change."""

LN2 = math.log(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class PerField:
    """One number for each field of text."""

    name: float
    tags: float
    description: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextWeights:
    """BM25F; an index is built with these and must be built again when they change."""

    k1: float
    b: float
    weight: PerField
    usual_length: PerField


@dataclass(frozen=True, slots=True, kw_only=True)
class WordWeights:
    """How words of a question count together, and how much those count that are only begun."""

    coordination: float
    topic_coordination: float
    prefix: float
    unfinished: float
    topic: float
    narrower: float
    broader: float
    in_topic: float
    beside_topic: float
    few_services: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DistanceWeights:
    """How fast nearness is lost, by how somebody can travel."""

    half_m: float
    walk_half_m: float
    car_half_m: float

    def half_for(self, travel: Travel | None) -> float:
        """Metres at which half the score is lost for somebody who can ``travel`` so."""
        return {Travel.WALK: self.walk_half_m, Travel.CAR: self.car_half_m}.get(travel or Travel.BUS, self.half_m)


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What it counts that a service runs, surely or perhaps; ``unconfirmed`` is for one that surely does not."""

    open: float
    at_risk: float
    unconfirmed: float
    likely_closed: float
    unknown: float

    def of(self, state: str | None, odds: int | None) -> float:
        """The factor of a service in this state, with so many twentieths of a chance that it runs."""
        if state is None or odds is None:
            return self.unknown
        if state == State.UNCONFIRMED:
            return self.unconfirmed + (1 - self.unconfirmed) * odds / TWENTY
        return float(getattr(self, state))


TWENTY = 20
"""Chances that a service runs are told apart in twentieths: documents share few grades, and people see no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """What a check some months ago is still worth."""

    floor: float
    half_life_months: float
    unknown: float

    def after(self, months: int | None) -> float:
        """The factor of a service last checked ``months`` ago, None where no source says when."""
        if months is None:
            return self.unknown
        return self.floor + (1 - self.floor) * math.exp2(-max(0, months) / self.half_life_months)


class Grade(NamedTuple):
    """What of a document its boosts depend on, beside the question: many documents share few grades.

    ``place`` is ``physical``, ``postal`` or ``area``; ``verified`` counts months from year 0, None when never.
    ``state`` is whether it still runs, and ``odds`` how likely, in twentieths; None where nobody has judged it.
    """

    status: str
    basis: str
    place: str
    verified: int | None
    state: str | None = None
    odds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Boosts:
    """Every number of data/index/boosts.toml."""

    text: TextWeights
    words: WordWeights
    distance: DistanceWeights
    status: dict[str, float]
    basis: dict[str, float]
    place: dict[str, float]
    eligible: dict[str, float]
    freshness: Freshness
    running: Running

    def weights(self, grade: Grade, today: date, *, near: bool) -> dict[str, float]:
        """What a document's grade adds to its score, by name: logarithms of factors. What kind of place it is at
        counts only when somebody asked what is ``near``."""
        months = None if grade.verified is None else month_number(today) - grade.verified
        factors = {
            "status": self.status[grade.status],
            "basis": self.basis[grade.basis],
            "place": self.place[grade.place] if near else 1.0,
            "freshness": self.freshness.after(months),
            "running": self.running.of(grade.state, grade.odds),
        }
        return {name: math.log(factor) for name, factor in factors.items()}


def month_number(day: date) -> int:
    """Months since the year 0: freshness is mild, so a month is fine enough."""
    return day.year * 12 + day.month


def read_boosts(path: Path = DATA / "boosts.toml") -> Boosts:
    """Read the file; raise `msgspec.ValidationError` naming the setting that is missing or not a number."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), type=Boosts)


def read_stop_words(path: Path = DATA / "stop_words.toml") -> frozenset[str]:
    """The words left out of texts and questions, from every list of the file."""
    lists: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))
    return frozenset(word for words in lists.values() for word in words.split())
