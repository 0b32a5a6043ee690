"""A box while it is being split: the text that is left, and what was taken out of it with its meaning."""

import re
from typing import NamedTuple

GAP = "\ue000"
"""Stands in the text for each character that was taken out."""
KEPT = "\ue001"
"""Stands for each character that no rule may look at, and that stays in the need."""
_TOKEN = re.compile(r"[^\W_]+(?:['’‘`][^\W_]+)*|&")
_APOSTROPHES = frozenset("'’‘`")
_NO_APOSTROPHES = str.maketrans("", "", "'’‘`")
_ODD_SPACES = re.compile(r"\s")
_FROM = re.compile(r"\b(?:of|from|around)$")
_INSIDE_NAMES = frozenset(" -.'’/")


class Token(NamedTuple):
    """A word in lower case without apostrophes, and where it stands."""

    word: str
    start: int
    end: int


class Taken(NamedTuple):
    """A stretch of the text that was understood: the field and the words for its chip."""

    start: int
    end: int
    field: str
    label: str


class Remaining:
    """The text with what was understood blanked out in ``lower``; every character keeps its place.

    ``whole`` is in lower case as well, with nothing blanked out.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = _ODD_SPACES.sub(" ", _lowered(text)).replace(GAP, " ").replace(KEPT, " ")
        self.whole = self.lower
        self.taken: list[Taken] = []
        self._has_apostrophes = not _APOSTROPHES.isdisjoint(text)

    def tokens(self) -> list[Token]:
        """The words that are left."""
        found = [Token(match[0], *match.span()) for match in _TOKEN.finditer(self.lower)]
        if self._has_apostrophes:
            return [token._replace(word=token.word.translate(_NO_APOSTROPHES)) for token in found]
        return found

    def take(self, start: int, end: int, field: str, label: str) -> None:
        """Take a stretch out, as what it was understood to mean."""
        self.taken.append(Taken(start, end, field, label))
        self._blank(start, end, GAP)

    def note(self, start: int, end: int, field: str, label: str) -> None:
        """Record what a stretch means, and leave it in the need."""
        self.taken.append(Taken(start, end, field, label))
        self._blank(start, end, KEPT)

    def keep(self, start: int, end: int) -> None:
        """Let no rule look at a stretch; it stays in the need."""
        self._blank(start, end, KEPT)

    def drop(self, start: int, end: int) -> None:
        """Take a stretch out that says nothing, or what another rule has recorded."""
        self._blank(start, end, GAP)

    def extended(self, start: int, words: frozenset[str]) -> int:
        """``start``, moved before those of ``words`` that stand right before it."""
        while start > 0 and self.lower[start - 1] == " ":
            before = self.lower[:start].rstrip(" ")
            word = before[before.rfind(" ") + 1 :]
            if word not in words:
                break
            start = len(before) - len(word)
        return start

    def touch(self, first: Token, second: Token) -> bool:
        """Whether two words can be parts of one name: nothing but spaces, hyphens and full stops is between them."""
        return _INSIDE_NAMES.issuperset(self.lower[first.end : second.start])

    def is_gap(self, place: int) -> bool:
        """Whether what stood at ``place`` was taken out."""
        return self.lower[place] == GAP

    def without(self, field: str, label: str) -> str:
        """The whole text but for what was understood as this; "within a mile of" goes with its place."""
        letters = list(self.text)
        gone = [taken for taken in self.taken if (taken.field, taken.label) == (field, label)]
        for taken in [*gone, *self._leading_to(gone)]:
            letters[taken.start : taken.end] = " " * (taken.end - taken.start)
        return " ".join("".join(letters).split())

    def _leading_to(self, places: list[Taken]) -> list[Taken]:
        """Each radius that says from where it counts, and that right before one of ``places``."""
        starts = {len(self.text[: place.start].rstrip()) for place in places if place.field in ("place", "near_me")}
        return [
            taken
            for taken in self.taken
            if taken.field == "within_m" and taken.end in starts and _FROM.search(self.lower_of(taken))
        ]

    def lower_of(self, taken: Taken) -> str:
        """The words of a stretch that was taken out."""
        return self.whole[taken.start : taken.end]

    def _blank(self, start: int, end: int, mark: str) -> None:
        self.lower = self.lower[:start] + mark * (end - start) + self.lower[end:]


def _lowered(text: str) -> str:
    """``text`` in lower case, every letter in its place: some letters become two, and are left as they are."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
