"""Puts together what is left of a box: the need, without the words that only joined it to what was taken out."""

import re

from index.box.lists import Lists
from index.box.text import GAP, KEPT, Remaining

_PIECES = re.compile(f"[^{GAP}]+")
_WORDS = re.compile(r"\S+")
_LETTER = re.compile(rf"[^\W_]|{KEPT}")
_JOINTS = ",.;:-–—/&+()"
_OPEN = ",.;:-–—/&+!?)"
_CLOSE = ",;:-–—/&+("

Span = tuple[int, int]


def need_of(remaining: Remaining, lists: Lists) -> str:
    """What is left in one line."""
    lower, text = remaining.lower, remaining.text
    if GAP not in lower:
        return " ".join(text.split())
    pieces = []
    for piece in _PIECES.finditer(lower):
        words = [match.span() for match in _WORDS.finditer(lower, *piece.span())]
        words = _trimmed(lower, words, lists, first=piece.start() == 0, last=piece.end() == len(lower))
        if words:
            pieces.append(_without_joints(text, words[0][0], words[-1][1]))
    return " ".join(" ".join(pieces).split())


def _trimmed(lower: str, words: list[Span], lists: Lists, *, first: bool, last: bool) -> list[Span]:
    """The words of a piece without those that hang loose at its ends, where something was taken out."""
    plain = [lower[start:end].strip(_JOINTS + "!?") for start, end in words]
    if all(word in lists.between or not _LETTER.search(word) for word in plain):
        return []
    begin, end = 0, len(words)
    while not first and (plain[begin] in lists.leading or not _LETTER.search(plain[begin])):
        begin += 1
    while not last and end > begin and (plain[end - 1] in lists.trailing or not _LETTER.search(plain[end - 1])):
        end -= 1
    return words[begin:end]


def _without_joints(text: str, start: int, end: int) -> str:
    """A piece without the punctuation at its ends; brackets that are both there stay."""
    piece = text[start:end]
    return piece.lstrip(_OPEN).rstrip(_CLOSE) if "(" not in piece or ")" not in piece else piece.strip(",;:/")
