"""Shows where a text matched: the part of it around the first match, with the words that match told apart."""

import re
from collections.abc import Collection, Iterable, Mapping

from index.expression import Word
from index.limits import HIGHLIGHT_LENGTH

Marked = tuple[tuple[str, bool], ...]
"""Pieces of text in their order, and whether each is a word that matches."""


class Marker:
    """Marks words with one of ``stems``; made once for all the texts of a page of results."""

    def __init__(self, token: re.Pattern[str], words: Mapping[str, Word | None], stems: Collection[str]) -> None:
        self._token, self._words, self._stems = token, words, stems
        self._beginnings = {stem[: max(2, len(stem) - 1)] for stem in stems}

    def __call__(self, text: str) -> Marked:
        """``text``, cut to a readable length around its first match; nothing when nothing matches."""
        spans = self._spans(text)
        if not spans:
            return ()
        begin, end = _window(text, spans[0][0])
        pieces: list[tuple[str, bool]] = [("… " if begin else "", False)]
        at = begin
        for start, stop in spans:
            if stop > end:
                break
            pieces += ((text[at:start], False), (text[start:stop], True))
            at = stop
        pieces.append((text[at:end] + (" …" if end < len(text) else ""), False))
        return tuple([piece for piece in pieces if piece[0]])

    def _spans(self, text: str) -> list[tuple[int, int]]:
        """Where the words are.

        Words of one stem nearly always begin as it does, so those places are looked at first; only if none of them
        holds a word of the stem is the whole text cut into words, which takes ten times as long.
        """
        lowered = text.lower()
        matches = []
        for beginning in self._beginnings:
            at = lowered.find(beginning)
            while at >= 0:
                if not lowered[at - 1 : at].isalnum() and (match := self._token.match(text, at)):
                    matches.append(match)
                at = lowered.find(beginning, at + 1)
        return self._of_stems(matches) or self._of_stems(self._token.finditer(text))

    def _of_stems(self, matches: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
        words, stems = self._words, self._stems
        return sorted({match.span() for match in matches if (word := words[match[0]]) and word.stem in stems})


def _window(text: str, first: int) -> tuple[int, int]:
    """Where to cut a long text so that what begins at ``first`` stands early in it and no word is cut."""
    if len(text) <= HIGHLIGHT_LENGTH:
        return 0, len(text)
    begin = max(0, min(first - HIGHLIGHT_LENGTH // 4, len(text) - HIGHLIGHT_LENGTH))
    if begin:
        begin = text.rfind(" ", 0, begin) + 1
    end = min(begin + HIGHLIGHT_LENGTH, len(text))
    if end < len(text):
        space = text.rfind(" ", first, end)
        end = space if space > first else end
    return begin, end
