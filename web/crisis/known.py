"""Helplines and crisis words, read when the app is made: to tell of them neither database nor index is asked."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from typing import cast

from flask import Flask, current_app

from directory.domain.crisis.choose import Offer, choose, without_speaking
from directory.domain.crisis.lines import Line
from directory.domain.crisis.phrases import folded
from directory.domain.crisis.rows import EMERGENCY, LISTENER, SILENT, Topic
from directory.domain.crisis.words import CrisisWords
from directory.domain.places import Nation
from directory.queries.crisis import CrisisTables, read_crisis
from index.finder import UK_TIME
from index.needs.taxonomy import DATA, read_taxonomy

_EXTENSION = "signpost.crisis"


@dataclass(frozen=True, eq=False)
class Crisis:
    """What the app knows of crises. ``is_past`` says that its clock is stopped, so that "open now" means nothing."""

    tables: CrisisTables
    words: CrisisWords
    is_past: bool

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """The kinds of crisis by their ids, in order."""
        return {topic.id: topic for topic in self.tables.topics}

    @cached_property
    def band(self) -> tuple[Line, Line]:
        """The line for danger to life, and that for those who cannot speak."""
        lines = {line.id: line for line in self.tables.lines}
        return lines[EMERGENCY], lines[SILENT]

    @cached_property
    def listener(self) -> Line:
        """The line for whoever needs somebody to listen, at any hour."""
        return next(line for line in self.tables.lines if line.id == LISTENER)

    @cached_property
    def without_speaking(self) -> tuple[Line, ...]:
        """The ways to reach the first of them in signs or by text."""
        return without_speaking(self.tables.lines)

    def needs_of(self, topics: Collection[str]) -> tuple[str, ...]:
        """The needs that local services meet for ``topics`` or, where none is named, for those offered first."""
        wanted = [topic for topic in self.tables.topics if (topic.id in topics if topics else topic.is_first)]
        return tuple(dict.fromkeys(need for topic in wanted for need in topic.needs))

    def offers(self, at: datetime, nation: Nation | None, topics: Iterable[str]) -> tuple[Offer, ...]:
        """The lines to show at ``at``."""
        return choose(self.tables.lines, at=at.astimezone(UK_TIME), nation=nation, topics=topics)


def install(app: Flask, *, is_past: bool) -> None:
    """Give ``app`` its helplines; raise `BadCrisisFile` where a file of them is bad, before anybody needs it."""
    app.extensions[_EXTENSION] = Crisis(read_crisis(), crisis_words(), is_past)


def crisis() -> Crisis:
    """What the app that answers the present request knows."""
    return cast("Crisis", current_app.extensions[_EXTENSION])


@lru_cache(maxsize=1)
def crisis_words() -> CrisisWords:
    """The crisis words, made ready once in each process. What needs are asked for with is ordinary."""
    taxonomy = read_taxonomy(DATA)
    said = [cue.words for cue in (*taxonomy.cues, *taxonomy.phrases)] + [need.label for need in taxonomy.needs.values()]
    return CrisisWords(read_crisis().phrases, {word for text in said for word in folded(text)})
