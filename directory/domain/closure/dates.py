"""The dates a sentence names, in English or Welsh: days, months, years, seasons, and spans from one to another."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from dateutil.easter import easter

from directory.domain.times.tokens import MONTHS

_WELSH = (
    "ionawr", "chwefror", "mawrth fawrth", "ebrill", "mai fai", "mehefin fehefin", "gorffennaf orffennaf", "awst",
    "medi fedi", "hydref", "tachwedd dachwedd", "rhagfyr ragfyr",
)  # fmt: skip
_MONTHS = MONTHS | {word: number for number, words in enumerate(_WELSH, start=1) for word in words.split()}
_MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_CAPITAL_MONTH = rf"(?=(?-i:[A-Z])){_MONTH}"
"""A month with no number beside it needs its capital: "you may", "a march"."""
_YEAR = r"(?:19|20)\d\d(?![\d/])"
_DAY = r"(?<![\d.:/£])(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = r"(?:st|nd|rd|th|af|ain|il|ydd|ed|eg|fed)\b"
_SEASONS = {
    "spring": (3, 5), "gwanwyn": (3, 5), "summer": (6, 8), "haf": (6, 8), "autumn": (9, 11),
    "winter": (12, 14), "gaeaf": (12, 14),
}  # fmt: skip
"""The first and the last month; "hydref", autumn, is October as well and is read so."""
_FEASTS = ("easter", "pasg", "christmas", "xmas", "nadolig", "new year", "flwyddyn newydd")
_PART = (
    r"(?:(?P<part>end|close|diwedd|ddiwedd|beginning|start|dechrau|ddechrau|middle|mid|canol|early|late)"
    r"(?:\s+of)?(?:\s+the)?[\s-]+)?(?:mis\s+|fis\s+)?"
)
_FINDER = re.compile(
    rf"""
      (?P<iso>(?<!\d)\d{{4}}-\d\d-\d\d(?!\d))
    | (?P<figures>(?<![\d./-])\d{{1,2}}(?P<sign>[./-])\d{{1,2}}(?P=sign)(?:(?:19|20)\d\d|\d\d)(?![\d/]))
    | (?P<day>{_DAY})(?:{_ORDINAL})?(?:\s*(?:-|to|i)\s*(?P<last>{_DAY})(?:{_ORDINAL})?)?\s*
        (?:(?:of|o)\s+)?(?:mis\s+|fis\s+)?(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?
    | (?P<month2>{_MONTH})\s+(?:the\s+)?(?P<day2>{_DAY})
        (?:{_ORDINAL}(?:,?\s+(?P<year2>{_YEAR}))?|,?\s+(?P<year3>{_YEAR}))
    | \b{_PART}(?:(?P<month3>{_MONTH}),?\s+(?P<year4>{_YEAR})|(?P<month4>{_CAPITAL_MONTH}))
    | \b(?:(?P<season>(?-i:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|gwanwyn|haf|gaeaf))
        |(?P<feast>{"|".join(_FEASTS).replace(" ", r"[ ]")}))\b
        (?:\s+(?:term|holidays?|season|break|period))?(?:\s+(?:of\s+)?(?P<year5>{_YEAR}))?
    | (?P<part2>\b(?:end|diwedd|beginning|start|dechrau|early|late)\s+(?:of\s+)?)?\b(?P<year6>{_YEAR})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|from|until|till?|to|by|since|during|for|throughout|through|at|and|or|before|after|between|last|next"
    r"|this|mid|on|yn|ym|mis|fis|tan|hyd|ers|erbyn|i|o|a|ac|re-?open(?:s|ing)?|-)\s*(?:the\s+)?$",
    re.IGNORECASE,
)
"""A month alone is a date only after one of these: "April Smith" is none."""
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|of|from|until|till?|to|by|since|during|yn|ym|ers|tan|hyd|erbyn|for|after|before|o|i|and|between|back"
    r"|year|blwyddyn)|[(,-])\s*(?:the\s+)?(?:(?:year|end|start|beginning|blwyddyn)\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\s*,?\s*(?:-|to|until|till?|through|(?P<both>and|a|ac)|i|tan|hyd"
    r"|up\s+to)\s+(?:and\s+including\s+)?(?:the\s+)?(?:\w{3,9}day\s+)?"
    r"|\s*-\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|rhwng)\s+(?:the\s+)?$", re.IGNORECASE)
_FAR = timedelta(days=366)
"""A span whose ends would lie further apart is none: two dates of their own."""

Range = tuple[date, date]


class Span(NamedTuple):
    """A first and a last day, the same for a single one, and where in the sentence they are named."""

    first: date
    last: date
    start: int
    end: int
    is_range: bool = False
    """From one named date to another."""


class _Named(NamedTuple):
    """A date as named: with its year, or one of every year."""

    year: int | None
    in_year: Callable[[int], Range]
    start: int
    end: int


def dates_in(sentence: str, on: date, *, is_past: bool = False) -> list[Span]:
    """The dates that ``sentence`` names, in its order.

    Where the year is unsaid, it is the one nearest to ``on``, and no later than ``on`` if ``is_past``.
    """
    named = list(_named(sentence))
    spans: list[Span] = []
    at = 0
    while at < len(named):
        follows = named[at + 1] if at + 1 < len(named) else None
        span = None
        if follows and _is_joined(sentence, named[at], follows):
            span = _from_to(named[at], follows, on, is_past=is_past)
        at += 2 if span else 1
        span = span or _alone(named[at - 1], on, is_past=is_past)
        if span:
            spans.append(span)
    return spans


def _is_joined(sentence: str, one: _Named, other: _Named) -> bool:
    """Whether the words between make one span of both: "July and August" is one, "3 May and 10 May" is not."""
    joined = _JOINED.fullmatch(sentence, one.end, other.start)
    if joined is None or joined["both"] is None:
        return joined is not None
    is_day = any(sign.isdigit() for sign in sentence[one.start : one.start + 2])
    return not is_day or _BETWEEN.search(sentence, 0, one.start) is not None


def _named(sentence: str) -> Iterator[_Named]:
    for match in _FINDER.finditer(sentence):
        groups = {name.rstrip("23456"): value for name, value in match.groupdict().items() if value}
        start, end = match.span()
        head = sentence[max(0, start - 24) : start]
        year = int(groups["year"]) if "year" in groups else None
        if "iso" in groups or "figures" in groups:
            whole = _in_figures(match[0])
            if whole:
                yield _Named(whole.year, _days(whole.month, whole.day, whole.day), start, end)
        elif "day" in groups:
            month, day = _month(groups["month"]), int(groups["day"])
            yield _Named(year, _days(month, day, int(groups.get("last", day))), start, end)
        elif "month" in groups:
            if year or "part" in groups or _BEFORE_MONTH.search(head):
                yield _Named(year, _part_of(_months(_month(groups["month"])), groups.get("part", "")), start, end)
        elif "season" in groups:
            yield _Named(year, _months(*_SEASONS[groups["season"].lower()]), start, end)
        elif "feast" in groups:
            yield _Named(year, _feast(groups["feast"].lower()), start, end)
        elif "part" in groups or _BEFORE_YEAR.search(head):
            yield _Named(year, _part_of(_months(1, 12), groups.get("part", "")), start, end)


def _month(word: str) -> int:
    return _MONTHS[word.lower().rstrip(".")]


def _in_figures(words: str) -> date | None:
    """The day in ``2024-03-31``, ``31/03/2024`` or ``31.3.24``; None where there is no such day."""
    first, second, third = (int(figure) for figure in re.split(r"[./-]", words))
    year, month, day = (first, second, third) if first > 31 else (third, second, first)
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _days(month: int, first: int, last: int) -> Callable[[int], Range]:
    return lambda year: (date(year, month, first), date(year, month, last))


def _months(first: int, last: int | None = None) -> Callable[[int], Range]:
    """From the first of a month to the end of another; months past 12 are of the year after."""

    def in_year(year: int) -> Range:
        over, month = divmod((last or first) - 1, 12)
        return date(year, first, 1), date(year + over, month + 1, monthrange(year + over, month + 1)[1])

    return in_year


def _part_of(whole: Callable[[int], Range], part: str) -> Callable[[int], Range]:
    """The last day for "end of", the first for "start of", the middle day for "mid"; else the whole."""
    word = part.lower().split(" ")[0].strip("-")

    def in_year(year: int) -> Range:
        first, last = whole(year)
        if word in ("end", "close", "diwedd", "ddiwedd"):
            return last, last
        if word in ("beginning", "start", "dechrau", "ddechrau"):
            return first, first
        if word in ("mid", "middle", "canol"):
            middle = first + (last - first) / 2
            return middle, middle
        return first, last

    return in_year


def _feast(name: str) -> Callable[[int], Range]:
    if name in ("easter", "pasg"):
        # Good Friday to Easter Monday
        return lambda year: (easter(year) - timedelta(days=2), easter(year) + timedelta(days=1))
    if name in ("new year", "flwyddyn newydd"):
        return lambda year: (date(year, 1, 1), date(year, 1, 2))
    return lambda year: (date(year, 12, 24), date(year + 1, 1, 1))


def _try(named: _Named, year: int) -> Range | None:
    """The days of ``named`` in a year; None where it has none, as on 29 February."""
    if not MINYEAR < year < MAXYEAR:
        return None
    try:
        return named.in_year(year)
    except ValueError:
        return None


def _choices(named: _Named, around: date) -> list[Range]:
    years = (named.year,) if named.year else range(around.year - 1, around.year + 2)
    return [found for year in years if (found := _try(named, year))]


def _alone(named: _Named, on: date, *, is_past: bool) -> Span | None:
    choices = _choices(named, on)
    if is_past:
        choices = [choice for choice in choices if choice[0] <= on] or choices
    if not choices:
        return None
    first, last = min(choices, key=lambda choice: max(choice[0] - on, on - choice[1], timedelta(0)))
    return Span(first, last, named.start, named.end, is_range=False)


def _from_to(one: _Named, other: _Named, on: date, *, is_past: bool) -> Span | None:
    """The span from ``one`` to ``other``; a year that only one of them has holds for both."""
    if one.year is None and other.year is not None:
        ends = _choices(other, on)
        starts = _choices(one, ends[0][0]) if ends else []
    else:
        start = _alone(one, on, is_past=is_past)
        starts = [(start.first, start.last)] if start else []
        ends = _choices(other, start.first) if start else []
    pairs = [(first, last) for first, _ in starts for _, last in ends if timedelta(0) <= last - first <= _FAR]
    if not pairs:
        return None
    first, last = min(pairs, key=lambda pair: pair[1] - pair[0])
    return Span(first, last, one.start, other.end, is_range=True)
