"""Referral: how people come to a service, where its description says so."""

import re
from collections.abc import Iterator

from directory.domain.eligibility.criteria import Criterion, Field, Route, Test
from directory.domain.wording.reading import before, is_denied, mentions, read

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
_NO_FALL = r"(?!\s+(?:numbers?|incomes?|temperatures?|prices?|demand|funding|the\s+ocean)\b)"

_RULES = (
    # "no referral needed", "you don't need a referral", "a GP referral is not required"; booking is another matter
    (
        Route.NONE,
        r"\bno\s+(?:formal\s+|GP\s+)?referrals?(?:\s+(?:is|are))?\s+(?:needed|required|necessary)\b"
        r"|(?<!accept\s)(?<!take\s)(?<!accepting\s)(?<!taking\s)\bno\s+(?:formal\s+|GP\s+)?referral(?=\s*(?:[.,;:!)\n]|$))"
        r"|\bwithout\s+(?:an?\s+|any\s+)?(?:formal\s+|GP\s+)?referrals?\b"
        r"|\b(?:do(?:es)?\s+not|do(?:es)?n[’']?t)\s+(?:(?:need|have)\s+to\s+be\s+referred|(?:need|require|have\s+to\s+have)"
        r"\s+(?:an?\s+|any\s+)?(?:formal\s+|GP\s+)?referrals?)\b|\bno\s+need\s+(?:to\s+be\s+referred|for\s+an?\s+referral)\b"
        r"|(?<!self.)\breferrals?\s+(?:(?:is|are)\s*)?(?:not|n[’']t)\s+(?:needed|required|necessary|essential)\b",
    ),
    # "drop in", "just turn up", "come along"
    (
        Route.NONE,
        rf"\bdrop[\s-]?ins?\b{_NO_FALL}|\bdrop\s+by\b|\b(?:just|simply)\s+(?:turn\s+up|come\s+along|pop\s+in)\b",
    ),
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
        r"|essential|necessary))\b|\bmust\s+(?:first\s+)?(?:have\s+been|be)\s+referred\b"
        r"|\b(?:not|cannot|nobody|no\s+one|n['’]t)\s+[^.,;:!?\n]{0,40}without\s+an?\s+referral\b",
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
_IS_NOT = re.compile(r"\b(?:not|never|no\s+longer|cannot)\b|n['’]t\b", re.IGNORECASE)
_SENDERS = frozenset({Route.GP, Route.PROFESSIONAL})
_REACH = 72
"""How many characters before "referral" a list of ways in may begin."""
_LISTED = (
    (Route.SELF, re.compile(r"\bself\b(?!-(?!ref))|\bthemselves\b|\byourself\b", re.IGNORECASE)),
    (Route.PROFESSIONAL, re.compile(rf"\b(?:professional|agency|{_WORKER})\b", re.IGNORECASE)),
    (Route.GP, re.compile(rf"\b{_GP}\b", re.IGNORECASE)),
)
_TABLE = tuple((route, re.compile(pattern, re.IGNORECASE)) for route, pattern in _RULES)
_NAMED_BEFORE = re.compile(r"\b(?:self|GP|G\.P\.)[\s-]+$", re.IGNORECASE)
_REQUIRED = re.compile(
    # "GP referral only", "you must be referred", "referrals are required", but not "required for counselling"
    r"\breferr(?:als?|ed)\s+(?:by\s+[^.;:!?\n]{1,40}\s)?(?:only|(?:is\s+|are\s+)?(?:required|needed|essential|necessary))\b"
    r"(?!\s+(?:for|by)\b)|\b(?:must|need\s+to|have\s+to|only)\s+(?:first\s+)?(?:have\s+been\s+|be\s+)?(?:by\s+|through\s+)?"
    r"(?:(?:GP|professional|agency)\s+)?referr(?:al|ed)\b|\bonly\s+(?:accept|take)s?\s+[^.;:!?\n]{0,40}referrals?\b"
    r"|\b(?:not|cannot|nobody|no\s+one|n['’]t)\s+[^.,;:!?\n]{0,40}without\s+an?\s+(?:\w+\s+)?referral\b",
    re.IGNORECASE,
)
_TRIGGERS = (
    *("refer", "drop in", "drop-in", "dropin", "drop by", "turn up", "come along", "pop in", "self", "your gp"),
    *("your doctor", "your own", "your local", "your surgery"),
)


def referral_in(text: str) -> Criterion | None:
    """The ways in that a description names; `Test.OPEN` where it says that anybody may simply come, and nowhere that
    somebody must send them."""
    if not mentions(text.lower(), _TRIGGERS):
        return None
    found: dict[Route, str] = {}
    for route, pattern in _TABLE:
        offered = (match for match in pattern.finditer(text) if not _is_refused(route, text, match))
        if route not in found and (match := next(offered, None)):
            found[route] = match[0].strip(" .,;:!)\n")
    for route, words in _listed(text):
        found.setdefault(route, words)
    if Route.NONE in found and not _SENDERS.isdisjoint(found) and _must_be_sent(text):
        del found[Route.NONE]
    if not found:
        return None
    test = Test.OPEN if Route.NONE in found else Test.NEEDS
    return read(
        Field.REFERRAL, test, next(iter(found.values())), tuple(route.value for route in Route if route in found)
    )


def _listed(text: str) -> Iterator[tuple[Route, str]]:
    for match in _LIST_FIRST.finditer(text):
        routes = _routes(match["list"])
        # "Self, body and mind" has no other way in
        if (
            len(routes) > 1
            and not _IS_NOT.search(match["list"])
            and not is_denied(text, match.start("list"), match.end())
        ):
            yield from ((route, match["list"].strip()) for route in routes)
    for match in _REFERRALS.finditer(text):
        listed = _LIST_LAST.search(before(text, match.start(), _REACH))
        if listed and not is_denied(text, match.start(), match.end()):
            yield from ((route, f"{listed[0]}{match[0]}".strip()) for route in _routes(listed["list"]))


def _routes(words: str) -> list[Route]:
    return [route for route, pattern in _LISTED if pattern.search(words)]


def _is_refused(route: Route, text: str, match: re.Match[str]) -> bool:
    """Whether the wording around ``match`` takes it back, or it is the end of a wording that another rule reads."""
    if route is Route.PROFESSIONAL and _NAMED_BEFORE.search(text, max(0, match.start() - 8), match.start()):
        return True
    return is_denied(text, match.start(), match.end())


def _must_be_sent(text: str) -> bool:
    return any(not is_denied(text, match.start(), match.end()) for match in _REQUIRED.finditer(text))
