"""The tail in memory: entries changed since the last fold, searchable as soon as they are read."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from directory.domain.entries import Entry
from directory.domain.places import Place
from index.boosts import Grade, TextWeights
from index.columns.collect import Collector
from index.columns.columns import Columns
from index.columns.criteria import Judge
from index.columns.documents import areas_holding
from index.columns.labels import Labels
from index.columns.spans import Array, Spans
from index.columns.weigh import weigh
from index.knowledge import Knowledge


class Tail:
    """Some thousands of entries at most; see `Part`. It grows by `add`, and never forgets: `hide` covers what is old.

    The same `Collector` and the same `weigh` as in a segment make sure that an entry is found and ranked the same
    before and after it is folded.
    """

    def __init__(self, knowledge: Knowledge, text: TextWeights) -> None:
        self._text = text
        self._collector = Collector(knowledge)
        self._entries: list[Entry] = []
        self._number_of: dict[str, int] = {}
        self._hidden: list[bool] = []
        self._frequency: Counter[int] = Counter()
        self._documents: dict[int, array[int]] = {}
        self._impacts: dict[int, array[float]] = {}

    def add(self, entries: Sequence[Entry]) -> None:
        """Add entries, each of an id that is not here or is hidden."""
        documents = len(self._collector.service)
        for entry in entries:
            number = self._collector.add(entry)
            if number is not None:
                self._entries.append(entry)
                self._hidden.append(False)
                self._number_of[entry.id] = number
        self._forget()
        services = self.columns.service[documents:]
        weighed = weigh(self.columns, services, self._text)
        for stem, row, impact in zip(*(column.tolist() for column in weighed), strict=True):
            self._documents.setdefault(stem, array("I")).append(documents + row)
            self._impacts.setdefault(stem, array("f")).append(impact)
        for service in np.unique(services).tolist():
            self._frequency.update(self.columns.stems_of(service))

    def hide(self, entry_id: str) -> None:
        service = self._number_of.pop(entry_id, None)
        if service is not None:
            self._hidden[service] = True
            self._frequency.subtract(self.columns.stems_of(service))
            self.__dict__.pop("hidden", None)

    def _forget(self) -> None:
        """Drop the arrays that were made of what was here before."""
        for name in ("columns", "labels", "judge", "hidden"):
            self.__dict__.pop(name, None)

    @cached_property
    def columns(self) -> Columns:
        return self._collector.columns()

    @cached_property
    def labels(self) -> dict[str, Labels]:
        return {family: sets.labels() for family, sets in self._collector.labels.items()}

    @cached_property
    def judge(self) -> Judge:
        return Judge(self.columns, self._collector.criteria.sets())

    @cached_property
    def hidden(self) -> NDArray[np.bool_] | None:
        return np.array(self._hidden) if any(self._hidden) else None

    @property
    def grades(self) -> list[Grade]:
        return list(self._collector.grades)

    @property
    def live(self) -> int:
        return len(self._number_of)

    def spans(self, near: Place | None, within_m: float | None) -> Spans:
        """All documents with a point, and those whose areas hold ``near``."""
        if near is None:
            return Spans.where(self._collector.is_first())
        reachable = ~np.isnan(self.columns.xyz[:, 0])
        holding = set(areas_holding(near))
        for document, areas in self._collector.areas.items():
            reachable[document] = not holding.isdisjoint(areas)
        return Spans.where(reachable)

    def stem(self, text: str) -> int | None:
        return self._collector.vocabulary.stems.get(text)

    def postings(self, stem: int) -> tuple[Array, Array]:
        documents = np.array(self._documents.get(stem, ()), dtype=np.uint32)
        return documents, np.array(self._impacts.get(stem, ()), dtype=np.float32)

    def frequency(self, stem: int) -> int:
        return self._frequency[stem]

    def stems_beginning(self, start: str) -> set[str]:
        surfaces = self._collector.vocabulary.surfaces
        return {stem for surface, stem in surfaces.items() if surface.startswith(start)}

    def words_like(self, word: str, slips: int) -> Iterator[tuple[str, str]]:
        for surface, stem in self._collector.vocabulary.surfaces.items():
            if abs(len(surface) - len(word)) <= slips:
                yield surface, stem

    def entry(self, service: int) -> Entry:
        return self._entries[service]

    def entries(self) -> Iterator[Entry]:
        """Every entry that is not hidden."""
        return (entry for entry, hidden in zip(self._entries, self._hidden, strict=True) if not hidden)

    @property
    def size(self) -> int:
        """How many entries were ever added, hidden ones too."""
        return len(self._entries)
