"""Carers: whether a service is for people who look after somebody, or welcomes them beside others."""

import re

from directory.domain.eligibility.criteria import Criterion, Field, Strength, Test
from directory.domain.wording.reading import is_denied, mentions, read, strength_at

_CARERS = (
    r"(?:(?:unpaid|family|informal|young|adult|parent|older|local|all|the|former"
    r"|working)\s+){0,3}(?<!/)carers?(?:['’]s?)?"
)
_MUST = re.compile(r"\b(?:must|need\s+to|have\s+to)\s+be\s+(?:an?\s+)?(?:unpaid\s+|family\s+)?carers?\b", re.IGNORECASE)
_FOR = re.compile(
    # "for unpaid carers", "supports young carers"
    r"\b(?:for|to|supports?|supporting|helps?|helping|benefit(?:s"
    rf"|ing)?)\s+(?P<carers>{_CARERS})(?!\s*(?:home|support\s+workers|allowance))\b"
    # "people who care for a relative", "anyone looking after a friend"
    r"|\b(?:for|supports?|helps?)\s+(?:people|those|anyone|anybody)\s+(?:who\s+(?:care|are\s+caring"
    r"|look)\s+(?:for|after)|caring\s+for|looking\s+after)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    # somebody else is served; "the people they care for" are the carers' own
    r"\b(?:(?:people|persons?|those|anyone|anybody|individuals)(?!\s+(?:who\s+|that\s+)?(?:they|you|are\s+car|car(?:e|ing)\b"
    r"|look))|adults|children|everyone|everybody|all|families|parents|patients|men|women|seniors|pensioners|residents"
    r"|members|clients|(?:the|local)\s+community|the\s+public|students|survivors|sufferers|older|elderly|disabled|young(?!"
    r"\s+(?:adult\s+)?carer))\b(?!\s+(?:\w+\s+)?carers?\b)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    # "and their carers", "carers welcome", "bring your carer", "carers go free"
    r"\b(?:their|your|with|with\s+a)\s+(?:\w+\s+(?:and|or|&|/)\s*)?(?:unpaid\s+|family\s+)?carers?\b"
    r"|\bcarers?\s+(?:are\s+)?(?:(?!not\b)\w+\s+)?(?:welcome|free|go\s+free|come\s+free|get\s+in\s+free)\b"
    r"|(?:,|\band\b|&)\s*(?:family\s+)?carers\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:young\s+)?carers?['’]?s?\b(?!\s*(?:home|uk\s+ltd))", re.IGNORECASE)
_CARED_FOR = re.compile(
    r"\s+(?:of|(?:who\s+(?:are\s+)?)?(?:car(?:e|ing)|look(?:ing)?)\s+(?:for|after))\b(?:(?!\s+and\b)[^.,;:!?\n])*",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(r"\b(?:not|n['’]t)\s+(?:only|just|exclusively|solely)\s+$", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:only|exclusively|solely|purely)\s+$", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:,|\band\b|&|/)\s*(?!their|to|for|we|help|provid|support|giv)\w+", re.IGNORECASE)


def carers_in(name: str, text: str) -> Criterion | None:
    """Whether carers are whom a service is for (`Test.NEEDS`), or are welcome beside others (`Test.ACCEPTS`).

    Only its title, "must be a carer", or that it speaks of nobody else, says that it is for carers alone.
    """
    if not mentions(f"{name} {text}".lower(), ("carer", "caring for", "care for", "looking after", "look after")):
        return None
    if must := _stated(_MUST, text):
        return read(Field.CARER, Test.NEEDS, must[0])
    beside = _stated(_BESIDE, text)
    stated = _stated(_FOR, text)
    if stated and (not beside or stated.start() <= beside.start()):
        if _is_for_them_alone(name, text, stated):
            return read(Field.CARER, Test.NEEDS, stated[0], strength=strength_at(text, stated.start(), stated.end()))
        return read(Field.CARER, Test.ACCEPTS, stated[0], strength=Strength.WELCOMES)
    if beside:
        return read(Field.CARER, Test.ACCEPTS, beside[0].strip(" ,"), strength=Strength.WELCOMES)
    title = _in_title(name)
    return read(Field.CARER, Test.NEEDS, title[0]) if title else None


def _stated(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next((match for match in pattern.finditer(text) if not is_denied(text, match.start(), match.end())), None)


def _is_for_them_alone(name: str, text: str, stated: re.Match[str]) -> bool:
    if _NOT_ONLY.search(text, max(0, stated.start() - 20), stated.start()) or _LISTED.match(text, stated.end()):
        return False
    if _in_title(name) or _ONLY.search(text, max(0, stated.start() - 16), stated.start()):
        return True
    cared_for = _CARED_FOR.match(text, stated.end())
    around = (name, text[: stated.start()], text[cared_for.end() if cared_for else stated.end() :])
    return not any(_OTHERS.search(words) for words in around)


def _in_title(name: str) -> re.Match[str] | None:
    """The carers of a title that names nobody else."""
    return None if _OTHERS.search(name) or _BESIDE.search(name) else _TITLE.search(name)
