"""Writes a segment: entries gathered, numbered along the curve, weighed and sorted into files nobody changes again."""

from array import array
from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path

import msgspec
import numpy as np

from directory.domain.entries import Entry
from index.boosts import Grade, TextWeights
from index.columns import zorder
from index.columns.collect import Collector
from index.columns.columns import FAMILIES, SEPARATOR, Columns
from index.columns.labels import Label, Labels
from index.columns.lexicon import packed
from index.columns.spans import Array, Numbers, Spans
from index.columns.weigh import Weighed, weigh
from index.knowledge import Knowledge

Progress = Callable[[str, int], None]
"""Told now and then what is being done and how many are done."""

Arrays = dict[str, Array]

LABEL_ARRAYS = ("set_offsets", "members", "label_offsets", "holders")

_ROWS_AT_ONCE = 50_000
_TELL_EVERY = 10_000


class Meta(msgspec.Struct, kw_only=True, frozen=True):
    """What a segment says of itself, beside its arrays."""

    services: int
    documents: int
    text: TextWeights
    grades: list[Grade]
    labels: dict[str, list[Label]]


def id_hash(entry_id: str) -> int:
    """The number an id is looked up by; whoever finds it compares the id itself."""
    return int.from_bytes(blake2b(entry_id.encode(), digest_size=8).digest(), "little")


def letters_in(word: str) -> int:
    """Which letters a word has, as bits: words a slip or two apart differ in few of them."""
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) % 32)
    return mask


def write_segment(
    folder: Path, entries: Iterable[Entry], knowledge: Knowledge, text: TextWeights, progress: Progress
) -> int:
    """Write the segment of ``entries`` into the new ``folder`` and return how many services are in it."""
    folder.mkdir(parents=True)
    collector = _collect(folder, entries, knowledge, progress)
    progress("number", len(collector.ids))
    columns, order, keys = _numbered(collector)
    labels = {family: sets.labels() for family, sets in collector.labels.items()}
    arrays: Arrays = {name: getattr(columns, name) for name in Columns.__slots__} | keys
    arrays |= _area_arrays(collector, order)
    for family in FAMILIES:
        arrays |= _label_arrays(family, labels[family])
    arrays |= _id_arrays(collector.ids)
    progress("weigh", len(columns.service))
    renumbering, word_arrays = _word_arrays(collector)
    arrays |= word_arrays
    arrays |= _posting_arrays(columns, len(collector.ids), renumbering, text)
    arrays["tokens"] = np.append(renumbering, np.uint32(SEPARATOR))[np.minimum(columns.tokens, len(renumbering))]
    arrays["signs"] = renumbering[columns.signs]
    progress("write", len(columns.service))
    for name, values in arrays.items():
        np.save(folder / f"{name}.npy", values, allow_pickle=False)
    meta = Meta(
        services=len(collector.ids),
        documents=len(columns.service),
        text=text,
        grades=list(collector.grades),
        labels={family: list(one.values) for family, one in labels.items()},
    )
    (folder / "criteria.msgpack").write_bytes(msgspec.msgpack.encode(collector.criteria.sets()))
    (folder / "meta.json").write_bytes(msgspec.json.encode(meta))
    return meta.services


def _collect(folder: Path, entries: Iterable[Entry], knowledge: Knowledge, progress: Progress) -> Collector:
    """Read all entries once, storing each as it is."""
    collector = Collector(knowledge)
    encode = msgspec.msgpack.Encoder().encode
    offsets = array("q", [0])
    at = 0
    with (folder / "entries.bin").open("wb") as stored:
        for entry in entries:
            if collector.add(entry) is None:
                continue
            at += stored.write(encode(entry))
            offsets.append(at)
            if len(collector.ids) % _TELL_EVERY == 0:
                progress("read", len(collector.ids))
    np.save(folder / "entry_offsets.npy", np.array(offsets, dtype=np.int64), allow_pickle=False)
    return collector


def _numbered(collector: Collector) -> tuple[Columns, Numbers, Arrays]:
    """Number the documents: of those that are the first of their service, the ones with a point along the curve, then
    the others by the areas they serve; then all further documents in the same way.

    Where no place is asked for, the first documents, one run of numbers, stand for all services. The answer is the
    columns so numbered, the old number of each document, and the keys along the two curves.
    """
    columns = collector.columns()
    latitudes, longitudes = np.array(collector.latitude), np.array(collector.longitude)
    located, first = ~np.isnan(latitudes), collector.is_first()
    keys = np.zeros(len(located), dtype=np.uint32)
    keys[located] = zorder.keys(latitudes[located], longitudes[located])
    by_area = sorted(collector.areas, key=lambda document: sorted(collector.areas[document]))
    areas = np.array(by_area, dtype=np.int64)
    parts: list[Numbers] = []
    for among in (first, ~first):
        numbers = np.flatnonzero(located & among)
        parts += [numbers[np.argsort(keys[numbers], kind="stable")], areas[among[areas]]]
    order = np.concatenate(parts)
    return columns.reordered(order), order, {"first_keys": keys[parts[0]], "further_keys": keys[parts[2]]}


def _area_arrays(collector: Collector, order: Numbers) -> Arrays:
    """For each area, the runs of documents that serve it; most are one run, as documents are ordered by area."""
    serving: dict[str, list[int]] = {}
    number_of = np.argsort(order)
    for document, areas in collector.areas.items():
        for area in set(areas):
            serving.setdefault(area, []).append(int(number_of[document]))
    runs = [Spans.of(np.array(serving[area]), np.array(serving[area]) + 1) for area in sorted(serving)]
    letters, offsets = packed(sorted(serving))
    empty = np.empty(0, dtype=np.int64)
    return {
        "area_letters": letters,
        "area_offsets": offsets,
        "area_runs": np.cumsum([0, *(len(run.starts) for run in runs)]),
        "area_starts": np.concatenate([empty, *(run.starts for run in runs)]),
        "area_ends": np.concatenate([empty, *(run.ends for run in runs)]),
    }


def _label_arrays(name: str, labels: Labels) -> Arrays:
    return {f"{name}_{part}": getattr(labels, part) for part in LABEL_ARRAYS}


def _id_arrays(ids: list[str]) -> Arrays:
    hashes = np.array([id_hash(entry_id) for entry_id in ids], dtype=np.uint64)
    order = np.argsort(hashes)
    if len(set(ids)) != len(ids):
        raise ValueError("Two entries of one build have the same id")
    return {"id_hash": hashes[order], "id_service": order.astype(np.uint32)}


def _word_arrays(collector: Collector) -> tuple[Array, Arrays]:
    """The sorted lexicons of stems and of words as written, and the new number of each stem."""
    vocabulary = collector.vocabulary
    stems = sorted(vocabulary.stems)
    number_of = {stem: number for number, stem in enumerate(stems)}
    renumbering = np.array([number_of[stem] for stem in vocabulary.stems], dtype=np.uint32)
    surfaces = sorted(vocabulary.surfaces)
    stem_letters, stem_offsets = packed(stems)
    surface_letters, surface_offsets = packed(surfaces)
    return renumbering, {
        "stem_letters": stem_letters,
        "stem_offsets": stem_offsets,
        "surface_letters": surface_letters,
        "surface_offsets": surface_offsets,
        "surface_stem": np.array([number_of[vocabulary.surfaces[word]] for word in surfaces], dtype=np.uint32),
        "surface_mask": np.array([letters_in(word) for word in surfaces], dtype=np.uint32),
        "surface_length": np.array([len(word) for word in surfaces], dtype=np.uint16),
    }


def _posting_arrays(columns: Columns, services: int, renumbering: Array, text: TextWeights) -> Arrays:
    """Posting lists: for each stem, the documents that have it, ascending, and what it is worth to each.

    Rows are weighed some at a time, in the order of documents; then every stem knows how many postings each batch
    holds for it, and so where in its list they go: a counting sort that never holds everything twice.
    """
    batches: list[Weighed] = []
    frequency = np.zeros(len(renumbering), dtype=np.uint32)
    held = np.zeros(len(renumbering), dtype=np.int64)
    for start in range(0, len(columns.service), _ROWS_AT_ONCE):
        batch = weigh(columns, columns.service[start : start + _ROWS_AT_ONCE], text)
        stems = renumbering[batch.stems]
        is_first = batch.rows < services - start  # so that a word is counted once a service
        frequency += np.bincount(stems[is_first], minlength=len(frequency)).astype(np.uint32)
        held += np.bincount(stems, minlength=len(held))
        batches.append(Weighed(stems, (batch.rows + start).astype(np.uint32), batch.impacts))
    starts = np.concatenate(([0], np.cumsum(held)))
    documents = np.empty(int(starts[-1]), dtype=np.uint32)
    impacts = np.empty(int(starts[-1]), dtype=np.float32)
    filled = starts[:-1].copy()
    for batch in batches:
        first = np.flatnonzero(np.diff(batch.stems, prepend=batch.stems[:1] + 1))
        lengths = np.diff(np.append(first, len(batch.stems)))
        stems = batch.stems[first]
        at = np.repeat(filled[stems] - first, lengths) + np.arange(len(batch.stems))
        documents[at] = batch.rows
        impacts[at] = batch.impacts
        filled[stems] += lengths
    return {
        "posting_starts": starts,
        "posting_documents": documents,
        "posting_impacts": impacts,
        "frequency": frequency,
    }
