"""What a segment and the tail have in common: a part of the index that a search looks through."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from directory.domain.entries import Entry
from directory.domain.places import Place
from index.boosts import Grade
from index.columns.columns import Columns
from index.columns.criteria import Judge
from index.columns.labels import Labels
from index.columns.spans import Array, Spans


class Part(Protocol):
    """Services no other part has: an entry replaced in a later part is hidden in the earlier one.

    Stems have numbers, which mean something in this part alone.
    """

    @property
    def columns(self) -> Columns:
        """Its documents."""

    @property
    def labels(self) -> Mapping[str, Labels]:
        """The sets of labels of each of `FAMILIES`, which its column numbers."""

    @property
    def judge(self) -> Judge:
        """Judges its services for whoever asks."""

    @property
    def grades(self) -> list[Grade]:
        """The grades that `Columns.grade` numbers."""

    @property
    def hidden(self) -> Array | None:
        """Which services are hidden; None when none is."""

    @property
    def live(self) -> int:
        """How many services are not hidden."""

    def spans(self, near: Place | None, within_m: float | None) -> Spans:
        """The documents that may be within reach: all that are, and some that are not. Without ``near``, the first
        document of each service, which stands for it."""

    def stem(self, text: str) -> int | None:
        """The number of a stem, None where no service has it."""

    def postings(self, stem: int) -> tuple[Array, Array]:
        """The documents that have a stem, ascending, and what it is worth to each."""

    def frequency(self, stem: int) -> int:
        """How many services that are not hidden have a stem."""

    def stems_beginning(self, start: str) -> set[str]:
        """The stems of all words written that begin so."""

    def words_like(self, word: str, slips: int) -> Iterable[tuple[str, str]]:
        """Words written, with their stems, among them all within ``slips`` edits of ``word``."""

    def entry(self, service: int) -> Entry:
        """The entry of a service as it was stored."""

    def hide(self, entry_id: str) -> None:
        """Hide the service of this id, if it is here."""
