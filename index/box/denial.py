"""Finds what the box rules out: "not in the evenings", "any day but Tuesday", "no wheelchair access needed"."""

import re
from typing import NamedTuple

_REACH = 60
"""How far before a word, in characters, its denial may begin."""
_NOT = (
    r"(?:(?<!if )not|no|never|(?:ca|do|does|wo|is|are|need|could|would)n['’]?t|can ?not|unable|avoid(?:ing)?|without)"
)
_BUT = r"(?:except|excluding|bar|apart from|other than)"
_FILLERS = (
    r"(?:\s+(?:do|make|manage|come|attend|want|needs?|like|require|bothered|about|available|free|open|necessarily"
    r"|(?:have|has) to|to|be|in|at|on|for|during|any|the|an?|every|each|this|next|near|around|with))*"
)
_BEFORE = re.compile(
    r"(?<![\w'’-])(?:(?:but|i|we|im|i['’]m|i am|am|is|it|she|he|does|do)\s+)*"
    rf"(?:(?:any|every|all)\s?(?:days?|time|week|where)\s+(?:but(?:\s+not)?|{_BUT})"
    rf"|(?:(?<=evening )|(?<=morning )|(?<=afternoon ))but|{_BUT}|{_NOT})"
    rf"{_FILLERS}(?P<only>\s+(?:only|just)(?:\s+(?:on|in|at|for|the))*)?\s+$"
)
_AFTER = re.compile(
    r"\s+(?:(?:is|are|do|does|would|will)\s+)?(?:not|no|(?:is|are|do|does|wo|ca)n['’]?t)\s+(?:be\s+)?(?:really\s+)?"
    r"(?:good|possible|an option|work|suit(?: me)?|suitable|convenient|ok|needed|required|necessary|essential"
    r"|important|wanted)\b"
)
_TAIL = re.compile(r"\s+(?:is\s+|are\s+)?(?:needed|required|necessary|wanted)\b")


class Denial(NamedTuple):
    """Where the words that rule something out begin and end, with what they rule out between them.

    ``only`` is where they rule out no more than that it is all: "not only mornings".
    """

    start: int
    end: int
    only: bool


def find_denial(lower: str, start: int, end: int) -> Denial | None:
    """Whether the words from ``start`` to before ``end`` are ruled out, by what stands before or behind them."""
    begin = max(0, start - _REACH)
    if begin:
        begin = lower.find(" ", begin, start) + 1 or start
    before = _BEFORE.search(lower[:start], begin)
    after = _AFTER.match(lower, end)
    if before is None and after is None:
        return None
    tail = after or _TAIL.match(lower, end)
    past = tail.end() if tail else end
    return Denial(before.start() if before else start, past, bool(before and before["only"]))
