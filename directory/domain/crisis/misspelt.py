"""Finds phrases that were typed with slips of the finger or of the ear, in well under a millisecond.

Each phrase is looked up by its rarest words, by two words run into one, and by all its letters without spaces, in every
spelling that lacks one letter: two spellings one slip apart always share one. What is found is then compared letter by
letter.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from rapidfuzz.distance import OSA

from directory.domain.crisis.phrases import Phrase

_SHORTEST = 5
"""Letters of the shortest phrase that is looked for misspelt: too many other words are a slip away from less."""

_LEAST_ANCHOR = 3
_ANCHORS = 3
"""Letters of the shortest words that a phrase of several is looked up by, and how many: each may be misspelt."""

_LEAST_PAIR = 6
"""Letters of the shortest two words run into one that a phrase is looked up by."""

_LEAST_LACKING = 4
"""Letters of the shortest word that may lack one of them."""

_CERTAIN = 12
"""Letters of a phrase so long that one slip in it is one even where it makes another word."""

_SHORT_WORD = 7
"""Of a single word with fewer letters only a slip of the finger is taken: no letter may stand for another."""

_SLIPS = ((20, 3), (12, 2), (_SHORTEST, 1))
"""How many slips a phrase of so many letters and more may hold."""

_Handle = tuple[int, int | None]
"""The number of a phrase, and which of its words it was looked up by, None where by all."""


class Misspelt:
    """Finds misspelt ``phrases``. Where all words typed are ``known`` ones, nothing was misspelt."""

    def __init__(self, phrases: Iterable[Phrase], known: Collection[str]) -> None:
        self._known = frozenset(known)
        self._phrases = [phrase for phrase in phrases if len(phrase.joined) >= _SHORTEST]
        self._slips = [_slips_in(len(phrase.joined)) for phrase in self._phrases]
        self._by_spelling: dict[str, list[_Handle]] = {}
        common = Counter(word for phrase in self._phrases for word in phrase.words)
        for number, phrase in enumerate(self._phrases):
            for word, at in _handles(phrase, common):
                for spelling in _lacking_one(word):
                    self._by_spelling.setdefault(spelling, []).append((number, at))

    def found_in(self, words: Sequence[str]) -> list[Phrase]:
        """The phrases that ``words``, which are folded, hold a little misspelt."""
        candidates = dict.fromkeys(self._candidates(words))
        found = {number for number, first, end in candidates if self._is_like(number, words[first:end])}
        return [self._phrases[number] for number in sorted(found)]

    def _candidates(self, words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """The phrases that may stand in ``words``, and from where to where: of about the right length."""
        letters_before = [0, *accumulate(map(len, words))]
        for start, length, letters in _units(words):
            for spelling in _lacking_one(letters):
                for number, anchor in self._by_spelling.get(spelling, ()):
                    phrase, slips = self._phrases[number], self._slips[number]
                    least, most = len(phrase.joined) - slips, len(phrase.joined) + slips
                    for first, end in _stretches(len(words), start, length, anchor, len(phrase.words)):
                        if least <= letters_before[end] - letters_before[first] <= most:
                            yield number, first, end

    def _is_like(self, number: int, window: Sequence[str]) -> bool:
        """Whether ``window`` is a phrase with few enough slips, and not words that mean something else."""
        phrase, allowed, letters = self._phrases[number], self._slips[number], "".join(window)
        slips = OSA.distance(phrase.joined, letters, score_cutoff=allowed)
        if slips > allowed or (slips and self._means_something_else(phrase, window, slips)):
            return False
        if len(phrase.words) > 1 or not slips:
            return True
        if len(phrase.joined) < _SHORT_WORD:
            return letters[0] == phrase.joined[0] and _is_slip_of_the_finger(phrase.joined, letters)
        return letters[0] == phrase.joined[0] or letters[:2] == phrase.joined[1::-1]

    def _means_something_else(self, phrase: Phrase, window: Sequence[str], slips: int) -> bool:
        """Whether all words of ``window`` are known ones, and the phrase too short to be heard through them."""
        is_certain = slips == 1 and len(phrase.joined) >= _CERTAIN and len(phrase.words) > 2
        return not is_certain and all(word in self._known or any(map(str.isdigit, word)) for word in window)


def _slips_in(letters: int) -> int:
    return next(slips for least, slips in _SLIPS if letters >= least)


def _handles(phrase: Phrase, common: Mapping[str, int]) -> Iterator[tuple[str, int | None]]:
    """What a phrase is looked up by: its letters, its rarest words, and two words run into one, with their places."""
    words = phrase.words
    yield phrase.joined, None
    if len(words) > 1:
        places = sorted(range(len(words)), key=lambda at: (common[words[at]], -len(words[at])))
        yield from ((words[at], at) for at in places[:_ANCHORS] if len(words[at]) >= _LEAST_ANCHOR)
    if len(words) > 2:
        pairs = ((at, one + other) for at, (one, other) in enumerate(pairwise(words)))
        yield from ((pair, at) for at, pair in pairs if len(pair) >= _LEAST_PAIR)


def _units(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Each word and each two that stand together, which may be one cut in two: first place, how many, letters."""
    for start, word in enumerate(words):
        yield start, 1, word
        if start + 1 < len(words):
            yield start, 2, word + words[start + 1]


def _stretches(count: int, start: int, length: int, anchor: int | None, size: int) -> Iterator[tuple[int, int]]:
    """From where to where, of ``count`` words, a phrase of ``size`` may stand, one word more or less, whose word
    ``anchor`` is at ``start``; where that is None, its ``length`` words."""
    if anchor is None:
        yield start, start + length
        return
    for first in range(max(0, start - anchor - 1), start - max(0, anchor - 1) + 1):
        for end in range(max(start + length, first + size - 1), min(count, first + size + 1) + 1):
            yield first, end


def _lacking_one(word: str) -> list[str]:
    """``word`` and, of all but the shortest, every spelling of it that lacks one letter."""
    if len(word) < _LEAST_LACKING:
        return [word]
    return [word, *{word[:at] + word[at + 1 :] for at in range(len(word))}]


def _is_slip_of_the_finger(right: str, typed: str) -> bool:
    """Whether one letter is missing, doubled, or swapped with the next."""
    if len(typed) == len(right):
        return sorted(typed) == sorted(right)
    if len(typed) < len(right):
        return True
    return any(typed[:at] + typed[at + 1 :] == right and typed[at] == typed[at - 1] for at in range(1, len(typed)))
