"""Opening again: how a later one takes back what a text says of a closure, and an announced one makes it a pause."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from directory.domain.closure.classes import ENDS, Kind, rule
from directory.domain.closure.cues import is_denied
from directory.domain.closure.dates import dates_in
from directory.domain.closure.notice import Notice
from directory.domain.closure.scope import Whose, whose
from directory.domain.closure.service import Service
from directory.domain.wording.reading import mentions

_PLANS = r"(?:will|to|hop\w+|plan\w*|aim\w*|expect\w*|look\w* forward|until|before|intend\w*|can|would|may|could|after)"
_RULES = (
    rule(
        Kind.PAUSED,
        "open|start|resum|return|back|launch",
        rf"(?P<plan>\b{_PLANS} (?:(?!not\b|never\b)\w+ ){{0,2}}?)?\b(?:(?P<done>re-?opened|re-?started|resumed"
        r"|re-?launched|now open again|back (?:open|up and running|running))|re-?open(?:s|ing)?|open again"
        r"|re-?start(?:s|ing)?|resum(?:e|es|ing)|start(?:s|ing)? (?:back|again)|be back|back|return(?:s|ing)?)\b",
    ),
    rule(
        Kind.PAUSED,
        "agor|ddechrau",
        r"(?P<plan>\byn )?\b(?:(?P<done>wedi (?:ail-?agor|ailddechrau))|ail-?agor|ailddechrau)\b",
        is_welsh=True,
    ),
)
_REACH = 40
"""Characters between "reopen" and its date."""


class Reopening(NamedTuple):
    """That the service opened again or will: the day where it is said, and where in the text."""

    on: date | None
    is_done: bool
    sentence: int
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A notice with its place in the text, before it is weighed against the rest of the text."""

    notice: Notice
    begins: date | None
    is_doubted: bool
    """Words beside it say that the service still runs or may yet."""
    sentence: int
    start: int


def reopenings_in(sentence: str, number: int, service: Service, today: date) -> Iterator[Reopening]:
    """What ``sentence``, the text's ``number``-th, says of the service opening again."""
    lowered = sentence.lower()
    for one in _RULES:
        for match in one.pattern.finditer(sentence) if mentions(lowered, one.cues) else ():
            if is_denied(match) or not _is_of(service, whose(one, match, service), sentence):
                continue
            spans = dates_in(sentence, today)
            first = next((span.first for span in spans if 0 <= span.start - match.end() <= _REACH), None)
            is_done = match["done"] is not None and match["plan"] is None
            if first or is_done:
                yield Reopening(first, is_done and (first is None or first <= today), number, match.start())


def _is_of(service: Service, who: Whose, sentence: str) -> bool:
    return who is Whose.OURS or (who is Whose.GENERIC and service.is_meant_in(sentence))


class Told(NamedTuple):
    """The reopenings of a text: those of each sentence, and one for each day and way in which any is told."""

    by_sentence: Mapping[int, Sequence[Reopening]]
    anywhere: Sequence[Reopening]


def told_once(reopenings: Sequence[Reopening]) -> Told:
    """The reopenings of a text sorted, so that many of them cost no more than a few where they say the same."""
    by_sentence: dict[int, list[Reopening]] = {}
    for one in reopenings:
        by_sentence.setdefault(one.sentence, []).append(one)
    return Told(by_sentence, tuple({(one.on, one.is_done): one for one in reopenings}.values()))


def settled(found: Found, told: Told, today: date) -> Notice | None:
    """The notice as the reopenings of the text leave it; None where one took it back.

    A reopening dated later than the closure takes it back once its day is past, and makes it a pause until then. So
    does one after it in its own sentence. One that cannot be set in order of time leaves a closure in doubt: at risk.
    """
    notice, is_doubted = found.notice, found.is_doubted
    if notice.kind in ENDS or notice.kind is Kind.PAUSED:
        for one in (*told.by_sentence.get(found.sentence, ()), *told.anywhere):
            follows = _follows(found, one)
            if follows and one.on and one.on > today:
                return replace(notice, kind=Kind.PAUSED, until=one.on)
            if follows:
                return None
            is_doubted |= follows is None and one.is_done
    if notice.kind in ENDS and is_doubted:
        return replace(notice, kind=Kind.AT_RISK)
    return notice


def _follows(found: Found, one: Reopening) -> bool | None:
    """Whether a reopening comes after a closure; None where that cannot be told."""
    if one.on and found.begins:
        return one.on > found.begins
    if one.sentence == found.sentence:
        return one.start > found.start
    if one.on and not one.is_done:
        return True
    return None
