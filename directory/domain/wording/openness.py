"""Openness: wording that shuts nobody out, such as "all ages" and "everyone welcome"."""

import re

from directory.domain.eligibility.criteria import Criterion, Field, Strength, Test
from directory.domain.wording.reading import mentions, read

_ALL_AGES = re.compile(
    r"\b(?:(?:of\s+|for\s+|off\s+)?(?:all|any)\s+(?:ages?(?:\s+groups?)?)\b(?!\s+(?:over|under|from"
    r"|between|up|\d))|whatever\s+(?:your|their)\s+age"
    r"|(?:regardless|irrespective)\s+of\s+(?:their\s+|your\s+)?age|no\s+age\s+limits?|young\s+and\s+old)\b",
    re.IGNORECASE,
)
_EVERYBODY = re.compile(
    r"\b(?:open\s+to\s+(?:all(?!\s+(?:\w+\s+){0,3}(?:women|men|girls|boys|ladies|residents|pupils|students"
    r"|children|members|over|under|aged))|everyone|everybody|anyone|anybody|the\s+(?:general\s+)?public)"
    r"|(?:everyone|everybody|anyone|all|all\s+people)\s+(?:is|are)?\s*(?:very\s+|warmly\s+|always\s+"
    r"|most\s+)?welcome|(?:for|available\s+to)\s+(?:everyone|everybody|anyone)(?!\s+(?:who|aged|over|under"
    r"|with|living|in\s+need)))\b",
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
    all_ages = _ALL_AGES.search(text) or everybody
    criteria = []
    if all_ages:
        criteria.append(read(Field.AGE, Test.OPEN, all_ages[0], strength=Strength.WELCOMES))
    if everybody:
        criteria.append(read(Field.GENDER, Test.OPEN, everybody[0], strength=Strength.WELCOMES))
    return criteria
