"""Numbers of charities in the text of a page: "registered charity no. 1122334", SC012345, NIC100123."""

import re
from collections.abc import Iterator

from directory.domain.identifiers import Identifier, charity_identifier

_BARE = re.compile(
    r"(?<![0-9A-Za-z£$€])(?<![0-9][ .,-])(?:[0-9]{6,7}|[0-9]{3} [0-9]{3}|[0-9][ ,][0-9]{3}[ ,][0-9]{3})"
    r"(?![0-9A-Za-z]|[ .,-][0-9])"
)
_LETTERED = re.compile(r"(?<![0-9A-Za-z])(?:SC ?[0-9]{6}|NIC ?[0-9]{6})(?![0-9A-Za-z])", re.IGNORECASE)
_CHARITY = re.compile(r"\b(?:charity|charities|elusen(?:\s+gofrestredig)?)(?![A-Za-z])", re.IGNORECASE)
_COMPANY = re.compile(r"\b(?:company|companies|guarantee)\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:[\s:;,.#()\[\]/&|–-]|\b(?:nos?|numbers?|num|reg|regd|registered|registration|register|commission|in|england|wales"
    r"|scotland|northern|ireland|and|with|the|of|is|our|uk|ref|reference|rhif|oscr|ccni|(?:SC|NIC)? ?[0-9]{6,7})\b)*+",
    re.IGNORECASE,
)
"""What may stand between "charity" and its number: with other words between, the number may be of anything."""

_WITHIN = 100
"""Characters in which that is looked for: "charity registered in England and Wales (1122334) and Scotland (SC…)"."""


def charity_numbers_in(text: str) -> Iterator[tuple[Identifier, int, int]]:
    """The charity numbers in ``text``, and from where to where each stands.

    A number counts after the word "charity". Without it one with letters counts if it begins with NIC, or with SC0 and
    no word of a company near before it: Scottish companies have numbers of the same form.
    """
    for match in _BARE.finditer(text):
        if _is_called_a_charitys(text, match.start()):
            yield _identifier(match[0]), match.start(), match.end()
    for match in _LETTERED.finditer(text):
        before = text[max(0, match.start() - _WITHIN) : match.start()]
        speaks_for_itself = match[0].upper().startswith(("NIC", "SC0")) and not _COMPANY.search(before)
        if speaks_for_itself or _is_called_a_charitys(text, match.start()):
            yield _identifier(match[0]), match.start(), match.end()


def _is_called_a_charitys(text: str, start: int) -> bool:
    words = list(_CHARITY.finditer(text, max(0, start - _WITHIN), start))
    return bool(words) and _BETWEEN.fullmatch(text, words[-1].end(), start) is not None


def _identifier(written: str) -> Identifier:
    return charity_identifier(re.sub(r"[ ,]", "", written))
