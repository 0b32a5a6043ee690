"""Opens a segment: memory-mapped columns that all readers share, and what each reader hides in them."""

import mmap
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from directory.domain.entries import Entry
from directory.domain.places import Place
from index.columns import zorder
from index.columns.columns import Columns
from index.columns.criteria import Judge, Stated
from index.columns.documents import areas_holding
from index.columns.labels import Labels
from index.columns.lexicon import Lexicon
from index.columns.spans import Array, Spans
from index.columns.write import LABEL_ARRAYS, Meta, id_hash, letters_in

_decode = msgspec.msgpack.Decoder(Entry).decode
_decode_criteria = msgspec.msgpack.Decoder(list[list[Stated]]).decode


def _mapped(path: Path) -> Array:
    """The array in a file, left on disk until it is read; as a plain array, which is quicker to index than memmap."""
    mapped: Array = np.load(path, mmap_mode="r").view(np.ndarray)
    return mapped


class Segment:
    """One folder that `write_segment` made; see `Part`. ``hiding`` is the folder with what was hidden at a fold."""

    def __init__(self, folder: Path, hiding: Path | None = None) -> None:
        self.folder = folder
        self.meta = msgspec.json.decode((folder / "meta.json").read_bytes(), type=Meta)
        self.columns = Columns(**{name: self._array(name) for name in Columns.__slots__})
        self.labels = {family: self._labels(family, values) for family, values in self.meta.labels.items()}
        self.grades = self.meta.grades
        self.hidden: NDArray[np.bool_] | None = None
        self._frequency = self._array("frequency")
        if hiding is not None:
            self.hidden = np.load(hiding / "hidden.npy")
            self._frequency = _mapped(hiding / "frequency.npy")
        self._gone = 0 if self.hidden is None else int(self.hidden.sum())
        self._lost: Counter[int] = Counter()
        self._stems = Lexicon(self._array("stem_letters"), self._array("stem_offsets"))
        self._surfaces = Lexicon(self._array("surface_letters"), self._array("surface_offsets"))
        self._areas = Lexicon(self._array("area_letters"), self._array("area_offsets"))
        self._surface_stem = self._array("surface_stem")
        self._surface_mask = self._array("surface_mask")
        self._surface_length = self._array("surface_length")
        self._first_keys, self._further_keys = self._array("first_keys"), self._array("further_keys")
        self._area_runs, self._area_starts, self._area_ends = map(
            self._array, ("area_runs", "area_starts", "area_ends")
        )
        self._starts = self._array("posting_starts").data
        self._documents, self._impacts = self._array("posting_documents"), self._array("posting_impacts")
        self._id_hash, self._id_service = self._array("id_hash"), self._array("id_service")
        self._entry_offsets = self._array("entry_offsets").data
        # Read now: a fold may remove the folder before anybody is judged.
        self._criteria = (folder / "criteria.msgpack").read_bytes()
        with (folder / "entries.bin").open("rb") as stored:
            self._entries = mmap.mmap(stored.fileno(), 0, access=mmap.ACCESS_READ) if self.meta.services else b""

    def _array(self, name: str) -> Array:
        return _mapped(self.folder / f"{name}.npy")

    def _labels(self, name: str, values: list[tuple[str, str]]) -> Labels:
        return Labels(values=tuple(values), **{part: self._array(f"{name}_{part}") for part in LABEL_ARRAYS})

    @cached_property
    def judge(self) -> Judge:
        return Judge(self.columns, _decode_criteria(self._criteria))

    @property
    def live(self) -> int:
        return self.meta.services - self._gone

    def spans(self, near: Place | None, within_m: float | None) -> Spans:
        """Ranges of the curve around ``near``, and the runs of the areas that hold it."""
        if near is None:
            return Spans.whole(self.meta.services)
        low, high = zorder.EVERYWHERE if within_m is None else zorder.cover(near.point, within_m)
        starts, ends = [], []
        for keys, offset in ((self._first_keys, 0), (self._further_keys, self.meta.services)):
            starts.append(np.searchsorted(keys, low) + offset)
            ends.append(np.searchsorted(keys, high, side="right") + offset)
        for code in areas_holding(near):
            number = self._areas.number(code)
            if number is not None:
                runs = slice(*self._area_runs[number : number + 2].tolist())
                starts.append(self._area_starts[runs])
                ends.append(self._area_ends[runs])
        return Spans.of(np.concatenate(starts), np.concatenate(ends))

    def stem(self, text: str) -> int | None:
        return self._stems.number(text)

    def postings(self, stem: int) -> tuple[Array, Array]:
        run = slice(self._starts[stem], self._starts[stem + 1])
        return self._documents[run], self._impacts[run]

    def frequency(self, stem: int) -> int:
        return int(self._frequency[stem]) - self._lost[stem]

    def stems_beginning(self, start: str) -> set[str]:
        words = self._surfaces.beginning_with(start)
        return {self._stems.word(stem) for stem in set(self._surface_stem[words.start : words.stop].tolist())}

    def words_like(self, word: str, slips: int) -> Iterator[tuple[str, str]]:
        """One edit changes at most two of the letters a word has, which leaves few of a large lexicon to compare."""
        length = len(word)
        near = np.abs(self._surface_length.astype(np.int16) - length) <= slips
        near &= np.bitwise_count(self._surface_mask ^ np.uint32(letters_in(word))) <= 2 * slips
        for number in np.flatnonzero(near).tolist():
            yield self._surfaces.word(number), self._stems.word(int(self._surface_stem[number]))

    def entry(self, service: int) -> Entry:
        return _decode(self._entries[self._entry_offsets[service] : self._entry_offsets[service + 1]])

    def entries(self) -> Iterator[Entry]:
        """Every entry that is not hidden."""
        for service in range(self.meta.services):
            if self.hidden is None or not self.hidden[service]:
                yield self.entry(service)

    def hide(self, entry_id: str) -> None:
        service = self._service(entry_id)
        if service is None:
            return
        if self.hidden is None:
            self.hidden = np.zeros(self.meta.services, dtype=np.bool_)
        if not self.hidden[service]:
            self.hidden[service] = True
            self._gone += 1
            self._lost.update(self.columns.stems_of(service))

    def _service(self, entry_id: str) -> int | None:
        wanted = np.uint64(id_hash(entry_id))
        first = int(np.searchsorted(self._id_hash, wanted))
        while first < len(self._id_hash) and self._id_hash[first] == wanted:
            service = int(self._id_service[first])
            if self.entry(service).id == entry_id:
                return service
            first += 1
        return None

    def save_hidden(self, folder: Path) -> None:
        """Keep what is hidden now, and the frequencies without it, in the new ``folder``."""
        frequency = self._frequency.copy()
        for stem, count in self._lost.items():
            frequency[stem] -= count
        folder.mkdir()
        np.save(folder / "frequency.npy", frequency)
        np.save(folder / "hidden.npy", np.asarray(self.hidden))
