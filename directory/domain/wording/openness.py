"""Openness: wording that shuts nobody out, such as "all ages" and "everyone welcome"."""

import re

from directory.domain.eligibility.criteria import Criterion, Field, Strength, Test
from directory.domain.wording.reading import before, mentions, read

_ALL_AGES = re.compile(
    r"\b(?:(?:of\s+|for\s+|off\s+)?(?:all|any)\s+(?:ages?(?:\s+groups?)?)\b(?!\s+(?:over|under|from"
    r"|between|up|\d))|whatever\s+(?:your|their)\s+age"
    r"|(?:regardless|irrespective)\s+of\s+(?:their\s+|your\s+)?age|no\s+age\s+limits?|young\s+and\s+old)\b",
    re.IGNORECASE,
)
_OF_SOME = re.compile(
    r"(?:\b(?:child(?:ren)?|kids|bab(?:y|ies)|infants|toddlers|young\s+people|youngsters|teenagers|youths|boys|girls|pupils"
    r"|students|volunteers|staff|dogs|cats|animals|cars)|\bnot\b[\w\s]{0,20}|n['’]t\b[\w\s]{0,20})\s*$",
    re.IGNORECASE,
)
"""Before "of all ages": it is of these alone, or it is denied."""
_WELCOME = r"(?:(?:is|are|will\s+be)\s+)?(?:(?:very|warmly|always|most|also|made)\s+)*welcomed?"
_UNQUALIFIED = (
    rf"(?=\s*(?:$|[.,;:!?)(/•]|[-–—]\s|{_WELCOME}\b|(?:and|but|so)\s+(?!from\b|of\b|all\b|who\b|with\b)"
    r"|regardless\b|irrespective\b|whatever\b))"
)
"""Nothing follows that makes fewer of them, as in "open to all abilities" and "for anyone bereaved"."""
_UNLESS = (
    r"(?!\s*(?:,\s*)?(?:to\s+(?:attend|join|come(?:\s+along)?)\s+)?"
    r"(?:who|if|aged|over|under|provided|as\s+long|with|affected|living)\b)"
)
_EVERYBODY = re.compile(
    r"(?<!not\s)(?<!n['’]t\s)\b(?:(?:open|available)\s+to\s+(?:all(?:\s+people)?|everyone|everybody|anyone|anybody)\b"
    rf"{_UNQUALIFIED}{_UNLESS}"
    rf"|open\s+to\s+the\s+(?:general\s+)?public\b{_UNLESS}"
    rf"|for\s+(?:everyone|everybody|anyone)\b{_UNQUALIFIED}{_UNLESS}"
    rf"|(?:everyone|everybody|anyone|all|all\s+people)\s+{_WELCOME}\b{_UNLESS})",
    re.IGNORECASE,
)
_TRIGGERS = (
    *("all age", "any age", " all ", "all welcome", "anyone", "anybody", "open to", "every", "whatever"),
    *("regardless", "irrespective", "no age", "young and old"),
)


def openness_in(text: str) -> list[Criterion]:
    """What a description leaves open in so many words: age for "all ages", age and gender for "everyone welcome"."""
    if not mentions(text.lower(), _TRIGGERS):
        return []
    everybody = _EVERYBODY.search(text)
    all_ages = _all_ages(text) or everybody
    criteria = []
    if all_ages:
        criteria.append(read(Field.AGE, Test.OPEN, all_ages[0], strength=Strength.WELCOMES))
    if everybody:
        criteria.append(read(Field.GENDER, Test.OPEN, everybody[0], strength=Strength.WELCOMES))
    return criteria


def _all_ages(text: str) -> re.Match[str] | None:
    return next((match for match in _ALL_AGES.finditer(text) if not _OF_SOME.search(before(text, match.start()))), None)
