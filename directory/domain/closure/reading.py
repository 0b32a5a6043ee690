"""What a text says of the end of one service: whether it has closed, is closing, at risk, paused or converted."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from directory.domain.closure.classes import ENDS, Kind
from directory.domain.closure.cues import is_denied, is_doubted, is_hollow
from directory.domain.closure.dates import dates_in
from directory.domain.closure.dating import by_its_dates, when
from directory.domain.closure.english import ENGLISH
from directory.domain.closure.notice import ClosureReading, Notice
from directory.domain.closure.reopening import Found, Reopening, reopenings_in, settled, told_once
from directory.domain.closure.scope import Whose, whose
from directory.domain.closure.sentences import sentences_of
from directory.domain.closure.service import Service, service_of
from directory.domain.closure.welsh import WELSH
from directory.domain.wording.reading import mentions

_ORDER = tuple(Kind)
_RULES = tuple(sorted((*ENGLISH, *WELSH), key=lambda one: _ORDER.index(one.kind)))


def read_closure(
    text: str,
    *,
    names: Sequence[str] = (),
    is_own_page: bool = False,
    lists_several: bool = False,
    on: date,
) -> ClosureReading:
    """What plain ``text`` says of the end of the service called ``names``, as it stands ``on`` a day.

    A sentence counts as its own if it names the service or says "we", and on its own page also if it says "the group"
    or names nobody. A text that lists several services, or is empty, is no observation and gives no notices.
    """
    if lists_several or not text.strip():
        return ClosureReading(notices=(), on=on, is_observation=False)
    service = service_of(names, is_own_page=is_own_page)
    found: list[Found] = []
    reopenings: list[Reopening] = []
    for number, sentence in enumerate(sentences_of(text)):
        found += _found_in(sentence, number, service, on)
        reopenings += reopenings_in(sentence, number, service, on)
    told = told_once(reopenings)
    notices = [notice for one in found if (notice := settled(one, told, on))]
    return ClosureReading(notices=tuple(notices), on=on, is_observation=True)


def _found_in(sentence: str, number: int, service: Service, on: date) -> Iterator[Found]:
    """The one notice of a sentence, if any: an own one before one of somebody else, then by class."""
    lowered = sentence.lower()
    rules = [one for one in _RULES if mentions(lowered, one.cues)]
    if not rules or is_hollow(sentence):
        return
    of_others = None
    for one in rules:
        for match in one.pattern.finditer(sentence):
            who = whose(one, match, service)
            if who is Whose.THING or is_denied(match) or (one.needs_date and not dates_in(sentence, on)):
                continue
            found = _found(one.kind, match, number, who, is_own=_is_own(one.kind, who, service, sentence), on=on)
            if found.notice.is_own:
                yield found
                return
            of_others = of_others or found
    if of_others:
        yield of_others


def _is_own(kind: Kind, who: Whose, service: Service, sentence: str) -> bool:
    """Whether it is the service's own notice; that a part is paused or converted says nothing of the whole."""
    if who is Whose.OTHER or (who is Whose.PART and kind not in ENDS and kind is not Kind.AT_RISK):
        return False
    return who is Whose.OURS or service.is_meant_in(sentence)


def _found(kind: Kind, match: re.Match[str], number: int, who: Whose, *, is_own: bool, on: date) -> Found:
    dates = when(kind, match, on)
    return Found(
        notice=Notice(
            kind=by_its_dates(kind, dates, on),
            sentence=match.string,
            effective_on=dates.effective_on,
            until=dates.until,
            is_own=is_own,
        ),
        begins=dates.begins,
        is_doubted=who is Whose.PART or is_doubted(match.string),
        sentence=number,
        start=match.start(),
    )
