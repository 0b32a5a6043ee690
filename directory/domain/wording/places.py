"""The name of a place in running text: where it begins and ends, without an index of places."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from directory.domain.eligibility.criteria import AreaKind
from directory.domain.postcode import outcode_of
from directory.domain.wording.place_tails import end_of_place

_TOKEN = re.compile(r"[^\W_][\w'’&-]*\.?(?=\s|$|[,;:)(!?./])|[,&/]")
_CLAUSE_END = re.compile(r"(?<!\bSt)(?<!\bst)(?<!\bST)\.(?=\s|$)|[;:()\n!?\"“”•*]|\s[-–—]\s|\d\)")
_REACH = 140
"""How far a place and those listed with it may go, in characters."""
_CAPITALS = 0.7
"""A text with more of its letters than this in upper case says nothing by its capitals."""

_LINKS = frozenset({"of", "the", "upon", "on", "le", "under", "and", "&", "or", ",", "/", "de", "la", "next", "cum"})
"""Words inside a name or between two: never the first or last of one."""
_KINDS = frozenset(
    {
        "parish", "parishes", "county", "counties", "city", "cities", "borough", "boroughs", "town", "village",
        "villages",
        "district", "districts", "area", "areas", "region", "ward", "wards", "island", "islands", "isle",
        "ancient", "ecclesiastical",
        "civil", "metropolitan", "royal", "former", "greater", "north", "south", "east", "west", "northern",
        "southern", "eastern",
        "western", "central", "administrative", "unitary", "urban", "rural", "valley", "estate", "diocese",
        "municipality", "township",
        "hamlet", "burgh", "communities", "community", "towns",
    }
)  # fmt: skip
"""Words for kinds of place, which belong to a name in any case."""
_TAIL_KINDS = frozenset(
    {
        *("area", "areas", "district", "region", "ward", "wards", "estate", "valley", "county", "borough", "city"),
        *("island", "islands", "village", "villages", "parish", "town", "parishes", "counties"),
    }
)
"""Those of them that may end a name: "the Stevenage area"."""
_NEVER = frozenset(
    {
        # Grammar
        "a", "an", "all", "any", "are", "as", "at", "be", "been", "before", "between", "both", "but", "can", "did",
        "do", "during", "each",
        "either", "every", "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in", "into",
        "is", "it", "its", "may",
        "must", "my", "no", "not", "one", "other", "others", "our", "out", "over", "own", "per", "shall", "she",
        "should", "so", "some", "such",
        "than", "that", "their", "them", "there", "these", "they", "this", "those", "through", "to", "under",
        "until", "up", "was", "we", "were",
        "when", "where", "which", "while", "who", "whom", "whose", "will", "without", "within", "would", "you",
        "your", "being", "whether",
        "irrespective", "regardless", "together", "also", "only", "more", "most", "many", "several", "near",
        "nearby", "around", "especially",
        "particularly", "particular", "general", "including", "whilst", "since", "having", "said", "same",
        "different", "various", "certain",
        # What people live in that is no place
        "poverty", "hardship", "need", "care", "sheltered", "residential", "hostels", "hostel", "homes", "home",
        "housing", "accommodation",
        "temporary", "local", "conditions", "distress", "fear", "isolation", "deprived", "disadvantaged", "peace",
        "harmony", "supported",
        "social", "surrounding", "surrounds", "environs", "neighbourhood", "neighbouring", "vicinity", "adjacent",
        "adjoining", "hinterland", "benefit",
        "beneficial", "families", "people", "children", "persons", "young", "older", "elderly", "women", "men",
        "poor", "independent", "independently",
        "catchment", "society", "world", "country", "countries", "uncertain", "squalid", "slums", "refuge",
        "refuges", "prison", "prisons",
        # Whom people belong to that is no place
        "god", "christ", "jesus", "faith", "colour", "color", "african", "asian", "caribbean", "black", "jewish",
        "muslim", "christian",
        "islamic", "hindu", "sikh", "chinese", "bangladeshi", "pakistani", "indian", "somali", "turkish",
        "kurdish", "polish", "irish", "israel",
        "needs", "highest", "beneficiaries", "beneficiary", "charity", "company", "objects", "trustees", "members",
        "scheme", "organisation", "armed", "forces",
        "clergy", "service", "military", "navy", "naval", "army", "prisoners", "freemasons", "ministers",
        "missionaries", "officers", "parents", "school", "statutory", "pre-play",
        "secondary", "primary", "limited", "low", "high", "moderate", "similar", "like", "age", "ages", "aged",
        "religion", "race", "ethnic", "origin", "descent", "gods", "allah", "good", "great-britain's", "working",
        "means", "mixed", "localities", "locality", "premises", "properties", "dwellings", "requiring",
        "operating", "operational", "designated", "defined", "association's", "company's", "trust's", "council's",
        "necessitous", "financial", "circumstances", "individuals", "hm", "majesty's", "concert", "squats", "catholic",
        "protestant", "anglican", "orthodox", "arab", "greek", "cypriot", "italian", "portuguese", "spanish",
        "vietnamese", "tamil", "afghan", "iranian", "eritrean", "nigerian", "ghanaian", "ukrainian", "european",
        "afro-caribbean", "african-caribbean", "bame",
    }
)  # fmt: skip
"""Words that no name of a place has; written in lower case."""
_DEEDS = frozenset(
    {
        *(
            *("access", "advice", "relieve", "relief", "promote", "provide", "provision", "advance"),
            *("advancement", "support"),
        ),
        *(
            *("help", "assist", "improve", "education", "educational", "health", "welfare", "recreation"),
            *("leisure", "grants"),
        ),
        *("facilities", "services", "service", "offering", "providing", "living", "objects", "activities", "tenants"),
        *("advancing", "promoting", "relieving", "public", "charitable", "training", "work", "suffering", "sickness"),
    }
)
"""Words that go on after the place in a text that is all capitals."""
_BUILDINGS = frozenset(
    {
        "almshouse", "almshouses", "home", "homes", "house", "hospital", "hospice", "court", "school", "college",
        "prison", "lodge", "trust",
        "association", "society", "charity", "hostel", "centre", "church", "foundation", "limited", "ltd", "hall",
        "council", "flats",
    }
)  # fmt: skip
"""Where a name ends with one of these people live in a building, or belong to an organization."""
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS_AND_DAYS = frozenset({*_MONTHS, "december", *_DAYS, *(f"{day}s" for day in _DAYS)})
_NOT_NAMES = _NEVER | _DEEDS | _MONTHS_AND_DAYS | _LINKS


class PlaceFound(NamedTuple):
    """A place or several, and where in the text: ``values`` as a residency has them."""

    start: int
    end: int
    values: tuple[str, ...]


class _Word(NamedTuple):
    start: int
    end: int
    text: str


def place_at(text: str, start: int) -> PlaceFound | None:
    """The place whose name begins at ``start``, with "the" or "parish of" before it or not; None if there is none."""
    stretch = text[start : start + _REACH]
    clause_end = _CLAUSE_END.search(stretch)
    stretch = stretch[: clause_end.start()] if clause_end else stretch
    words = [_Word(start + match.start(), start + match.end(), match[0]) for match in _TOKEN.finditer(stretch)]
    taken = _taken(words, _is_shouted(text))
    is_home = len(words) > len(taken) and words[len(taken)].text.lower() in _HOMES
    return None if is_home or not taken else _place(text, taken)


_AROUND_HERE = re.compile(
    r"(?:the\s+)?(?P<here>(?:town|village|parish|city|borough|district|county|island|area)"
    r"\s*,?\s+(?:and|or)\s+(?:(?:the|its|in|all)\s+)*(?:(?:immediate|local|rural)\s+)*surrounding"
    r"\s+(?:areas?|districts?|villages?|countryside|parish(?:es)?|communit(?:y|ies)))\b",
    re.IGNORECASE,
)


def area_here(text: str, start: int) -> PlaceFound | None:
    """The words at ``start`` for a place that the text does not name again, as in "the town and surrounding areas"."""
    match = _AROUND_HERE.match(text, start)
    if match is None:
        return None
    return PlaceFound(match.start("here"), match.end(), (f"{AreaKind.WORDS}:{' '.join(match['here'].split())}",))


def place_before(text: str, end: int) -> PlaceFound | None:
    """The place whose name ends at ``end``, in capitals: "Wallsend" of "Wallsend residents"."""
    if _is_shouted(text):
        return None
    words: list[_Word] = []
    for match in reversed(list(_TOKEN.finditer(text, max(0, end - _REACH_BACK), end))):
        word = _Word(match.start(), match.end(), match[0])
        is_apart = bool(words) and text[word.end : words[0].start].strip() != ""
        is_within = bool(words) and word.text in _WITHIN_NAMES
        if is_apart or not (is_within or _is_name(word.text, False)):
            break
        words.insert(0, word)
    while words and (words[0].text in _WITHIN_NAMES or _opens(text, words[0])):
        words.pop(0)
    is_capital_only = len(words) == 1 and _begins_sentence(text, words[0].start)  # "Disabled residents may come"
    return _place(text, words) if words and not is_capital_only else None


_REACH_BACK = 60
_WITHIN_NAMES = frozenset({"of", "upon", "on", "le", "under", "and", "&"})
_HOMES = frozenset({"care", "nursing", "residential", "sheltered", "supported", "housing"})
"""After a name, in capitals or not: it is the name of a home."""
_OPENERS = frozenset(
    {
        *("all", "the", "for", "local", "some", "new", "many", "our", "most", "supporting", "helping", "providing"),
        *("encouraging", "assisting", "enabling", "bringing", "empowering", "connecting", "representing", "engaging"),
    }
)


def _opens(text: str, word: _Word) -> bool:
    """Whether a word is a capital only because a sentence begins with it."""
    return word.text.lower() in _OPENERS and _begins_sentence(text, word.start)


def _begins_sentence(text: str, start: int) -> bool:
    head = text[:start].rstrip()
    return not head or head[-1] in ".!?:;"


def _is_shouted(text: str) -> bool:
    letters = [character for character in text[:400] if character.isalpha()]
    return sum(character.isupper() for character in letters) > _CAPITALS * max(1, len(letters))


def _is_name(word: str, is_shouted: bool) -> bool:
    lowered = word.lower().rstrip(".")
    if lowered in _NOT_NAMES:
        return False
    return bool(word[:1].isupper()) or (is_shouted and word[:1].isalnum()) or _is_outcode(word)


def _is_outcode(word: str) -> bool:
    return word.upper() == word and any(c.isdigit() for c in word) and outcode_of(word) is not None


def _taken(words: list[_Word], is_shouted: bool) -> list[_Word]:
    """The words from the first that belong to a name of a place, without links at the end."""
    last, has_name = 0, False
    for count, word in enumerate(words, 1):
        lowered = word.text.lower()
        if _is_name(word.text, is_shouted) and not (is_shouted and lowered in _KINDS):
            has_name, last = True, count
        elif lowered in _KINDS:
            last = count if has_name and lowered in _TAIL_KINDS and _follows_name(words, count - 1) else last
        elif lowered not in _LINKS:
            break
        if is_shouted and last == count and _goes_on(words, count):
            break
    return words[:last] if has_name and any(word.text.lower() not in _KINDS | _LINKS for word in words[:last]) else []


def _goes_on(words: list[_Word], count: int) -> bool:
    """Whether the next word of a text in capitals is a verb, as in "RESIDENTS OF WHITBY REQUIRING CARE"."""
    return (
        count < len(words) and words[count].text.endswith(("ING", "ED")) and words[count - 1].text.lower() not in _LINKS
    )


def _follows_name(words: list[_Word], index: int) -> bool:
    return index > 0 and words[index - 1].text.lower() not in _LINKS | _KINDS


def _place(text: str, words: list[_Word]) -> PlaceFound | None:
    while words and words[0].text.lower() in {"the", ",", "and", "or", "&", "/"}:
        words = words[1:]
    if not words or words[-1].text.lower().rstrip(".") in _BUILDINGS:
        return None
    start, end = words[0].start, words[-1].end
    outcodes = tuple(_outcodes(words))
    if outcodes:
        return PlaceFound(start, end, outcodes)
    whole = end_of_place(text, start, end, is_shouted=_is_shouted(text))
    if whole is None:
        return None
    end = whole
    name = " ".join(text[start:end].split()).rstrip(".,")
    return PlaceFound(start, end, (f"{AreaKind.WORDS}:{name}",)) if len(name) > 1 else None


def _outcodes(words: list[_Word]) -> Iterator[str]:
    for word in words:
        if _is_outcode(word.text.rstrip(".")):
            yield f"{AreaKind.POSTCODE}:{word.text.rstrip('.').upper()}"
