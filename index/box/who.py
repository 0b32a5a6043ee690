"""Finds for whom it is: an age or a span of ages, and women, men or non-binary people."""

import re

from directory.domain.eligibility.criteria import AgeRange
from directory.domain.eligibility.person import Gender
from directory.domain.messages import Message, say
from directory.domain.wording.ages import stated_ages
from index.box.denial import find_denial
from index.box.lists import Lists
from index.box.others import is_age_of_another, is_gender_of_another
from index.box.text import Remaining, Token

_OLDEST = 115
_DIGIT = re.compile(r"\d")
_CUES = ("over", "under", "age", "year", "plus", "old", "ies", "birth")
# What a number counts that is no age: "I am 20 weeks pregnant".
_NOT_YEARS = r"(?!\s*(?:weeks?|months?|days?|st\b|stone|miles?|mins?|minutes?|hours?|kg|km|%|of\b|metres?)|[\d.:])"
_WHO = (
    r"(?:i\s+am|i['’]?m|im|who\s+is|who['’]?s|(?:he|she)(?:\s+is|['’]?s)"
    r"|(?:my|our)\s+\w+(?:\s+\w+)?(?:\s+is|['’]s|\s+are)|(?:mum|dad|nan|gran)s?\s+is)"
)
_YEARS_OLD = r"(?:[\s-]*(?:years?|yrs?|yr)(?:[\s-]*olds?|\s+of\s+age)?|\s*y/?o\b)"
_PERSON = re.compile(
    rf"\b{_WHO}\s+(?:nearly\s+|almost\s+|now\s+|an?\s+|aged?\s+)?(?P<said>\d{{1,3}}){_YEARS_OLD}?\b{_NOT_YEARS}"
    rf"|\b(?:aged?|age\s+of)\s+(?P<aged>\d{{1,3}}){_YEARS_OLD}?\b{_NOT_YEARS}"
    r"|\b(?P<old>\d{1,3})(?:[\s-]*(?:years?|yrs?|yr)[\s-]*olds?\b|\s?y/?o\b)"
    rf"|(?:\b{_WHO}\s+)?\bin\s+(?:his|her|my|their|our)\s+(?:early\s+|mid[\s-]|late\s+)?(?P<decade>[2-9]0)['’]?s\b"
    r"|\b(?P<child>lad|boy|girl|man|woman|son|daughter)\s+(?:of\s+)?(?P<of>\d{1,2})(?![\w.:%-])"
    # As a link worker notes it: "pt, 67, lives alone" and "67/F".
    r"|,\s*(?P<noted>\d{2})(?=\s*,)|\b(?P<marked>\d{2})(?:f|/[fm])\b(?![’'])"
    # Two small numbers may be hours.
    r"|(?<![\w£.:/-])(?P<least>\d{1,2})\s?(?:-|–|to)\s?(?P<most>\d{2})(?![\w.:/%-]|\s*(?:am|pm|mins?|minutes|weeks)\b)"
)
_LEAST_UPPER = 13
"""Of two bare numbers with a dash, the upper one is no hour from here on."""
# Where the words for an age begin in a match that has words for people before them: "women over 50".
_LIMIT = re.compile(
    r"\b(?:over|under|above|below|aged?|ages|between|from|up\s+to|at\s+least|older|younger|not?|until|u(?=\d))\b|\d"
    r"|\b(?:twen|thir|fort|fift|sixt|seven|eigh|nine|five|ten)"
)
_BEFORE = re.compile(
    rf"(?:\b{_WHO}\s+|\bfor\s+(?:the\s+|people\s+|those\s+|anyone\s+|someone\s+|adults\s+|an?\s+)*|\bthe\s+)?"
    r"(?:who\s+(?:is|are)\s+)?(?:\baged?\s+|\bages\s+)?$"
)
_AFTER = re.compile(r"(?:\s+(?:years?\s+old|of\s+age|yrs?))?\)?")
_ONLY = re.compile(r"[\s-]+only\b")
_PEOPLE = {Gender.FEMALE: say("women"), Gender.MALE: say("men"), Gender.NON_BINARY: say("non-binary people")}
_BEFORE_ONLY = re.compile(r"(?:\bonly\s+)?(?:\bfor\s+)?(?:\bonly\s+)?$")
_NON_BINARY = re.compile(r"\bnon[\s-]?binary\b(?:\s+people)?")


def take_age(remaining: Remaining) -> AgeRange | None:
    """Take out the first age: a limit as services state it, or the age of the person who asks or is asked for.

    That of somebody else in the story stays in the need.
    """
    lower = remaining.lower
    if _DIGIT.search(lower) is None and not any(cue in lower for cue in _CUES):
        return None
    for found in stated_ages(lower):
        limit = _LIMIT.search(found.words)
        start = found.start + (limit.start() if limit and found.words[:1].isalpha() else 0)
        if not is_age_of_another(remaining.whole, start, lower[start : found.end]):
            return _taken(remaining, start, found.end, found.ages)
        remaining.keep(start, found.end)
    for match in _PERSON.finditer(remaining.lower):
        ages = _ages(match)
        if ages and is_age_of_another(remaining.whole, match.start(), match[0]):
            remaining.keep(*match.span())
        elif ages:
            start = match.end("child") + 1 if match["child"] else match.start()
            return _taken(remaining, start, match.end(), ages)
    return None


def _ages(match: re.Match[str]) -> AgeRange | None:
    if match["decade"]:
        decade = int(match["decade"])
        return AgeRange(decade, decade + 9)
    if match["most"]:
        least, most = int(match["least"]), int(match["most"])
        return AgeRange(least, most) if least < most and most >= _LEAST_UPPER else None
    age = int(next(text for text in match.groups() if text and text.isdigit()))
    return AgeRange(age, age) if age <= _OLDEST else None


def _taken(remaining: Remaining, start: int, end: int, ages: AgeRange) -> AgeRange:
    before = _BEFORE.search(remaining.lower, max(0, start - 60), start)
    after = _AFTER.match(remaining.lower, end)
    remaining.take(before.start() if before else start, after.end() if after else end, "age", _age_label(ages))
    return ages


def _age_label(ages: AgeRange) -> Message:
    if ages.minimum == ages.maximum:
        return say("aged {age}", age=ages.minimum)
    if ages.maximum is None:
        return say("{age} and over", age=ages.minimum)
    if ages.minimum is None:
        return say("up to {age}", age=ages.maximum)
    return say("{lowest} to {highest}", lowest=ages.minimum, highest=ages.maximum)


def take_gender(remaining: Remaining, lists: Lists) -> Gender | None:
    """Find the one gender that the box names. Its word stays in the need, but for "for women" and "women only"."""
    if "binary" in remaining.lower or "enby" in remaining.lower:
        match = _NON_BINARY.search(remaining.lower)
        if match:
            _note(remaining, match.start(), match.end(), Gender.NON_BINARY, says_all=True)
            return Gender.NON_BINARY
    named = [
        token
        for token in remaining.tokens()
        if token.word in lists.genders
        and not _is_ruled_out(remaining, token)
        and not is_gender_of_another(remaining.whole, token.start, token.end)
    ]
    genders = {lists.genders[token.word] for token in named}
    if len(genders) != 1:
        return None
    gender = Gender(genders.pop())
    for token in named:
        says_all = token.word in lists.people and not _is_possessive(token)
        _note(remaining, token.start, token.end, gender, says_all=says_all)
    return gender


def _is_ruled_out(remaining: Remaining, token: Token) -> bool:
    """Whether it is "not women only", which is taken out and says nothing."""
    only = _ONLY.match(remaining.lower, token.end)
    denial = find_denial(remaining.lower, token.start, only.end() if only else token.end)
    if denial:
        remaining.drop(denial.start, denial.end)
    return denial is not None


def _note(remaining: Remaining, start: int, end: int, gender: Gender, *, says_all: bool) -> None:
    """Take the word out where it stands with "only", or with "for" and ``says_all``; else leave it in the need."""
    lower = remaining.lower
    label = _PEOPLE[gender]
    only = _ONLY.match(lower, end)
    before = _BEFORE_ONLY.search(lower, max(0, start - 20), start)
    lead = lower[before.start() : start] if before else ""
    if only or "only" in lead or ("for" in lead and says_all):
        remaining.take(start - len(lead), only.end() if only else end, "gender", label)
    else:
        remaining.note(start, end, "gender", label)


def _is_possessive(token: Token) -> bool:
    """Whether an apostrophe was taken out of it: "men's"."""
    return len(token.word) != token.end - token.start
