"""Residency: where people must live, or be registered with a GP, for a service to take them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from directory.domain.eligibility.criteria import AreaKind, Criterion, Field, Test
from directory.domain.wording.places import PlaceFound, area_here, place_at, place_before
from directory.domain.wording.reading import mentions, read, strength_at

_GROUP = (
    r"(?:people|persons|poor(?:\s+(?:people|persons|inhabitants))?|residents|citizens|parishioners"
    r"|householders|ratepayers|pensioners"
    r"|elderly|needy|sick|youth|young\s+(?:people|persons)|older\s+(?:people|persons)|senior\s+citizens"
    r"|children|boys\s+and\s+girls|population)"
)
_WHERE = (
    r"(?:anywhere\s+)?(?:in|within|at|near|throughout|across|around|on|inside)(?:,?\s+(?:or|and)\s+(?:near|around"
    r"|close\s+to|about|within))?(?:\s+to)?"
    r"(?:,?\s+or\s+(?:have\s+|having\s+)?(?:\w+\s+)?(?:connected|associated|links?|connections?)\s+(?:with|to),?)?"
)
_OR_WORK = (
    r"(?:\s*(?:,|/|and/or|and|or)\s*(?:(?:who\s+)?(?:are\s+)?(?:work(?:s|ing)?|stud(?:y|ies|ying)"
    r"|attend(?:ing)?|employed|educated|learn(?:ing)?|volunteer(?:ing)?|visit(?:ing)?|trad(?:e|ing)|based"
    r"|liv(?:e|es|ing)|coming\s+to\s+live))){0,3}"
)
_NEARBY = re.compile(r"\b(?:near|around|close|connect\w*|associated|links?)\b", re.IGNORECASE)
_WIDER = re.compile(
    rf"{_NEARBY.pattern}|\b(?:work|stud|attend|employ|educat|learn|volunteer|visit|trad|surround|neighbou?r|adjacent|adjoin"
    r"|environs|outlying|vicinity|nearby)",
    re.IGNORECASE,
)
WIDER_NOTE = "or close by, or with a link to it"
"""Noted where a place is not all of it: "live or work in", "in or near", "and the surrounding area". Somebody who lives
elsewhere may be taken all the same."""


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    cues: tuple[str, ...]
    precedes: bool
    """Whether the wording stands before the place; otherwise after it."""


def _rule(pattern: str, *cues: str, precedes: bool = True) -> _Rule:
    return _Rule(re.compile(pattern, re.IGNORECASE), cues, precedes)


_GROUPS = tuple(
    f"{group} of"
    for group in (
        *("people", "persons", "poor", "inhabitants", "residents", "citizens", "parishioners", "householders"),
        *("ratepayers", "pensioners", "elderly", "needy", "sick", "youth", "children", "girls", "population"),
    )
)

_RULES = (
    # "resident in or near Andover", "residents of South Lanarkshire", "who reside in the Parish of N"
    _rule(
        rf"\b(?:resid(?:ents?|ing|es?|ed)|domiciled){_OR_WORK}"
        r"(?:\s+(?:permanently|ordinarily|normally|currently)|\s+for\s+[\w ]{3,30}?)?,?\s+(?:of"
        rf"|(?P<where>{_WHERE}))\s+",
        "resid",
        "domicile",
    ),
    # "inhabitants of Daventry"
    _rule(rf"\binhabitants\s*(?:of|(?P<where>{_WHERE}))\s+", "inhabitants"),
    # "tenants in Wallsend", "the over 50s from the village and surrounding area"
    _rule(r"\btenants\s+(?P<where>in|within|across|throughout)\s+", "tenants "),
    _rule(
        r"\b(?:over[\s-]\d\d['’]?s|people|those|residents|children|anyone|everyone)\s+(?:from|in)\s+(?=(?:the\s+)?(?:town|village|parish|island)\b)",
        "surrounding",
    ),
    # "the Isle of Bute and its inhabitants"
    _rule(r"\s+and\s+(?:its|their)\s+(?:inhabitants|residents|people)\b", "and its", "and their", precedes=False),
    # "living in Wallsend", "who live or work in Wallsend", "live within the NE28 postcode"
    _rule(
        rf"(?<!of\s)(?<!cost\s)(?<!-)(?<!independent\s)\b(?:liv(?:ing|es?|ed)|dwelling){_OR_WORK}\s+(?P<where>{_WHERE})\s+",
        *("live ", "live,", "live/", "lives", "lived"),
        "living",
        "dwelling",
    ),
    # "the people of Gloucestershire", "the poor of the parish of Ely"
    _rule(rf"\b{_GROUP}\s+of\s+", *_GROUPS),
    # "who are of the parish of Great Ponton"
    _rule(r"\b(?:are|being|those|be)\s+of\s+(?=the\s+(?:ancient\s+|ecclesiastical\s+|civil\s+)?parish)", "parish"),
    # "Wallsend residents"
    _rule(r"\s+(?-i:residents)\b(?!\s*(?:['’]|association|group|committee|forum))", "residents", precedes=False),
    # "with an NE28 postcode", "has a postcode of NE28 or NE29", "for people in postcodes NE28 and NE29"
    _rule(
        r"\b(?:with|have|has|having)\s+(?:an?\s+)?(?=[A-Za-z]{1,2}\d\w?\b[^.;]{0,40}\bpost\s?codes?\b)",
        "postcode",
        "post code",
    ),
    _rule(
        r"\b(?:with|have|has|having|people\s+in|those\s+in|anyone\s+in)\s+(?:an?\s+"
        r"|the\s+)?post\s?codes?(?:\s+(?:areas?|districts?))?\s*(?:of|:|in|beginning|starting|with)*\s*"
        r"(?=[A-Za-z]{1,2}\d)",
        "postcode",
        "post code",
    ),
)
_GP_AFTER = re.compile(
    r"\bregistered\s+(?:with|at)\s+(?:an?|any|the|one\s+of\s+the)?\s*(?:local\s+)?(?:GPs?|G\.P\.s?"
    r"|doctors?|general\s+practi(?:ce|tioner)s?|"
    r"surger(?:y|ies)|practices?)(?:['’]?s?\s+(?:practices?|surger(?:y|ies)))?\s+(?:in|within|of|across)\s+",
    re.IGNORECASE,
)
"""“registered with a GP in Wallsend”: the place follows."""
_GP_BEFORE = re.compile(
    r"\bregistered\s+(?:with|at)\s+(?:an?|any|the|one\s+of\s+the)?\s*(?P<place>[\w’'& -]{2,40}?)\s+"
    r"(?:based\s+)?(?:GPs?|G\.P\.s?|doctors?|general\s+practi(?:ce|tioner)s?"
    r"|(?:medical\s+)?practices?|surger(?:y|ies)|medical\s+centre)\b",
    re.IGNORECASE,
)
"""“registered with a Wallsend GP”: the place stands between."""
GP_NOTE = "registered with a GP there"

_TRIGGERS = (
    "resid",
    "inhabitant",
    "liv",
    "domicile",
    "dwelling",
    " of ",
    "postcode",
    "post code",
    "registered",
    "tenants",
    "surrounding",
)


def residency_in(text: str) -> list[Criterion]:
    """The places people must live in, each as ``words:<place>`` or ``postcode:<outcode>``, in the order of the text.

    Where a description says where work is done, and not whom it is for, that is no residency.
    """
    lowered = text.lower()
    if not mentions(lowered, _TRIGGERS):
        return []
    found: dict[tuple[str, ...], Criterion] = {}
    ends = -1
    for match, place in sorted(_places(text, lowered), key=lambda pair: pair[1].start):
        if place.start < ends:
            continue
        ends = place.end
        start = min(match.start(), place.start)
        end = max(match.end(), place.end)
        strength = strength_at(text, start, end)
        span = text[start:end].strip()
        note = WIDER_NOTE if _WIDER.search(span) else None
        found.setdefault(
            place.values, read(Field.RESIDENCY, Test.NEEDS, span, place.values, strength=strength, note=note)
        )
    for criterion in _practices(text) if "registered" in lowered else ():
        found.setdefault(criterion.values, criterion)
    return list(found.values())


def _places(text: str, lowered: str) -> Iterator[tuple[re.Match[str], PlaceFound]]:
    for rule in _RULES:
        if not mentions(lowered, rule.cues):
            continue
        for match in rule.pattern.finditer(text):
            if rule.precedes:
                place = area_here(text, match.end()) or _defined(text, match.end()) or place_at(text, match.end())
            else:
                place = place_before(text, match.start())
            if place and not _is_elsewhere(text, match, place):
                yield match, _with_nearby(text, match, place)


_TERM = re.compile(
    r"(?:the\s+)?(?P<term>(?:operating|beneficial|designated)\s+area|area\s+of\s+(?:benefit|operation))\b",
    re.IGNORECASE,
)
_OPENS_DEFINITION = re.compile(r"\s*\(\s*(?:being\s+|namely\s+|the\s+)*", re.IGNORECASE)


def _defined(text: str, start: int) -> PlaceFound | None:
    """The place that a term at ``start`` stands for, as in "the Operating Area", where the text says it."""
    term = _TERM.match(text, start)
    if term is None:
        return None
    place = None
    if opened := _OPENS_DEFINITION.match(text, term.end()):
        place = place_at(text, opened.end())
    name = r"\s+".join(re.escape(word) for word in term["term"].split())
    said = re.search(
        rf"\s*\(\W*(?:(?:hereinafter|called|referred|to|as)\s+)*\W*(?:the\s+)?\W*{name}\W*\)", text, re.IGNORECASE
    )
    if said and place is None:
        place = place_before(text, said.start())
    return PlaceFound(start, term.end(), place.values) if place else None


_LIVE_SHOW = re.compile(
    r"\b(?:perform\w*|broadcast\w*|stream\w*|play\w*|music|theatre|concerts?|comedy|recorded)\s+$", re.IGNORECASE
)
_RUN_BY = re.compile(r"(?<!for\sand\s)\bby\s+(?:the\s+)?$", re.IGNORECASE)
_ABROAD = frozenset(
    {
        "afghanistan", "africa", "albania", "angola", "asia", "bangladesh", "bosnia", "brazil", "burma",
        "burundi", "cambodia", "cameroon", "chad", "chernobyl", "china", "colombia", "congo", "cuba",
        "ecuador", "egypt", "eritrea", "ethiopia", "europe", "gambia", "gaza", "ghana", "guatemala", "guinea",
        "haiti", "honduras", "india", "indonesia", "iran", "iraq", "israel", "jamaica", "jordan", "kenya",
        "kosovo", "lebanon", "lesotho", "liberia", "libya", "madagascar", "malawi", "mali", "moldova",
        "mozambique", "myanmar", "namibia", "nepal", "nicaragua", "niger", "nigeria", "pakistan", "palestine",
        "peru", "philippines", "romania", "russia", "rwanda", "senegal", "serbia", "sierra", "somalia",
        "somaliland", "sudan", "syria", "tanzania", "thailand", "tibet", "togo", "turkey", "uganda",
        "ukraine", "vietnam", "yemen", "zambia", "zimbabwe",
    }
)  # fmt: skip


def _is_elsewhere(text: str, match: re.Match[str], place: PlaceFound) -> bool:
    """Whether it is the people of a country far away, of whom nobody comes, or who run it, or a show that is live."""
    words = set(place.values[0].partition(":")[2].lower().replace(",", " ").split())
    if match[0].endswith("of ") and (
        words & _ABROAD or _RUN_BY.search(text, max(0, match.start() - 24), match.start())
    ):
        return True
    return match[0].startswith("live") and bool(_LIVE_SHOW.search(text, max(0, match.start() - 24), match.start()))


def _with_nearby(text: str, match: re.Match[str], place: PlaceFound) -> PlaceFound:
    """The place with "in or near" before it where the text has that: it is more than the place."""
    where = match.groupdict().get("where")
    if not where or not _NEARBY.search(where) or not place.values[0].startswith(AreaKind.WORDS):
        return place
    start = match.start("where")
    return PlaceFound(start, place.end, (f"{AreaKind.WORDS}:{' '.join(text[start : place.end].split())}",))


def _practices(text: str) -> Iterator[Criterion]:
    for match in _GP_AFTER.finditer(text):
        if place := place_at(text, match.end()):
            yield _practice(text[match.start() : place.end], place)
    for match in _GP_BEFORE.finditer(text):
        if place := place_at(text[: match.end("place")], match.start("place")):
            yield _practice(match[0], place)


def _practice(span: str, place: PlaceFound) -> Criterion:
    return read(Field.RESIDENCY, Test.NEEDS, span, place.values, note=GP_NOTE)
