"""The documents of a part that answer a query: near enough, not filtered out, one for each service, scored."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.domain.places import EARTH_RADIUS_M, Place
from index.boosts import Boosts
from index.columns.columns import Columns, on_the_sphere
from index.columns.match import Mask, Scores, Workspace, match_text
from index.columns.part import Part
from index.columns.plan import Plan
from index.columns.spans import Array, Numbers
from index.protocol import Query

PLACES = 9
"""Decimals of a score that count: what differs by less differs by the order of its additions, and is equal."""

_MOST_HALVES = 900
"""Half-distances after which nothing gets worse: at 2 to the power of -1,075 a score would be lost altogether."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Answers in one part. ``distance`` is NaN without a place and for one found by area; ``text`` is the text score,
    and ``worth`` its product with all factors: the score that people see is the logarithm of worth / best text."""

    part: Part
    documents: Numbers
    distance: Scores
    text: Scores
    worth: Scores


class Ranker:
    """Finds and scores the answers of one part after another."""

    def __init__(self, boosts: Boosts) -> None:
        self._boosts = boosts
        self._workspace = Workspace()

    def rank(self, part: Part, plan: Plan, query: Query, factors: NDArray[np.float64]) -> Ranked:
        """All answers to ``query`` in ``part``, in no order; ``factors`` are those of the grades of documents."""
        columns = part.columns
        spans = part.spans(query.near, query.within_m)
        documents, text = match_text(part, plan, spans, self._boosts.words.coordination, self._workspace)
        distance = np.full(1, np.nan) if query.near is None else distances_m(columns, documents, query.near)
        keep = _kept(part, documents, query, distance)
        if keep is not None:
            documents, text = documents[keep], text[keep]
            distance = distance if query.near is None else distance[keep]
        worth = text * factors.take(columns.grade[documents])
        if query.near is None:
            return Ranked(part, documents, np.broadcast_to(distance, documents.shape), text, worth)
        halves = np.where(np.isnan(distance), 1, distance / self._boosts.distance.half_m)
        worth *= np.exp2(-np.minimum(halves, _MOST_HALVES))
        ranked = Ranked(part, documents, distance, text, worth)
        siblings = columns.siblings[documents]
        return _one_each(ranked, np.flatnonzero(siblings)) if siblings.any() else ranked


def distances_m(columns: Columns, documents: Numbers, near: Place) -> Scores:
    """Great-circle distances by the length of the chord, which is the haversine formula without its sines."""
    apart = columns.xyz.take(documents, axis=0)
    apart -= on_the_sphere(near.point.latitude, near.point.longitude)
    half_chord = np.sqrt(np.einsum("ij,ij->i", apart, apart)) / 2
    distance: Scores = 2 * EARTH_RADIUS_M * np.arcsin(np.minimum(half_chord, 1))
    return distance


def _kept(part: Part, documents: Numbers, query: Query, distance: Scores) -> Numbers | None:
    """The rows of those that are within the radius or found by area, not hidden, and of a category and a source asked
    for; None for all."""
    columns = part.columns
    masks: list[Mask] = []
    if query.near is not None and query.within_m is not None:
        masks.append(~(distance > query.within_m))
    if part.hidden is not None:
        masks.append(~part.hidden[columns.service[documents]])
    if query.categories:
        masks.append(part.categories.having(query.categories)[columns.category_set[documents]])
    if query.sources:
        masks.append(part.sources.having(query.sources)[columns.source_set[documents]])
    return np.flatnonzero(np.logical_and.reduce(masks)) if masks else None


def _one_each(ranked: Ranked, several: Numbers) -> Ranked:
    """Leave of each service with ``several`` documents the one with the best score, then the nearest, then the first.

    Most services have one document, and those are not looked at.
    """
    documents = ranked.documents[several]
    columns = ranked.part.columns
    service = columns.service[documents]
    score = np.log(ranked.worth[several]).round(PLACES)
    order = np.lexsort((columns.place[documents], ranked.distance[several], -score, service))
    service = service[order]
    drop = several[order[1:][service[1:] == service[:-1]]]
    keep = np.ones(len(ranked.documents), dtype=np.bool_)
    keep[drop] = False
    rows = np.flatnonzero(keep)
    arrays: list[Array] = [ranked.documents, ranked.distance, ranked.text, ranked.worth]
    return Ranked(ranked.part, *(values[rows] for values in arrays))
