"""Crisis words in any typed sentence, misspelt too: which topics they are about, and whether a life may be in danger.

Phrases are found as they stand and, those that are strong, also a few letters off, with letters doubled, swapped or
missing, and with spaces too many or too few (`directory.domain.crisis.misspelt`).
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from directory.domain.crisis.misspelt import Misspelt
from directory.domain.crisis.phrases import Phrase, Strength, folded

EMERGENCY_TOPIC = "emergency"
MOST_WORDS = 60
"""Words of a sentence that are listened to: more than a search box takes."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What crisis words are about: topics, the plainest first, without that of danger to life, which is said apart."""

    topics: tuple[str, ...]
    is_emergency: bool


@dataclass(frozen=True, slots=True)
class _Sign:
    start: int
    end: int
    phrase: Phrase

    def is_within(self, start: int, end: int) -> bool:
        return start <= self.start and self.end <= end

    def overlaps(self, other: "_Sign") -> bool:
        return self.start < other.end and other.start < self.end


class CrisisWords:
    """All phrases, made ready once. ``ordinary`` are words that people type every day, and no slips of the finger."""

    def __init__(self, phrases: Iterable[Phrase], ordinary: Collection[str]) -> None:
        self._phrases = {phrase.words: phrase for phrase in phrases}
        self._longest = max(map(len, self._phrases), default=0)
        strong = [phrase for phrase in self._phrases.values() if phrase.strength is Strength.STRONG]
        known = {word for phrase in self._phrases.values() for word in phrase.words}
        self._misspelt = Misspelt(strong, known | set(ordinary))

    def heard(self, text: str) -> Heard | None:
        """What ``text`` says of a crisis; None where it says nothing of one. Never raises."""
        words = folded(text)[:MOST_WORDS]
        found = list(self._signs(words))
        cancelled = [sign for sign in found if sign.phrase.strength is Strength.NEVER]
        found = [sign for sign in found if not any(sign.is_within(one.start, one.end) for one in cancelled)]
        strong = [sign.phrase for sign in found if sign.phrase.strength is Strength.STRONG]
        for start, end in _between(len(words), cancelled):
            strong += self._misspelt.found_in(words[start:end])
        told = strong or _seconded(found)
        if not told:
            return None
        topics = dict.fromkeys(topic for phrase in told for topic in phrase.topics)
        is_emergency = topics.pop(EMERGENCY_TOPIC, 0) is None
        return Heard(tuple(topics), is_emergency)

    def topics_in(self, text: str) -> tuple[str, ...]:
        """The topics that ``text`` names, by any word at all; where it says what tells of a crisis, those of that."""
        heard = self.heard(text)
        if heard is not None:
            return heard.topics
        return tuple(dict.fromkeys(topic for sign in self._signs(folded(text)) for topic in sign.phrase.topics))

    def _signs(self, words: list[str]) -> Iterator[_Sign]:
        """The phrases that stand in ``words``."""
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + self._longest) + 1):
                phrase = self._phrases.get(tuple(words[start:end]))
                if phrase is not None:
                    yield _Sign(start, end, phrase)


def _between(length: int, cancelled: Iterable[_Sign]) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that are not cancelled."""
    start = 0
    for sign in sorted(cancelled, key=lambda one: one.start):
        yield start, sign.start
        start = max(start, sign.end)
    yield start, length


def _seconded(signs: Iterable[_Sign]) -> list[Phrase]:
    """What weak signs are about, where two of them share no word and are more than two names of ordinary subjects."""
    apart: list[_Sign] = []
    for sign in sorted(signs, key=lambda one: (one.start - one.end, one.start)):
        if not any(sign.overlaps(other) for other in apart):
            apart.append(sign)
    strengths = [sign.phrase.strength for sign in apart]
    is_more = Strength.WEAK in strengths or (Strength.URGENT in strengths and Strength.FAINT in strengths)
    return [sign.phrase for sign in apart if sign.phrase.topics] if len(apart) > 1 and is_more else []
