"""Finds signs of needs in texts: cues compiled to runs of numbered words, so that a text costs microseconds.

Cues are compared word for word, with plurals folded and nothing else: a stemmer would take a cave for caving, and would
read adults with learning disabilities as adult learning once stop words are left out.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from index.language import Language
from index.limits import IN_NAME, LEAST_STRENGTH, MOST_NEEDS, REMEMBERED_WORDS
from index.needs.taxonomy import Category, Need, Taxonomy

PREFIX = "need:"
"""Begins the stem that stands for a need in the lexicon; no word of any text has a colon."""

_UNUSED = -1
_STATED = -1
"""Stands for a cue where a category states the need."""


class Sign(NamedTuple):
    """A cue that stands in a text: the number of its need, the cue's own number, and its weight."""

    need: int
    cue: int
    weight: float


class _Beginning:
    """The cues that begin with one word: it alone, or followed by others, which are looked up by the second word."""

    def __init__(self) -> None:
        self.alone: list[Sign] = []
        self.followed: dict[int, list[tuple[list[int], Sign]]] = {}


class _Words(dict[str, int]):
    """The number of each word of the cues, whatever its case and number; asking for a new token works it out."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._numbers: dict[str, int] = {}

    def number(self, token: str) -> int:
        """The number of a cue's word."""
        return self._numbers.setdefault(singular(self._language.folded(token)), len(self._numbers))

    def __missing__(self, token: str) -> int:
        if len(self) >= REMEMBERED_WORDS:
            self.clear()
        number = self[token] = self._numbers.get(singular(self._language.folded(token)), _UNUSED)
        return number


def singular(word: str) -> str:
    """``word`` without the ending of its plural: clubs, churches and families are club, church and family."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


class Signs:
    """The cues of a taxonomy, and the stems that stand for its needs, which lexicons begin from: see `stems`."""

    def __init__(self, taxonomy: Taxonomy, language: Language) -> None:
        self.taxonomy = taxonomy
        self._needs = list(taxonomy.needs.values())
        number_of = {need.id: number for number, need in enumerate(self._needs)}
        self.stems = {PREFIX + need: number for need, number in number_of.items()}
        self._words = _Words(language)
        self._beginnings: dict[int, _Beginning] = {}
        signs: dict[tuple[int, ...], Sign] = {}
        for number, cue in enumerate(taxonomy.cues):
            need = number_of[cue.need]
            words = [self._words.number(token) for token in language.tokens(cue.words)]
            # "Pet" and "pets" are one cue: whoever wrote both meant the stronger.
            known = signs.get((need, *words))
            if words and (known is None or known.weight < cue.weight):
                signs[need, *words] = Sign(need, number, cue.weight)
        for (_, *words), sign in signs.items():
            self._add(words, sign)
        self._mapped = {category: [number_of[need] for need in needs] for category, needs in taxonomy.mapped.items()}

    def _add(self, words: list[int], sign: Sign) -> None:
        beginning = self._beginnings.setdefault(words[0], _Beginning())
        if len(words) == 1:
            beginning.alone.append(sign)
        else:
            beginning.followed.setdefault(words[1], []).append((words[2:], sign))

    def need(self, number: int) -> Need:
        """The need of this number."""
        return self._needs[number]

    def in_name(self, tokens: Sequence[str]) -> list[Sign]:
        """The signs in a name that was cut into ``tokens``: what stands in a name is seldom said in passing."""
        return [sign._replace(weight=sign.weight * IN_NAME) for sign in self.in_tokens(tokens)]

    def in_tokens(self, tokens: Sequence[str]) -> list[Sign]:
        """The signs in a text that was cut into ``tokens``."""
        words = [*map(self._words.__getitem__, tokens), _UNUSED]
        beginnings, found = self._beginnings, []
        for at, word in enumerate(words):
            if word in beginnings:
                beginning = beginnings[word]
                found += beginning.alone
                for rest, sign in beginning.followed.get(words[at + 1], ()):
                    if not rest or words[at + 2 : at + 2 + len(rest)] == rest:
                        found.append(sign)
        return found

    def in_category(self, category: Category) -> list[Sign]:
        """The signs of the needs that a category of another vocabulary stands for: it says them outright."""
        return [Sign(need, _STATED, 1.0) for need in self._mapped.get(category, ())]


def strengths(signs: Sequence[Sign]) -> Mapping[int, float]:
    """How strongly each need shows in ``signs``: the weights of its different cues together."""
    different: dict[tuple[int, int], float] = {}
    for sign in signs:
        key = (sign.need, sign.cue)
        different[key] = max(sign.weight, different.get(key, 0.0))
    strength: dict[int, float] = {}
    for (need, _), weight in different.items():
        strength[need] = strength.get(need, 0.0) + weight
    return strength


def is_shown(strength: float) -> bool:
    """Whether a need shows so strongly that a text is tagged with it; weights are tenths, which floats add up badly."""
    return round(strength, 6) >= LEAST_STRENGTH


def clearest(strength: Mapping[int, float]) -> list[int]:
    """The needs that a service is shown and counted under, the clearest first."""
    shown = (need for need, weight in strength.items() if is_shown(weight))
    return sorted(shown, key=lambda need: (-strength[need], need))[:MOST_NEEDS]
