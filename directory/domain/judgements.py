"""Judgements on whether two records are one, and the clusters that follow from keys and judgements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from directory.domain.identifiers import EXCLUSIVE_SCHEMES, Identifier

AUTOMATIC = "signpost"
"""Who judges when a rule and not a person does."""


class Verdict(StrEnum):
    """Whether two records are the same thing."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """That two records are, are not, or may be the same; by whom and why. ``left`` sorts before ``right``."""

    left: str
    right: str
    verdict: Verdict
    by: str
    reason: str
    at: datetime | None = None
    id: int | None = None

    @classmethod
    def between(cls, one: str, other: str, verdict: Verdict, *, by: str, reason: str) -> "Judgement":
        """A judgement on two records named in any order."""
        left, right = sorted((one, other))
        return cls(left=left, right=right, verdict=verdict, by=by, reason=reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A record that may be one with others: ``order`` is when it was first seen, as a number that only grows."""

    id: str
    order: int
    identifiers: frozenset[Identifier]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A reason to hold two candidates for one: the key they share, in words."""

    one: str
    other: str
    reason: str


class Clusters:
    """Sets of records held to be one, grown link by link and never across a conflict or a person's "different".

    Two records conflict where each has a number of a register that gives a body one number, and the numbers differ.
    ``aliases`` maps an identifier to the one that stands for every number known to be the same body's.
    """

    def __init__(self, candidates: Iterable[Candidate], aliases: Mapping[Identifier, Identifier]) -> None:
        self._order: dict[str, int] = {}
        self._members: dict[str, set[str]] = {}
        self._home: dict[str, str] = {}
        self._numbers: dict[str, dict[str, set[Identifier]]] = {}
        self._apart: dict[str, set[str]] = {}
        for candidate in candidates:
            self._order[candidate.id] = candidate.order
            self._members[candidate.id] = {candidate.id}
            self._home[candidate.id] = candidate.id
            numbers: dict[str, set[Identifier]] = {}
            for identifier in candidate.identifiers:
                if identifier.scheme in EXCLUSIVE_SCHEMES:
                    numbers.setdefault(identifier.scheme, set()).add(aliases.get(identifier, identifier))
            self._numbers[candidate.id] = numbers

    def keep_apart(self, one: str, other: str) -> None:
        """Heed a person's judgement that these two are different."""
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)

    def join(self, one: str, other: str, *, insist: bool = False) -> bool:
        """Make one cluster of two; say False and change nothing where a conflict forbids it.

        ``insist`` overrides conflicting numbers, for a person who knows better than the registers.
        """
        home, away = self._home[one], self._home[other]
        if home == away:
            return True
        if self._are_apart(home, away) or (not insist and self._conflict(home, away)):
            return False
        if self._order[away] < self._order[home]:
            home, away = away, home
        for member in self._members[away]:
            self._home[member] = home
        self._members[home] |= self._members.pop(away)
        for scheme, numbers in self._numbers.pop(away).items():
            self._numbers[home].setdefault(scheme, set()).update(numbers)
        return True

    def _are_apart(self, home: str, away: str) -> bool:
        return any(not self._members[away].isdisjoint(self._apart.get(member, ())) for member in self._members[home])

    def _conflict(self, home: str, away: str) -> bool:
        ours, theirs = self._numbers[home], self._numbers[away]
        return any(ours[scheme].isdisjoint(theirs[scheme]) for scheme in ours.keys() & theirs.keys())

    def by_representative(self) -> dict[str, frozenset[str]]:
        """Each cluster under the id of its earliest member, whose address the whole cluster keeps."""
        return {home: frozenset(members) for home, members in self._members.items()}
