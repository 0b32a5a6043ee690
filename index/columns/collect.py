"""Gathers entries into compact arrays as they come: the first half of building a segment, and all of the tail."""

from array import array
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from directory.domain.entries import Entry
from index.boosts import Grade
from index.columns.columns import SEPARATOR, Columns, on_the_sphere
from index.columns.documents import BY_AREA, documents_of, texts_of
from index.columns.labels import LabelSets
from index.language import Language

_STOPPED = -1


class Vocabulary(dict[str, int]):
    """The number of the stem of each token seen; asking for a new token numbers it. No stem: a stop word."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.stems: dict[str, int] = {}
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

    def __init__(self, language: Language) -> None:
        self._tokens_in = language.tokens
        self.vocabulary = Vocabulary(language)
        self.categories = LabelSets()
        self.sources = LabelSets()
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
        self._category_set = array("I")
        self._source_set = array("I")

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
        self._category_set.append(self.categories.add(categories))
        self._source_set.append(self.sources.add({source.id: source.title for source in entry.sources}))
        for texts in texts_of(entry):
            self._add_texts(texts)
        return number

    def _add_texts(self, texts: Sequence[str]) -> None:
        number_of = self.vocabulary.__getitem__
        for text in texts:
            self.tokens.extend([number for number in map(number_of, self._tokens_in(text)) if number >= 0])
            self.tokens.append(SEPARATOR)
        self.fields.append(len(self.tokens))

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
            category_set=np.array(self._category_set, dtype=np.uint32)[service],
            source_set=np.array(self._source_set, dtype=np.uint32)[service],
            tokens=np.array(self.tokens, dtype=np.uint32),
            fields=np.array(self.fields, dtype=np.int64),
        )
