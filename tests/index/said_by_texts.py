"""What the texts of an entry say, worked out in plain Python: words, signs of needs, and what each is worth."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

from directory.domain.entries import Entry
from directory.domain.times.slots import fits
from index.protocol import FACETS
from index.traits import traits_of
from tests.index.samples import BOOSTS, LANGUAGE, TAXONOMY


def fields(entry: Entry) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    """The texts of name, tags and description."""
    names = [entry.name, *entry.alternate_names]
    names += [] if entry.organization in names else [entry.organization]
    return names, [one.label for one in entry.categories], [entry.description] if entry.description else []


def stems_of(texts: Iterable[str]) -> list[str]:
    return [word.stem for text in texts for word in LANGUAGE.words(text)]


def signs(entry: Entry, need: str) -> list[tuple[str, float]]:
    """Field and weight of each sign of a need, where they are enough together: less the more the entry shows else."""
    found = [sign for one in TAXONOMY.needs for sign in _signs_of(entry, one)]
    different = {(of, cue): weight for of, _, cue, weight in sorted(found, key=lambda sign: sign[3])}
    strength = sum(weight for (of, _), weight in different.items() if of == need)
    share = strength / (sum(weight * TAXONOMY.needs[of].crowding for (of, _), weight in different.items()) or 1)
    return [(name, weight * share) for of, name, _, weight in found if of == need] if strength > 0.8999 else []


@lru_cache(maxsize=10_000)
def _signs_of(entry: Entry, need: str) -> list[tuple[str, str, str, float]]:
    found = []
    for name, texts in zip(("name", "tags", "description"), fields(entry), strict=True):
        for cue in (cue for cue in TAXONOMY.cues if cue.need == need):
            times = sum(_times(_plain(text), _plain(cue.words)) for text in texts)
            weight = cue.weight * (1.5 if name == "name" else 1)
            found += [(need, name, cue.words, weight)] * times
    for one in entry.categories:
        found += [(need, "tags", "stated", 1.0)] * (need in TAXONOMY.mapped.get((one.taxonomy, one.code), ()))
    return found


def _plain(text: str) -> list[str]:
    """The words of a text in lower case and without plurals, as far as the words of the tests have any."""
    return [re.sub("s$", "", word.replace("'", "")) for word in text.lower().split()]


def _times(stems: list[str], wanted: list[str]) -> int:
    return sum(stems[at : at + len(wanted)] == wanted for at in range(len(stems)))


@lru_cache(maxsize=100_000)
def impact(entry: Entry, stem: str) -> float:
    """BM25F without the idf."""
    text, frequency = BOOSTS.text, 0.0
    need = stem.removeprefix("need:") if ":" in stem else None
    for name, texts in zip(("name", "tags", "description"), fields(entry), strict=True):
        stems = stems_of(texts)
        norm = 1 - text.b + text.b * len(stems) / getattr(text.usual_length, name)
        count = (
            stems.count(stem) if need is None else sum(float(np.float32(w)) for f, w in signs(entry, need) if f == name)
        )
        frequency += getattr(text.weight, name) * count / norm
    return float(np.float32(frequency * (text.k1 + 1) / (text.k1 + frequency)))  # as it is stored


def labels_of(entry: Entry) -> dict[str, set[tuple[str, str]]]:
    """The labels of an entry in each facet: values with their words."""
    labels: dict[str, set[tuple[str, str]]] = {facet: set() for facet in FACETS}
    labels["category"] = {(f"{one.taxonomy}:{one.code}", one.label) for one in entry.categories}
    labels["source"] = {(one.id, one.title) for one in entry.sources}
    own = [need for need in TAXONOMY.needs.values() if signs(entry, need.id)]
    broader = [TAXONOMY.needs[need.parent] for need in own if need.parent]
    labels["need"] = {(need.id, need.label) for need in (*own, *broader)}
    for trait, words in traits_of(entry, fits(entry.schedules)[0]).items():
        facet, _, value = trait.partition(":")
        labels[facet].add((value, words))
    return labels
