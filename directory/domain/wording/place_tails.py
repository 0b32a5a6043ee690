"""What follows the name of a place in running text: words that are part of it, and words that make it uncertain."""

import re

_NAME = r"[A-Z][\w'’-]+(?:\s+(?:(?:of|upon|on|and|the|le|&)\s+){0,2}[A-Z][\w'’-]+)*"
_KIND = (
    r"(?:(?i:ancient|ecclesiastical|civil|historic|former|metropolitan|london|royal)\s+){0,2}"
    r"(?i:county|borough|city|district|parish|island|region)\s+(?i:of)\s+"
)
_NO_NAME = (
    r"(?!(?:Partnership|Need|Hardship|Poverty|Accordance|Particular|Order|Addition|Conjunction|Association|Memory|Receipt"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
_WITHIN = re.compile(rf"\s*,?\s+(?i:in)\s+(?:the\s+)?(?:{_KIND})?{_NO_NAME}{_NAME}")
"""“in Kent”, “in the county of Wiltshire”."""
_WITHIN_SHOUTED = re.compile(rf"\s*,?\s+IN\s+(?:THE\s+)?{_KIND}(?:(?:NORTH|SOUTH|EAST|WEST|GREATER)\s+)?[A-Z][\w'’-]+")
_JOINED = re.compile(rf"\s+with\s+{_NAME}")
"""“the parish of Aston with Aughton”; after no other kind of place, for people live with illnesses too."""
_PARISH = re.compile(r"\bparish(?:es)?\b", re.IGNORECASE)
_DARWEN = re.compile(r"\s+with\s+Darwen\b", re.IGNORECASE)
_NARROWED = re.compile(
    r"\s*,?\s*(?:and\s+)?(?:particularly|especially|in\s+particular|previously\s+forming|formerly)\s+(?:in\s+)?(?:the\s+)?"
    rf"(?:area\s+of\s+)?{_NAME}"
)
"""“, particularly the area of Argyll”."""
_SURROUNDINGS = re.compile(
    r"\s*,?\s*(?:and|&|or)\s+(?:(?:the|it['’]?s|their|in|all)\s+)*(?:(?:immediate(?:ly)?|local|rural"
    r"|near(?:by)?)\s+)*(?:surrounding|surrounds|neighbou?ring|neighbou?rhoods?|adjacent|adjoining"
    r"|environs|outlying|vicinity|hinterland|districts?|nearby)(?:\s+(?:rural|local|thereof|areas?|districts?|villages?"
    r"|parish(?:es)?|towns?|countryside|communit(?:y|ies)|neighbou?rhoods?|places|and))*(?<!\sand)\b",
    re.IGNORECASE,
)
"""“and the surrounding area”: it stays with the place, for the place alone would shut out people who may come."""
_NEIGHBOURHOOD = re.compile(r"\s+neighbou?rhoods?\b", re.IGNORECASE)
_OF = re.compile(rf"(?<=(?i:parishes|villages))\s+of\s+(?:the\s+)?{_NAME}")
"""“or the neighbouring parishes of Little Snoring”."""
_UNCERTAIN = re.compile(
    r"\s*(?:,|and|or|&|/)+\s+(?:(?:the|to|in|all|of|from|a|for|those|people|if)\s+){0,3}(?:(?:rest|other|any|wider|broader)\b"
    r"|(?:else|world|over)\w*|abroad|beyond|international\w*|global\w*|throughout|across|further|such\s+other"
    r"|general\s+public|visitors\b|tourists\b|others\b|all\s+other|near(?:by|est)?\b)"
    r"|\s+(?:(?:primary|secondary|junior|infants?|high|grammar|catholic|community|residential|nursing|care|sheltered)\s+)*"
    r"(?:schools?|academy|homes?|hospitals?|parish\s+church|church|university|origin|descent|faith|heritage|background)\b"
    r"|(?<=parishes|villages)\s+of\b|\s*,?\s*(?:previously|formerly|as\s+(?:it|constituted|defined|shown|existing|now|from\s+time)|except|excluding"
    r"|other\s+than|bounded|lying|comprising|compris\w+|within\s+(?:a|\d|the)\b|or\s+within|world\s?wide|with\s+Darwen)\b",
    re.IGNORECASE,
)
"""“and the wider community”, “and worldwide”, “except the parish of”: the name before is not where people must live."""


def end_of_place(text: str, start: int, end: int, *, is_shouted: bool) -> int | None:
    """Where the place ``text[start:end]`` ends with the words that belong to it; None where it is uncertain."""
    within = _WITHIN_SHOUTED if is_shouted else _WITHIN
    for pattern in (_DARWEN, _NEIGHBOURHOOD, within, _SURROUNDINGS, _OF, _NARROWED):
        found = pattern.match(text, end)
        end = found.end() if found else end
    if not is_shouted and _PARISH.search(text, start, end) and (joined := _JOINED.match(text, end)):
        end = joined.end()
    return None if _UNCERTAIN.match(text, end) else end
