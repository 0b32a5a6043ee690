"""A sorted list of words in two arrays, so that a million of them cost a reader no memory of its own."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

from index.columns.spans import Array

_REMEMBERED = 10_000
"""Answers kept, as people ask for the same words and areas again and again."""


def packed(words: Iterable[str]) -> tuple[Array, Array]:
    """The UTF-8 of ``words`` end to end, and where each begins and the last ends."""
    encoded = [word.encode() for word in words]
    offsets = np.zeros(len(encoded) + 1, dtype=np.int64)
    np.cumsum([len(word) for word in encoded], out=offsets[1:])
    return np.frombuffer(b"".join(encoded), dtype=np.uint8), offsets


class Lexicon(Sequence[bytes]):
    """Words in the order of their UTF-8, which is that of their code points; a word's number is its position."""

    def __init__(self, letters: Array, offsets: Array) -> None:
        self._letters = letters.data
        self._offsets = offsets.data
        self.number = lru_cache(maxsize=_REMEMBERED)(self._number)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, number: int) -> bytes:  # type: ignore[override]
        return bytes(self._letters[self._offsets[number] : self._offsets[number + 1]])

    def word(self, number: int) -> str:
        """The word of this number."""
        return self[number].decode()

    def _number(self, word: str) -> int | None:
        """The number of ``word``, None where it is not here."""
        key = word.encode()
        number = bisect_left(self, key)
        return number if number < len(self) and self[number] == key else None

    def beginning_with(self, start: str) -> range:
        """The numbers of the words that begin with ``start``."""
        key = start.encode()
        # 0xFF is no byte of UTF-8, so this is after every word that begins with the key.
        return range(bisect_left(self, key), bisect_left(self, key + b"\xff"))
