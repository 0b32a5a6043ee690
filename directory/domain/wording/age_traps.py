"""Numbers that look like ages and are not: spreads, durations, counts, school years, clock times."""

import re

from directory.domain.wording.age_rules import AgeRule, Kind
from directory.domain.wording.age_words import PEOPLE
from directory.domain.wording.numbers import NUMBER, number
from directory.domain.wording.reading import before

_COUNTED = (
    r"(?:members?|volunteers?|homes?|houses|flats|dwellings|properties|sessions?|%|per\s?cent|percent"
    r"|months?|weeks?|days?|hours?|hrs|minutes?|mins?|seconds|miles?|km|kilometres|metres|acres|hectares|pounds|pence"
    r"|countries|clubs|groups|schools|churches|charities|organi[sz]ations|projects|places|events|classes|activities"
    r"|staff|employees|trustees|beneficiaries|clients|families|households|bed(?:s|rooms)?|branches|centres|teams|books"
    r"|plays|concerts|performances|grants|awards|patients|animals|dogs|cats|horses|instruments|languages"
    r"|nationalities|nations|villages|towns|parishes|million|thousand|hundred|k\b|people|children|students|pupils"
    r"|individuals|players|boys|girls|women|men|adults|participants|supporters|partners|rooms|units|tenants|tenancies"
    r"|roof|umbrella|banner|other|different|local|of\s+(?:the|our|us))"
)
_PEOPLE_COUNTED = re.compile(
    rf"\s*(?:[-–]\s*)?(?:{_COUNTED}|\w+(?:ed|al|ing)\s+{_COUNTED})\b|\s*%|,\d|\s*\(\d+%", re.IGNORECASE
)
"""After a number: it counts things, or people."""

_SPREAD_BEFORE = re.compile(
    r"\b(?:range[sd]?|(?:members?(?:hip)?|users?|volunteers|participants|visitors|attendees|us"
    r"|we)\s+(?:\w+\s+){0,2}ranging"
    r"|var(?:y|ies|ied|ying)|spread)\b[^.;]*$"
    r"|\b(?:average|mean|most(?:ly)?|majority|many|oldest|youngest|typical(?:ly)?|currently|at\s+present"
    r"|\d+\s?%|per\s?cent)"
    r"(?:\s+\w+){0,4}\s*$",
    re.IGNORECASE,
)
_LIMITING_RANGE = re.compile(
    r"\b(?:age[\s-]+range|ages?\s+ranging|age\s+rang|(?:for|to|of|by|with|offer\w*|provid\w*|serv\w*"
    r"|welcom\w*|full|entire|whole|wide)\s+"
    rf"(?:[\w-]+\s+){{0,4}}rang|(?:for|to|of|by|with)\s+(?:[\w-]+\s+){{0,3}}{PEOPLE}\s+(?:\w+\s+)?rang)",
    re.IGNORECASE,
)
_SCHOOL_BEFORE = re.compile(
    r"\b(?:years?|yrs?|grades?|class(?:es)?|forms?|key\s?-?stages?|ks|stages?|levels?|weeks?|days?|months?"
    r"|terms?|units?"
    r"|chapters?|sections?|articles?|clauses?|pages?|rooms?|numbers?|nos?\.?|forces?|part|schedule|route"
    r"|bus|size|groups?\s+of)"
    r"\s*(?:groups?\s*)?$",
    re.IGNORECASE,
)
_DURATION_BEFORE = re.compile(
    r"\b(?:for|for\s+(?:up\s+to|over|about|around|between|another|a\s+further)|last(?:s|ed|ing)?|within"
    r"|past|next|every|after|in|during"
    r"|period\s+of|term\s+of|about|since|experience|running|each)\s*(?:a\s+)?(?:period\s+of\s+)?$",
    re.IGNORECASE,
)
_TIME_AFTER = re.compile(
    r"['’]?\s*(?:of\s+(?!age)\w+|ago\b|experience\b|later\b|funding|contract|programme|program\b|project"
    r"|plan|prison|sentence|running"
    r"|serving|service\b|history|since|now\b|providing|together|cycle|course|degree|before|in\s+business"
    r"|apart|each|long)",
    re.IGNORECASE,
)
_ENDS_IN_YEARS = re.compile(r"(?:years?|yrs?)\.?$", re.IGNORECASE)
_SAYS_OLD = re.compile(r"\bold|of\s+age|\baged?\b|\bages\b", re.IGNORECASE)
_PEOPLE_NEAR = re.compile(
    rf"\b{PEOPLE}\b|\b(?:school|nursery|playgroup|pre-?school|care|group|club|sessions?|SEND|SEN)\b", re.IGNORECASE
)
_CHILDCARE = re.compile(
    r"\b(?:nurser(?:y|ies)|play\s?groups?|pre-?\s?schools?|cr[eè]ches?|child\s?care)\b", re.IGNORECASE
)
_OPENS_WITH_PEOPLE = re.compile(rf"\(?\s*{PEOPLE}\b", re.IGNORECASE)
_OPENS_WITH_CHILDREN = re.compile(r"\(?\s*(?:child|kids|boys|girls|toddlers|infants|bab)", re.IGNORECASE)
_OVER_YEARS = re.compile(rf"\b(?:over|above)[\s-]+({NUMBER})", re.IGNORECASE)
GROWN = 16
"""From this age on, "people over 18 years" is an age; "30 people over 3 years" is a time."""
_BUILDING_BEFORE = re.compile(r"\b(?:is|was|now|been|being|itself|just|building|church|hall)\s*$", re.IGNORECASE)
_WHO_IS = re.compile(r"\b(?:who|you|they|anyone|if)\b[^.;]*$", re.IGNORECASE)
_COUNT_BEFORE = re.compile(
    r"\b(?:there\s+are|we\s+are|have|has|had|of|with|for|in|by|total(?:ling)?|number(?:s|ing)?|some|employ(?:s|ing)?"
    r"|serv(?:es|ing)|support(?:s|ed|ing)?|help(?:s|ed|ing)?|than|run|runs|running)\s*$",
    re.IGNORECASE,
)
_LISTED_AFTER = re.compile(r"\s*(?:[-–]\s*\d|\d|st\b|nd\b|rd\b|th\b)", re.IGNORECASE)


def is_trap(rule: AgeRule, match: re.Match[str]) -> bool:
    """Whether the words around a match say that its numbers are not the ages of those who may come."""
    text = match.string
    head = before(text, match.start(), 64)
    tail = text[match.end() : match.end() + 40]
    if _is_spread(head, match[0]):
        return True
    if rule.is_sure:
        return bool(re.match(r"\s*ago\b|\s*%", tail))
    return _is_other_number(rule, match[0], head, tail)


def _is_spread(head: str, words: str) -> bool:
    """ "Members range from 8 to 60" tells who comes; "for children ranging from 8 to 11" tells who may."""
    said = head + words
    found = _SPREAD_BEFORE.search(head) or re.search(r"\brange[sd]?\b", words, re.IGNORECASE)
    return bool(found) and not _LIMITING_RANGE.search(said)


def _is_other_number(rule: AgeRule, words: str, head: str, tail: str) -> bool:
    if _SCHOOL_BEFORE.search(head) or _LISTED_AFTER.match(tail) or _PEOPLE_COUNTED.match(tail):
        return True
    if _ENDS_IN_YEARS.search(words) and not _SAYS_OLD.search(words):
        return _is_duration(words, head, tail)
    if _SAYS_OLD.search(words):
        return bool(_BUILDING_BEFORE.search(head)) and not _WHO_IS.search(head)
    if words.lower().startswith(("over", "under")):
        return bool(_COUNT_BEFORE.search(head))
    if rule.kind is Kind.RANGE and words.startswith("("):
        return bool(head.strip()) and not _PEOPLE_NEAR.search(head) and not words.startswith("(0")
    return rule.kind is Kind.TO and bool(_DURATION_BEFORE.search(head))


def _is_duration(words: str, head: str, tail: str) -> bool:
    """Whether "N years" is a length of time: by what follows, or by what goes before unless people do."""
    if _TIME_AFTER.match(tail):
        return True
    if over := _OVER_YEARS.search(words):
        least = GROWN if not _OPENS_WITH_CHILDREN.match(words) else 1
        return not _OPENS_WITH_PEOPLE.match(words) or number(over[1]) < least
    if _OPENS_WITH_PEOPLE.match(words) or _CHILDCARE.search(head):
        return False
    return bool(_DURATION_BEFORE.search(head)) or not (_PEOPLE_NEAR.search(head) or not head.strip())
