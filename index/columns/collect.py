"""Gathers entries into compact arrays as they come: the first half of building a segment, and all of the tail."""

from array import array
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from directory.domain.entries import Entry
from directory.domain.times.slots import fits
from index.boosts import Grade
from index.columns.columns import FAMILIES, SEPARATOR, Columns, on_the_sphere
from index.columns.criteria import CriteriaSets, bits_of
from index.columns.documents import BY_AREA, documents_of, texts_of
from index.columns.labels import LabelSets
from index.knowledge import Knowledge
from index.language import Language
from index.needs.signs import Sign, Signs, clearest, is_shown, strengths
from index.needs.taxonomy import Need
from index.traits import traits_of

_STOPPED = -1
_NAME, _TAGS = 0, 1
"""The fields of text that names and categories are."""


class Vocabulary(dict[str, int]):
    """The number of the stem of each token seen; asking for a new token numbers it. No stem: a stop word.

    The stems that stand for needs have numbers from the beginning.
    """

    def __init__(self, language: Language, signs: Signs) -> None:
        super().__init__()
        self._language = language
        self.stems = dict(signs.stems)
        self.surfaces: dict[str, str] = {}

    def __missing__(self, token: str) -> int:
        word = self._language.word(token)
        number = _STOPPED
        if word is not None:
            self.surfaces[word.surface] = word.stem
            number = self.stems.setdefault(word.stem, len(self.stems))
        self[token] = number
        return number


class Collector:
    """Entries in the order they came; services and documents are numbered as they come, from 0."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._tokens_in = knowledge.language.tokens
        self._signs = knowledge.signs
        self.vocabulary = Vocabulary(knowledge.language, knowledge.signs)
        self.labels = {family: LabelSets() for family in FAMILIES}
        self.grades: dict[Grade, int] = {}
        self.ids: list[str] = []
        self.names: list[str] = []
        self.areas: dict[int, tuple[str, ...]] = {}
        self.tokens = array("I")
        self.fields = array("q", [0])
        self.service = array("I")
        self.place = array("h")
        self.latitude = array("d")
        self.longitude = array("d")
        self.grade = array("I")
        self.signs = array("I")
        self.sign_fields = array("B")
        self.sign_weights = array("f")
        self.sign_offsets = array("q", [0])
        self._sets = {family: array("I") for family in FAMILIES}
        self.criteria = CriteriaSets()
        self._sure = array("I")
        self._maybe = array("I")

    def add(self, entry: Entry) -> int | None:
        """Take an entry in and return the number of its service; None for one that search does not find."""
        documents = documents_of(entry)
        if not documents:
            return None
        number = len(self.ids)
        for document in documents:
            self.service.append(number)
            self.place.append(document.place)
            self.latitude.append(document.point.latitude if document.point else np.nan)
            self.longitude.append(document.point.longitude if document.point else np.nan)
            self.grade.append(self.grades.setdefault(document.grade, len(self.grades)))
            if document.place == BY_AREA:
                self.areas[len(self.service) - 1] = entry.areas
        self.ids.append(entry.id)
        self.names.append(entry.name)
        categories = {f"{category.taxonomy}:{category.code}": category.label for category in entry.categories}
        signs = [sign for field, texts in enumerate(texts_of(entry)) for sign in self._add_texts(field, texts)]
        for category in entry.categories:
            signs += [(_TAGS, sign) for sign in self._signs.in_category((category.taxonomy, category.code))]
        needs, parents = self._add_signs(signs), self._signs.taxonomy.needs
        self._add_labels("category", categories)
        self._add_labels("source", {source.id: source.title for source in entry.sources})
        broader = [parents[need.parent] for need in needs if need.parent]
        self._add_labels("need", {need.id: need.label for need in (*needs, *broader)})
        sure, maybe = fits(entry.schedules)
        self._add_labels("trait", traits_of(entry, sure))
        self.criteria.add(entry.criteria)
        self._sure.append(bits_of(sure))
        self._maybe.append(bits_of(maybe))
        return number

    def _add_texts(self, field: int, texts: Sequence[str]) -> Iterator[tuple[int, Sign]]:
        """Take in the words of a field, and give the signs of needs in them."""
        number_of = self.vocabulary.__getitem__
        for text in texts:
            tokens = self._tokens_in(text)
            self.tokens.extend([number for number in map(number_of, tokens) if number >= 0])
            self.tokens.append(SEPARATOR)
            for sign in self._signs.in_name(tokens) if field == _NAME else self._signs.in_tokens(tokens):
                yield field, sign
        self.fields.append(len(self.tokens))

    def _add_signs(self, signs: Sequence[tuple[int, Sign]]) -> list[Need]:
        """Take in the signs of those needs that show strongly enough; the clearest of them are the answer."""
        strength = strengths([sign for _, sign in signs])
        shown = {need for need, weight in strength.items() if is_shown(weight)}
        together = sum(weight * self._signs.need(need).crowding for need, weight in strength.items())
        for field, sign in signs:
            if sign.need in shown:
                self.signs.append(sign.need)
                self.sign_fields.append(field)
                # Of two that show a need alike, the one that shows little else is more about it.
                self.sign_weights.append(sign.weight * strength[sign.need] / together)
        self.sign_offsets.append(len(self.signs))
        return [self._signs.need(need) for need in clearest(strength)]

    def _add_labels(self, family: str, labels: dict[str, str]) -> None:
        self._sets[family].append(self.labels[family].add(labels))

    def is_first(self) -> NDArray[np.bool_]:
        """Which documents are the first of their service: where no place was asked for, that one stands for it."""
        return np.diff(np.array(self.service, dtype=np.int64), prepend=-1) > 0

    def columns(self) -> Columns:
        """The columns of all documents so far, in the order they came."""
        service = np.array(self.service, dtype=np.uint32)
        per_service = np.bincount(service, minlength=len(self.ids))
        by_name = sorted(range(len(self.ids)), key=lambda number: (self.names[number].casefold(), self.ids[number]))
        rank = np.empty(len(by_name), dtype=np.uint32)
        rank[by_name] = np.arange(len(by_name), dtype=np.uint32)
        return Columns(
            service=service,
            place=np.array(self.place, dtype=np.int16),
            xyz=on_the_sphere(np.array(self.latitude), np.array(self.longitude)),
            grade=np.array(self.grade, dtype=np.uint32),
            rank=rank[service],
            siblings=per_service[service] > 1,
            **{f"{family}_set": np.array(self._sets[family], dtype=np.uint32)[service] for family in FAMILIES},
            criteria=self.criteria.rows()[:, service],
            sure=np.array(self._sure, dtype=np.uint32)[service],
            maybe=np.array(self._maybe, dtype=np.uint32)[service],
            tokens=np.array(self.tokens, dtype=np.uint32),
            fields=np.array(self.fields, dtype=np.int64),
            signs=np.array(self.signs, dtype=np.uint32),
            sign_fields=np.array(self.sign_fields, dtype=np.uint8),
            sign_weights=np.array(self.sign_weights, dtype=np.float32),
            sign_offsets=np.array(self.sign_offsets, dtype=np.int64),
        )
