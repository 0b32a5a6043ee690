"""The documents of a part that answer a query: near enough, not filtered out, one for each service, scored."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.domain.eligibility.logic import Truth
from directory.domain.places import EARTH_RADIUS_M, Place
from index.boosts import Boosts
from index.columns.columns import Columns, on_the_sphere
from index.columns.criteria import Verdicts, says_anything
from index.columns.grades import GradeWeights
from index.columns.labels import labels_of
from index.columns.match import Mask, Scores, Workspace, match_text
from index.columns.part import Part
from index.columns.plan import Plan
from index.columns.spans import Numbers
from index.protocol import Query

PLACES = 9
"""Decimals of a score that count: what differs by less differs by the order of its additions, and is equal."""

_MOST_HALVES = 250
"""Half-distances after which nothing gets worse, a thousand kilometres: scores of different classes stay apart."""

CLASSES = np.array([1.0, 2.0**-350, 2.0**-700])
"""The factors of what is to be found first, of what does not take the person of the query, and of what has probably
closed: each worse than any distance, and told apart from the score. Below 2 to the power of -1,075 is nothing."""

NOT_ELIGIBLE = 1


@dataclass(frozen=True, slots=True)
class Ranked:
    """Answers in one part. ``distance`` is NaN without a place and for one found by area; ``text`` is the text score,
    and ``worth`` its product with all factors: the score that people see is the logarithm of worth / best text.
    ``eligible`` are numbers of `Truth`, None where nobody was said to ask. ``classes`` number `CLASSES`, None where
    all are of the first: each comes after all of the one before, however good."""

    part: Part
    documents: Numbers
    distance: Scores
    text: Scores
    worth: Scores
    eligible: Verdicts | None
    classes: NDArray[np.int8] | None


class Ranker:
    """Finds and scores the answers of one part after another."""

    def __init__(self, boosts: Boosts) -> None:
        self._boosts = boosts
        self._workspace = Workspace()
        self._of_verdict = np.array([1.0, boosts.eligible["unknown"], 1.0])

    def rank(self, part: Part, plan: Plan, query: Query, weights: GradeWeights) -> Ranked:
        """All answers to ``query`` in ``part``, in no order; ``weights`` are those of the grades of documents."""
        columns = part.columns
        spans = part.spans(query.near, query.within_m)
        documents, text = match_text(part, plan, spans, self._workspace)
        distance = np.full(1, np.nan) if query.near is None else distances_m(columns, documents, query.near)
        keep = _kept(part, documents, query, distance)
        if keep is not None:
            documents, text = documents[keep], text[keep]
            distance = distance if query.near is None else distance[keep]
        grades = columns.grade[documents]
        worth = text * weights.of(part).take(grades)
        fading = weights.fading(part)
        classes = None if fading is None else fading.take(grades)
        eligible = None
        if says_anything(query.person):
            eligible = part.judge.verdicts(documents, query.person)
            worth *= self._of_verdict[eligible]
            turned_away = (eligible == Truth.NO).view(np.int8) * np.int8(NOT_ELIGIBLE)
            classes = turned_away if classes is None else np.maximum(classes, turned_away)
        if classes is not None:
            worth *= CLASSES[classes]
        if query.near is None:
            distance = np.broadcast_to(distance, documents.shape)
            return Ranked(part, documents, distance, text, worth, eligible, classes)
        halves = np.where(np.isnan(distance), 1, distance / self._boosts.distance.half_for(query.person.travel))
        worth *= np.exp2(-np.minimum(halves, _MOST_HALVES))
        ranked = Ranked(part, documents, distance, text, worth, eligible, classes)
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
    """The rows of those within the radius or found by area, not hidden, that pass every filter; None for all."""
    columns = part.columns
    masks: list[Mask] = []
    if query.near is not None and query.within_m is not None:
        masks.append(~(distance > query.within_m))
    if part.hidden is not None:
        masks.append(~part.hidden[columns.service[documents]])
    for facet, values in query.filters.items():
        if values:
            family, labels = labels_of(facet, values)
            masks.append(part.labels[family].having(labels)[columns.sets(family)[documents]])
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
    return Ranked(
        ranked.part,
        ranked.documents[rows],
        ranked.distance[rows],
        ranked.text[rows],
        ranked.worth[rows],
        None if ranked.eligible is None else ranked.eligible[rows],
        None if ranked.classes is None else ranked.classes[rows],
    )
