"""Which of the dates in a sentence are those of its notice: from when it holds, and until when."""

import re
from datetime import date
from typing import NamedTuple

from directory.domain.closure.classes import ENDS, Kind
from directory.domain.closure.dates import Span, dates_in

_TO_DAY = r"(?:the|on|in|mis|fis|about|around|at|least|y|yr|ddydd|\w{3,9}day|\w+ of)"
_UNTIL = re.compile(
    rf"\b(?:until|till?|through|up to|re-?open(?:s|ed|ing)?|be back|back|return(?:s|ing)?|resum(?:e|es|ing)"
    rf"|re-?start(?:s|ing)?|start(?:s|ing)? (?:back|again)|tan|hyd|nes|ailagor|ail-agor|ailddechrau)(?: (?:again|ar|ym"
    rf"|yn))?(?:,? {_TO_DAY}){{0,3}},? $",
    re.IGNORECASE,
)
_OF_ELSE = re.compile(
    r"\b(?:founded|opened|open|started|formed|established|begun|began|born|built|created|set up|launched|registered"
    r"|running|met|meeting|agm|egm|held|posted|published|updated|written|dated|letter|statement|sefydlwyd|agorwyd)"
    rf"(?: (?:by|as|back|way|a|there|here|from|since|between))?(?:,? {_TO_DAY}){{0,3}} $",
    re.IGNORECASE,
)
"""Before a date of something else: the founding, the meeting that decided it."""
_REACH = 70
"""Characters between the wording of a notice and its date."""
_FEAST_DAYS = frozenset({(12, 24), (12, 25), (12, 26), (12, 31), (1, 1), (1, 2)})
"""Days on which much closes and nothing ends."""


class When(NamedTuple):
    """From when a notice holds and until when, as far as said."""

    effective_on: date | None
    until: date | None
    begins: date | None
    """The first day of a month or year that is ``effective_on`` by its last."""


def when(kind: Kind, match: re.Match[str], on: date) -> When:
    """The dates of the notice of ``kind`` whose wording is ``match``, the year as `dates_in` takes it."""
    sentence = match.string
    spans = [
        span
        for span in dates_in(sentence, on, is_past=kind is Kind.CLOSED)
        if not _OF_ELSE.search(sentence, max(0, span.start - 60), span.start)
    ]
    if kind is Kind.PAUSED:
        return _of_pause(sentence, spans)
    span = _nearest(match, spans)
    if span is None:
        return When(None, None, None)
    if span.is_range and span.start >= match.end():
        return When(span.first, span.last, span.first)
    last = min(span.last, on) if kind is Kind.CLOSED and span.first <= on else span.last
    return When(last, None, span.first)


def _nearest(match: re.Match[str], spans: list[Span]) -> Span | None:
    """The first date in the wording or after it, else the last one before it."""
    after = [span for span in spans if match.start() <= span.start <= match.end() + _REACH]
    before = [span for span in spans if match.start() - _REACH <= span.end <= match.start()]
    return after[0] if after else before[-1] if before else None


def _of_pause(sentence: str, spans: list[Span]) -> When:
    """From the first day named to the day after "until"; a day alone is the whole of it."""
    ends = [span for span in spans if not span.is_range and is_until(sentence, span)]
    begins = next((span for span in spans if span not in ends), None)
    first = begins.first if begins else None
    if ends:
        return When(first, ends[0].first, first)
    if begins and not _is_from(sentence, begins):
        return When(first, begins.last, first)
    return When(first, None, first)


def is_until(sentence: str, span: Span) -> bool:
    """Whether ``span`` is when something ends or opens again."""
    return _UNTIL.search(sentence, max(0, span.start - 60), span.start) is not None


_FROM = re.compile(
    rf"\b(?:from|since|as of|starting|beginning|after|o|ers|ar ôl)(?:,? {_TO_DAY}){{0,3}} $", re.IGNORECASE
)


def _is_from(sentence: str, span: Span) -> bool:
    return not span.is_range and _FROM.search(sentence, max(0, span.start - 40), span.start) is not None


def by_its_dates(kind: Kind, found: When, on: date) -> Kind:
    """``kind`` as its dates have it on a day.

    What was to close has closed once the day is past, what closed on a day to come is closing, and what closes from one
    day to another, or on Christmas Day, is paused.
    """
    if kind not in ENDS or found.effective_on is None or found.begins is None:
        return kind
    if found.until or (kind is Kind.CLOSING and _is_feast(found)):
        return Kind.PAUSED
    if kind is Kind.CLOSING and found.effective_on <= on:
        return Kind.CLOSED
    if kind is Kind.CLOSED and found.begins > on:
        return Kind.CLOSING
    return kind


def _is_feast(found: When) -> bool:
    day = found.effective_on
    return day is not None and day == found.begins and (day.month, day.day) in _FEAST_DAYS
