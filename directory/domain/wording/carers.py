"""Carers: whether a service is for people who look after somebody, or welcomes them beside others."""

import re

from directory.domain.eligibility.criteria import Criterion, Field, Strength, Test
from directory.domain.wording.reading import mentions, read, strength_at

_CARERS = (
    r"(?:(?:unpaid|family|informal|young|adult|parent|older|local|all|the|former"
    r"|working)\s+){0,3}(?<!/)carers?(?:['’]s?)?"
)
_FOR = re.compile(
    # "for unpaid carers", "supports young carers", "you must be a carer"
    r"\b(?:for|to|supports?|supporting|helps?|helping|benefit(?:s"
    rf"|ing)?)\s+(?P<carers>{_CARERS})(?!\s*(?:home|support\s+workers|allowance))\b"
    r"|\bmust\s+be\s+(?:a|an)\s+(?:unpaid\s+|family\s+)?carer\b"
    # "people who care for a relative", "anyone looking after a friend"
    r"|\b(?:for|supports?|helps?)\s+(?:people|those|anyone|anybody)\s+(?:who\s+(?:care|are\s+caring"
    r"|look)\s+(?:for|after)|caring\s+for|looking\s+after)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    # "and their carers", "carers welcome", "bring your carer", "carers go free"
    r"\b(?:their|your|with|with\s+a)\s+(?:\w+\s+(?:and|or|&|/)\s*)?(?:unpaid\s+|family\s+)?carers?\b"
    r"|\bcarers?\s+(?:are\s+)?(?:\w+\s+)?(?:welcome|free|go\s+free|come\s+free|get\s+in\s+free)\b"
    r"|(?:,|\band\b|&)\s*(?:family\s+)?carers\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:young\s+)?carers?['’]?s?\b(?!\s*(?:home|uk\s+ltd))", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:,|\band\b|&|/)\s*(?!their|to|for|we|help|provid|support|giv)\w+", re.IGNORECASE)


def carers_in(name: str, text: str) -> Criterion | None:
    """Whether carers are whom a service is for (`Test.NEEDS`), or are welcome beside others (`Test.ACCEPTS`)."""
    if not mentions(f"{name} {text}".lower(), ("carer", "caring for", "care for", "looking after", "look after")):
        return None
    beside = _BESIDE.search(text)
    stated = _FOR.search(text)
    if stated and (not beside or stated.start() <= beside.start()):
        if _LISTED.match(text, stated.end()):
            return read(Field.CARER, Test.ACCEPTS, stated[0], strength=Strength.WELCOMES)
        return read(Field.CARER, Test.NEEDS, stated[0], strength=strength_at(text, stated.start(), stated.end()))
    if beside:
        return read(Field.CARER, Test.ACCEPTS, beside[0].strip(" ,"), strength=Strength.WELCOMES)
    title = _TITLE.search(name)
    return read(Field.CARER, Test.NEEDS, title[0]) if title else None
