"""The column index: answers queries from what is published and from the tail, and takes changes."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path

import numpy as np

from directory.domain.eligibility.person import Person
from directory.domain.entries import Entry
from index.boosts import Boosts, read_boosts
from index.columns.explain import Explainer
from index.columns.facets import FacetCounter
from index.columns.fold import fold
from index.columns.grades import LIKELY_CLOSED, GradeWeights
from index.columns.live import Live
from index.columns.log import Change, append
from index.columns.manifest import writing
from index.columns.plan import Plan, make_plan
from index.columns.rank import NOT_ELIGIBLE, Ranked, Ranker
from index.columns.sort import page
from index.columns.spans import Array
from index.columns.terms import Corpus
from index.knowledge import Knowledge, read_knowledge
from index.limits import MOST_SUGGESTIONS, MOST_TRIED, REMEMBERED_PLANS, TAIL_BYTES, TAIL_ENTRIES
from index.protocol import IndexInfo, Query, Results

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The clock of an index that was given none."""
    return datetime.now(UTC)


class ColumnIndex:
    """The `SearchIndex` in ``folder``, where `index.build.build` put one; raise `NoIndex` where nobody did.

    Threads may share it: a search is a millisecond of work that holds the interpreter anyway, so they take turns.
    """

    def __init__(
        self,
        folder: Path,
        *,
        knowledge: Knowledge | None = None,
        boosts: Boosts | None = None,
        clock: Clock = utc_now,
        tail_entries: int = TAIL_ENTRIES,
    ) -> None:
        self._folder, self._clock, self._tail_entries = folder, clock, tail_entries
        self._boosts = boosts or read_boosts()
        self._knowledge = knowledge or read_knowledge()
        self._turn = threading.RLock()
        self._ranker = Ranker(self._boosts)
        self._live = Live(folder, self._knowledge, self._boosts.text)
        self._fresh_on: date | None = None
        self._catch_up()

    def search(self, query: Query) -> Results:
        """Answer ``query``."""
        with self._turn:
            self._catch_up()
            plan, answers = self._answers(query)
            found, best = page(answers, query, self._clock())
            weights = self._weights[query.near is not None]
            explainer = Explainer(plan, query, best, self._boosts, weights, self._knowledge)
            total = _total(answers)
            return Results(
                hits=tuple(explainer.hit(placed) for placed in found),
                total=total,
                facets=self._facets.of(answers, near=query.near is not None),
                suggestions=() if total or not query.suggest else tuple(self._suggestions(query, plan)),
                searched_for=plan.searched_for,
                not_eligible=sum(_of_class(ranked, NOT_ELIGIBLE) for ranked in answers),
                barred_by=_barred_by(answers, query.person),
                likely_closed=sum(_of_class(ranked, LIKELY_CLOSED) for ranked in answers),
                topics=plan.topics,
            )

    def apply(self, entries: Iterable[Entry], removed: Sequence[str], cursor: int) -> None:
        """Write the changes to the tail, where every reader's next search finds them; fold a tail grown too long.

        Most calls take some milliseconds; one that folds takes as long as building what it folds.
        """
        newest = tuple({entry.id: entry for entry in entries}.values())
        with writing(self._folder):
            with self._turn:
                self._catch_up()
                change = Change(cursor=cursor, entries=newest, removed=tuple(removed))
                append(self._folder / self._live.manifest.tail, self._live.tail_position, change)
                self._catch_up()
            if self._live.tail.size > self._tail_entries or self._live.tail_position > TAIL_BYTES:
                # Outside the turn: searches go on meanwhile. No other writer can change what is being folded.
                fold(self._live, self._knowledge, self._boosts.text, self._clock())

    def info(self) -> IndexInfo:
        """What the index holds now."""
        with self._turn:
            self._catch_up()
            live = self._live
            return IndexInfo(
                entries=self._corpus.services,
                documents=sum(_documents(part.columns.service, part.hidden) for part in self._corpus.parts),
                segments=len(live.segments),
                tail=live.tail.size,
                cursor=live.cursor,
                bytes_on_disk=sum(path.stat().st_size for path in self._folder.rglob("*") if path.is_file()),
                built_at=live.manifest.built_at,
            )

    def _catch_up(self) -> None:
        """Follow the writers, and the calendar: freshness is as of today."""
        changed = self._live.catch_up()
        today = self._clock().date()
        if today != self._fresh_on:
            # What a segment's grades weigh holds for the day, however often somebody writes.
            self._fresh_on, changed = today, True
            self._weights = {near: GradeWeights(self._boosts, today, near=near) for near in (True, False)}
        if changed:
            self._corpus = Corpus(self._live.parts)
            self._plan = lru_cache(maxsize=REMEMBERED_PLANS)(self._make_plan)
            self._facets = FacetCounter(self._corpus.parts)

    def _answers(self, query: Query) -> tuple[Plan, list[Ranked]]:
        plan = self._plan(query.text)
        weights = self._weights[query.near is not None]
        return plan, [self._ranker.rank(part, plan, query, weights) for part in self._corpus.parts]

    def _make_plan(self, text: str) -> Plan:
        return make_plan(text, self._knowledge, self._corpus, self._boosts.words)

    def _suggestions(self, query: Query, plan: Plan) -> Iterator[str]:
        """Easier questions that find something: the same words without conditions, then without one of them."""
        words = list(dict.fromkeys(term.written for term in plan.wanted if not term.is_topic))
        easier = [words, *([*words[:at], *words[at + 1 :]] for at in range(len(words)))]
        left = MOST_SUGGESTIONS
        for text in islice(dict.fromkeys(" ".join(part) for part in easier if part), MOST_TRIED):
            if left and _total(self._answers(replace(query, text=text))[1]):
                left -= 1
                yield text


def _total(answers: Sequence[Ranked]) -> int:
    return sum(len(ranked.documents) for ranked in answers)


def _of_class(ranked: Ranked, number: int) -> int:
    return 0 if ranked.classes is None else int(np.count_nonzero(ranked.classes == number))


def _barred_by(answers: Sequence[Ranked], person: Person) -> dict[str, int]:
    """How many do not take ``person`` for each reason that any has, of those that are listed as such."""
    counts: Counter[str] = Counter()
    for ranked in answers:
        if ranked.eligible is not None and ranked.classes is not None:
            counts.update(ranked.part.judge.barred_by(ranked.documents[ranked.classes == NOT_ELIGIBLE], person))
    return dict(+counts)


def _documents(service: Array, hidden: Array | None) -> int:
    return len(service) if hidden is None else int(np.count_nonzero(~hidden[service]))
