"""Referral: how people come to a service, where its description says so."""

import re
from collections.abc import Iterator

from directory.domain.eligibility.criteria import Criterion, Field, Route, Test
from directory.domain.wording.reading import before, mentions, read

_WORKER = (
    r"(?:(?:(?:health|social|care|healthcare|other|medical"
    r"|relevant)\s+(?:and\s+social\s+(?:care\s+)?)?)?professionals?|social\s+(?:workers?|services)"
    r"|agenc(?:y|ies)|health\s+visitors?"
    r"|link\s+workers?|social\s+prescrib\w+|key\s?workers?|support\s+workers?|nurses?|midwi(?:fe|ves)"
    r"|hospitals?|local\s+authorit(?:y|ies)|the\s+council|schools?|police|probation"
    r"|partner\s+organi[sz]ations|(?:\w+\s+)?teams?|consultants?|therapists?|clinicians?|practitioners?|wards?)"
)
_GP = r"(?:GPs?|G\.P\.s?|doctors?|general\s+practitioners?|surger(?:y|ies))"
_BY = r"(?:by|from|through|via)\s+(?:an?\s+|your\s+|their\s+|the\s+|any\s+|other\s+|local\s+)*"
_REFERRED = r"\b(?:referr(?:als?|ed)|refer)\s+(?:(?:is|are|only|in|directly|to\s+us)\s+)*"

_RULES = (
    # "no referral needed", "you don't need a referral"
    (
        Route.NONE,
        r"\b(?:no|without\s+an?|do(?:es)?\s*n[o'’]?t\s+(?:need|require)\s+an?)\s+(?:formal\s+"
        r"|GP\s+)?(?:referral|appointment|booking)s?\b|\bno\s+need\s+to\s+(?:book|be\s+referred"
        r"|make\s+an\s+appointment)\b",
    ),
    # "drop in", "just turn up", "come along"
    (Route.NONE, r"\bdrop[\s-]?ins?\b|\bdrop\s+by\b|\b(?:just|simply)\s+(?:turn\s+up|come\s+along|pop\s+in)\b"),
    # "self-referral", "people can refer themselves"
    (
        Route.SELF,
        r"\bself[\s-]refer(?:ral|rals|red|ring)?\b|\brefer\s+(?:yourself|themselves|oneself)\b"
        r"|\bself\s+or\s+\w+\s+referrals?\b",
    ),
    # "ask your GP", "through your doctor"
    (
        Route.GP,
        rf"\b(?:ask|contact|see|(?:speak|talk)\s+to|via|through)\s+your\s+(?:own\s+|local\s+)?{_GP}\b"
        r"(?!\s+(?:before|first|if|when|prior|about\s+(?:any|whether)))",
    ),
    # "GP referral", "referral by GP only", "referred by your doctor"
    (
        Route.GP,
        rf"\b{_GP}['’]?s?\s+referr(?:als?|ed)\b|{_REFERRED}{_BY}(?:{_WORKER}(?:,|\s+or|\s+and"
        rf"|\s+and/or)\s+(?:your\s+|their\s+|a\s+)?)?{_GP}\b|\b(?:GP"
        r"|exercise)\s+(?:exercise\s+)?referral\s+scheme\b",
    ),
    # "referrals from social workers", "professional referral", "agency referral"
    (
        Route.PROFESSIONAL,
        rf"{_REFERRED}{_BY}(?:{_GP}(?:,|\s+or|\s+and|\s+and/or)\s+(?:other\s+|a\s+)?)?{_WORKER}\b"
        rf"|\b{_WORKER}\s+referrals?\b|\b(?:professionals|agencies)\s+(?:can|may)\s+(?:also\s+)?refer\b",
    ),
    # "by referral only", "must be referred": by whom is not said
    (
        Route.PROFESSIONAL,
        r"\b(?:by|on|through|via)\s+referral\b|\breferrals?\s+(?:only|(?:is\s+|are\s+)?(?:required|needed"
        r"|essential|necessary))\b|\bmust\s+(?:first\s+)?(?:have\s+been|be)\s+referred\b",
    ),
)
_LIST_FIRST = re.compile(
    # "Self, stroke team or GP practice", "Referral: self or GP"
    r"(?:^|[.;:\n]|\breferr(?:als?|ed)(?:\s+(?:is|are|by|from|via|through|can|be|made))*)\s*"
    r"(?P<list>self\b(?:[\s-]referr(?:als?|ed))?\s*(?:,|/|&|\bor\b|\band\b)[^.;:\n]{2,80})",
    re.IGNORECASE,
)
_LIST_LAST = re.compile(
    # "Self, family or professional referral", "GP and agency referrals"
    r"(?P<list>(?:[\w-]{1,20}(?:\s+\w{1,20})?\s*(?:,|/|&|\bor\b|\band\b)\s*){1,4}[\w-]+)\s+$",
    re.IGNORECASE,
)
_REFERRALS = re.compile(r"\breferrals?\b", re.IGNORECASE)
_REACH = 72
"""How many characters before "referral" a list of ways in may begin."""
"""Several ways in, named one after the other."""
_LISTED = (
    (Route.SELF, re.compile(r"\bself\b(?!-(?!ref))|\bthemselves\b|\byourself\b", re.IGNORECASE)),
    (Route.PROFESSIONAL, re.compile(rf"\b(?:professional|agency|{_WORKER})\b", re.IGNORECASE)),
    (Route.GP, re.compile(rf"\b{_GP}\b", re.IGNORECASE)),
)
_TABLE = tuple((route, re.compile(pattern, re.IGNORECASE)) for route, pattern in _RULES)
_NEEDS_NONE = re.compile(r"\b(?:(?:no|without|n[o'’]?t)[\s-]+(?:\w+\s+){0,3}|(?:self|GP|G\.P\.)[\s-]+)$", re.IGNORECASE)
_NEEDS_NO_GP = re.compile(r"\b(?:no|without\s+a|n[o'’]?t\s+need\s+a)\s+$", re.IGNORECASE)
_TRIGGERS = (
    *("refer", "drop in", "drop-in", "dropin", "drop by", "turn up", "come along", "pop in", "appointment"),
    *("booking", "no need to", "self", "your gp", "your doctor", "your own", "your local", "your surgery"),
)


def referral_in(text: str) -> Criterion | None:
    """The ways in that a description names; `Test.OPEN` where it says that anybody may simply come."""
    if not mentions(text.lower(), _TRIGGERS):
        return None
    found: dict[Route, str] = {}
    for route, pattern in _TABLE:
        match = pattern.search(text)
        if match and route not in found and not _is_denied(route, text, match.start(), found):
            found[route] = match[0]
    for route, words in _listed(text) if Route.NONE not in found else ():
        found.setdefault(route, words)
    if not found:
        return None
    test = Test.OPEN if Route.NONE in found else Test.NEEDS
    return read(
        Field.REFERRAL, test, next(iter(found.values())), tuple(route.value for route in Route if route in found)
    )


def _listed(text: str) -> Iterator[tuple[Route, str]]:
    for match in _LIST_FIRST.finditer(text):
        routes = _routes(match["list"])
        if len(routes) > 1:  # "Self, body and mind" has no other way in
            yield from ((route, match["list"].strip()) for route in routes)
    for match in _REFERRALS.finditer(text):
        listed = _LIST_LAST.search(before(text, match.start(), _REACH))
        if listed and not listed["list"].lower().startswith("no "):
            yield from ((route, f"{listed[0]}{match[0]}".strip()) for route in _routes(listed["list"]))


def _routes(words: str) -> list[Route]:
    return [route for route, pattern in _LISTED if pattern.search(words)]


def _is_denied(route: Route, text: str, start: int, found: dict[Route, str]) -> bool:
    """Whether "referral required" is the end of "no referral required" or of "GP referral required"."""
    if route is Route.PROFESSIONAL:
        return bool(_NEEDS_NONE.search(text, max(0, start - 24), start))
    return route is Route.GP and Route.NONE in found and bool(_NEEDS_NO_GP.search(text, max(0, start - 24), start))
