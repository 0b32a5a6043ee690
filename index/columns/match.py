"""Which documents of a part match a question, and how well their words do."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.columns.part import Part
from index.columns.plan import Plan
from index.columns.spans import Array, Numbers, Spans
from index.columns.terms import Term
from index.expression import AllOf, AnyOf, Expression, Not, Phrase, Prefix, Word, is_any_word

Mask = NDArray[np.bool_]
Scores = NDArray[np.float64]

_FAINT = 1e-3
"""The text score of a document that matches only by what it does not say: last, but comparable."""


class Workspace:
    """Room to add up scores in, used by one search after another: a million numbers fresh from the system cost more in
    page faults than in additions."""

    def __init__(self) -> None:
        self._room: Scores = np.zeros(0)

    def zeros(self, count: int) -> Scores:
        """``count`` zeros, good until the next call."""
        if len(self._room) < count:
            self._room = np.zeros(count)
        room = self._room[:count]
        room.fill(0)
        return room


def match_text(part: Part, plan: Plan, spans: Spans, workspace: Workspace) -> tuple[Numbers, Scores]:
    """The documents in ``spans`` that match, and the text score of each.

    The text score is BM25F times the share of the question's telling power that was matched, to the power of
    ``Plan.coordination``: two words of two beat one of two, and the rarer word beats the commoner.
    """
    if plan.expression is None:
        everything = np.arange(spans.size)
        return spans.numbers(everything), np.ones(spans.size)
    matched, score = _add_up(part, plan, spans, workspace)
    if not is_any_word(plan.expression):
        mask = _Condition(part, plan, spans).mask(plan.expression)
        scores = np.full(spans.size, _FAINT if plan.wanted else 1.0)
        scores[matched] = score
        matched = np.flatnonzero(mask)
        score = scores[matched]
    return spans.numbers(matched), score


def _add_up(part: Part, plan: Plan, spans: Spans, workspace: Workspace) -> tuple[Numbers, Scores]:
    """The dense numbers of all documents in ``spans`` that have any term, and the text score of each.

    Which words of the question a document has is kept as bits, eight words a byte: of a million documents that is a
    megabyte, which stays in the processor's cache where a second array of shares would not.
    """
    if len(plan.wanted) == 1:
        where, impacts = occurrences(part, plan.wanted[0], spans)
        return where, impacts * plan.wanted[0].worth
    score = workspace.zeros(spans.size)
    held = np.zeros((len(plan.telling) // 8 + 1, spans.size), dtype=np.uint8)
    for term in plan.wanted:
        where, impacts = occurrences(part, term, spans)
        score[where] += impacts * term.worth
        for number, bits in _bytes(term.words):
            row = held[number]  # a row by itself: numpy is slow to write into two dimensions at once
            row[where] |= bits
    matched = np.flatnonzero(np.logical_or.reduce(held))
    share = np.zeros(len(matched))
    for number, row in enumerate(held):
        share += _shares(plan.telling[8 * number : 8 * number + 8])[row[matched]]
    return matched, score[matched] * (share / (sum(plan.telling) or 1.0)) ** plan.coordination


def _bytes(words: Iterable[int]) -> list[tuple[int, np.uint8]]:
    """Which bytes hold the bits of ``words``, and those bits."""
    bits: dict[int, int] = {}
    for word in words:
        bits[word // 8] = bits.get(word // 8, 0) | 1 << word % 8
    return [(number, np.uint8(byte)) for number, byte in bits.items()]


def _shares(telling: Sequence[float]) -> Scores:
    """The sum of each subset of at most eight numbers, by the bits that stand for it."""
    shares = np.zeros(1)
    for one in telling:
        shares = np.concatenate((shares, shares + one))
    return shares


def occurrences(part: Part, term: Term, spans: Spans) -> tuple[Array, Array]:
    """The dense numbers of the documents in ``spans`` that have ``term``, and what it is worth to each, at best."""
    numbers = [number for stem in term.stems if (number := part.stem(stem)) is not None]
    if len(numbers) == 1:
        documents, impacts = part.postings(numbers[0])
        where, which = spans.cut(documents)
        return where, impacts[which]
    best = np.zeros(spans.size if numbers else 0, dtype=np.float32)
    for number in numbers:
        documents, impacts = part.postings(number)
        where, which = spans.cut(documents)
        best[where] = np.maximum(best[where], impacts[which])
    found = np.flatnonzero(best)
    return found, best[found]


class _Condition:
    """What an expression asks of each document in ``spans``, as arrays of yes and no."""

    def __init__(self, part: Part, plan: Plan, spans: Spans) -> None:
        self._part, self._terms, self._spans = part, plan.terms, spans

    def mask(self, expression: Expression) -> Mask:
        """Which documents match."""
        if isinstance(expression, (Word, Prefix)):
            mask = np.zeros(self._spans.size, dtype=np.bool_)
            mask[occurrences(self._part, self._terms[expression], self._spans)[0]] = True
            return mask
        if isinstance(expression, Not):
            return ~self.mask(expression.part)
        if isinstance(expression, Phrase):
            return self._phrase(expression)
        return self._group(expression)

    def _group(self, group: AllOf | AnyOf) -> Mask:
        every = isinstance(group, AllOf)
        mask = np.full(self._spans.size, every)
        for part in group.parts:
            if every:
                mask &= self.mask(part)
            else:
                mask |= self.mask(part)
        return mask

    def _phrase(self, phrase: Phrase) -> Mask:
        """The texts of those that have all the words are read, to see whether the words stand together."""
        mask = self._group(AllOf(phrase.words))
        candidates = np.flatnonzero(mask)
        stems = [self._part.stem(word.stem) for word in phrase.words]
        if len(candidates):
            services = self._part.columns.service[self._spans.numbers(candidates)]
            mask[candidates] = self._part.columns.has_phrase(services, [stem for stem in stems if stem is not None])
        return mask
