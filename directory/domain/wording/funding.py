"""Until when a group has money, in its own words: who funds it, how much, from when, and whether more follows."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from directory.domain.closure.classes import Rule
from directory.domain.closure.dates import Span, dates_in
from directory.domain.closure.nouns import SERVICES
from directory.domain.closure.phrases import plain, subject_before, words_of
from directory.domain.closure.scope import Whose, whose
from directory.domain.closure.sentences import sentences_of
from directory.domain.closure.service import Service, service_of
from directory.domain.status.history import FollowOn
from directory.domain.wording import funding_words as words
from directory.domain.wording.funding_period import FundingPeriod
from directory.domain.wording.numbers import number
from directory.domain.wording.reading import mentions

_RULES = (words.BACKED, words.FUNDED, words.HOLDS)
_LONGEST_GAP = 110
"""Characters between what is said of the money and its day."""
_LONGEST_SUBJECT = 50
"""Characters before what is said that are quoted with it."""
_LONGEST_YEARS = 10
"""Nobody is funded for longer; "for 20 years" tells of the past."""
_LAST_YEAR = 2100
_WITH_YEAR = re.compile(r"(?:19|20)\d\d|[./-]\d\d$")
_YEAR_TO_YEAR = re.compile(r"[-/]\d\d(?!\d)")
_MANY = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}
_TOKEN = re.compile(r"[^\s,;:()\"“”/-]+")
_STOPS = re.compile(r"[;?!\"“”]|\. ")


class _Wording(NamedTuple):
    """What a sentence says of money of the group, before it is known until when."""

    start: int
    end: int
    is_end: bool = False
    has_ended: bool = False


def funding_in(text: str, *, names: Sequence[str] = ()) -> tuple[FundingPeriod, ...]:
    """The funding periods that ``text``, the own words of a service called ``names``, states, each once, in its order.

    What has no end with a year makes none: when a text was written is not known, and so "until March" may be long ago.
    A month or a year stands for its last day. What the group gives to others, what others may ask for, and what is
    hoped for is no funding of its own.
    """
    if not mentions(text.lower(), words.CUES):
        return ()
    service = service_of(names, is_own_page=True)
    sentences = list(sentences_of(text))
    found: dict[tuple[date, date | None], FundingPeriod] = {}
    for sentence, following in zip(sentences, [*sentences[1:], ""], strict=True):
        for period in _periods(sentence, service):
            told = replace(period, follow_on=_follow_on(sentence, following, period))
            found.setdefault((told.end_on, told.start_on), told)
    return tuple(found.values())


def _periods(sentence: str, service: Service) -> Iterator[FundingPeriod]:
    if not mentions(sentence.lower(), words.CUES):
        return
    if words.NOT_ITS_OWN.search(sentence) or words.GOES_ON.search(sentence):
        return
    # Without a year a day is of no use, so that the day to read by does not matter.
    spans = [one for one in dates_in(sentence, date(2000, 1, 1)) if _is_dated(sentence, one)]
    if not spans or any(_YEAR_TO_YEAR.match(sentence, one.end) for one in spans):
        return
    for wording in _wordings(sentence, service):
        if period := _period(sentence, wording, spans):
            yield period


def _is_dated(sentence: str, span: Span) -> bool:
    """Whether a day is named with its year, and with one of people who live now."""
    return _WITH_YEAR.search(sentence[span.start : span.end]) is not None and span.last.year < _LAST_YEAR


def _wordings(sentence: str, service: Service) -> Iterator[_Wording]:
    for match in words.MONEY_ENDS.finditer(sentence):
        if not (words.NO_END.search(match["ends"]) or _is_doubted(match) or words.EARLIER.search(match[0])):
            yield _Wording(match.start(), match.end(), True, words.PAST_END.search(match["ends"]) is not None)
    for match in words.MONEY_LASTS.finditer(sentence):
        if not (_is_doubted(match) or words.EARLIER.search(match[0])):
            yield _Wording(match.start(), match.end())
    for rule in _RULES:
        for match in rule.pattern.finditer(sentence):
            if not _is_doubted(match) and _is_own(rule, match, service):
                yield _Wording(match.start(), match.end())


def _is_doubted(match: re.Match[str]) -> bool:
    """Whether the clause before a wording hopes for it or denies it."""
    clause = re.split(r"[,;:()]| - | but ", match.string[max(0, match.start() - 60) : match.start()])[-1]
    return words.DOUBTED.search(clause) is not None or words.NONE.search(match[0]) is not None


def _is_own(rule: Rule, match: re.Match[str], service: Service) -> bool:
    """Whether it is said of the service: by name, as we or it, or as "a lunch club, funded by …"."""
    subject, _ = subject_before(match.string, match.start())
    plains = [plain(word) for word in subject]
    if words.EARLIER.search(" ".join(plains)):
        return False
    who = whose(rule, match, service)
    if "was" in match.re.groupindex and match["was"]:
        return who is Whose.OURS or "this" in plains
    if who in (Whose.OURS, Whose.GENERIC):
        return True
    return _is_described(match.string[: match.start()])


def _is_described(head: str) -> bool:
    """Whether the sentence begins with what the service is, as "A weekly lunch club for older people, "."""
    return words.DESCRIBED.match(head) is not None and not {*words_of(head.lower())}.isdisjoint(SERVICES)


def _period(sentence: str, wording: _Wording, spans: Sequence[Span]) -> FundingPeriod | None:
    """The period whose first or last day stands after a wording, with nothing but talk of the money between."""
    after = [one for one in spans if wording.end <= one.start]
    if not after or after[0].start - wording.end > _LONGEST_GAP:
        return None
    first, between = after[0], sentence[wording.end : after[0].start]
    if wording.is_end:
        return _made(sentence, wording, None, first.last, first.end) if words.ON.fullmatch(between) else None
    if link := words.UNTIL.search(between):
        if not _is_of_money(between[: link.start()]):
            return None
        period = _made(sentence, wording, first.first if first.is_range else None, first.last, first.end)
        return replace(period, follow_on=FollowOn.FOLLOW_ON) if link["beyond"] else period
    link = words.FROM.search(between)
    if not _is_of_money(between[: link.start()] if link else between.rstrip(" ,(:-")):
        return None
    return _from(sentence, wording, after, has_link=link is not None or between.endswith(("(", ": ", " for ")))


def _from(sentence: str, wording: _Wording, after: Sequence[Span], *, has_link: bool) -> FundingPeriod | None:
    """The period that begins with the first of these days: until the day it is joined with, or for some years."""
    first = after[0]
    if not has_link:
        return None
    if first.is_range:
        return _made(sentence, wording, first.first, first.last, first.end)
    if len(after) > 1 and words.JOINS.fullmatch(sentence, first.end, after[1].start) and first.first < after[1].last:
        return _made(sentence, wording, first.first, after[1].last, after[1].end)
    if (first.last - first.first).days > 31:
        return None  # somewhen in a year, or in a summer
    long = words.YEARS.search(sentence, wording.start, first.start) or words.YEARS_AFTER.match(sentence, first.end)
    if long is None:
        return None
    months = number(long["count"]) * (12 if long["unit"].lower() == "year" else 1)
    if not 0 < months <= 12 * _LONGEST_YEARS:
        return None
    return _made(sentence, wording, first.first, _months_later(first.first, months), max(first.end, long.end()))


def _months_later(start: date, months: int) -> date:
    """The last day of a time that begins on ``start``."""
    over, month = divmod(start.month - 1 + months, 12)
    year = start.year + over
    day = min(start.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day) - timedelta(days=1)


def _is_of_money(between: str) -> bool:
    """Whether words between the money and its day say nothing but whose it is, how much, and what for."""
    if _STOPS.search(between):
        return False
    return all(
        word[0].isupper() or word[0] in "£&0123456789" or word.lower().strip(".'") in words.GAP
        for word in _TOKEN.findall(between)
    )


def _made(sentence: str, wording: _Wording, start: date | None, end: date, stop: int) -> FundingPeriod:
    by = words.FUNDER_AFTER.match(sentence, stop)
    span = sentence[_clause_start(sentence, wording.start) : by.end() if by else stop].strip(" ,")
    named = words.FUNDER.search(sentence[wording.start : stop]) or by or words.FUNDER_BEFORE.search(span)
    return FundingPeriod(
        start_on=start,
        end_on=end,
        funder=named["funder"] if named else None,
        amount=_amount(span),
        has_ended=wording.has_ended,
        read_from=span,
    )


def _clause_start(sentence: str, start: int) -> int:
    """Where the clause begins that says it, if that is near: a quotation without its subject reads badly."""
    begin = max((sentence.rfind(sign, 0, start) + 1 for sign in ",;:("), default=0)
    return begin if start - begin <= _LONGEST_SUBJECT else start


def _amount(span: str) -> float | None:
    """The whole amount in pounds, where just one is named and not of each year."""
    found = list(words.AMOUNT.finditer(span))
    if len(found) != 1 or found[0]["each"]:
        return None
    pounds = float(found[0]["pounds"].replace(",", ""))
    return pounds * _MANY[found[0]["many"].strip().lower()] if found[0]["many"] else pounds


def _follow_on(sentence: str, following: str, period: FundingPeriod) -> FollowOn:
    """What the sentence of a period, or the next, says of money after it."""
    if period.follow_on is not FollowOn.UNKNOWN:
        return period.follow_on
    rest = sentence.replace(period.read_from, " ", 1)
    both = f"{rest} {following}"
    if words.NONE_FOLLOWS.search(both):
        is_main = words.MAIN.search(f"{sentence} {following}") or words.ONLY.search(f"{sentence} {following}")
        return FollowOn.MAIN_NO_FOLLOW_ON if is_main else FollowOn.UNKNOWN
    if any(words.FOLLOWS.search(one) and not words.DOUBTED.search(one) for one in (rest, following)):
        return FollowOn.FOLLOW_ON
    return FollowOn.MAIN_NO_FOLLOW_ON if words.ONLY.search(f"{sentence} {following}") else FollowOn.UNKNOWN
