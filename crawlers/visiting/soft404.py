"""Pages that say they are missing though their status does not: they say what the site says of any address."""

import re

from crawlers.visiting.limits import SAME_TEXT, SHINGLE_WORDS
from crawlers.visiting.page import Page

_WORD = re.compile(r"\w+")


def shingles(text: str, size: int = SHINGLE_WORDS) -> frozenset[tuple[str, ...]]:
    """All runs of ``size`` words of a text, in lower case; one run of all its words where it has fewer."""
    words = _WORD.findall(text.lower())
    if len(words) < size:
        return frozenset({tuple(words)})
    return frozenset(tuple(words[start : start + size]) for start in range(len(words) - size + 1))


def likeness(one: str, other: str) -> float:
    """The Jaccard index of the shingles of two texts, 0 to 1."""
    ours, theirs = shingles(one), shingles(other)
    return len(ours & theirs) / len(ours | theirs)


def says_the_same(one: Page, other: Page) -> bool:
    """Whether two pages say the same, as the pages of one template about nothing do."""
    return likeness(one.text, other.text) >= SAME_TEXT
