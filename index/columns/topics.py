"""The needs that a question speaks of, as terms to search by, and what they leave for its very words to say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from index.boosts import WordWeights
from index.columns.terms import Corpus, Term
from index.expression import Prefix, Word
from index.needs.phrases import Heard
from index.needs.signs import PREFIX
from index.needs.taxonomy import Taxonomy


class _Meeting(NamedTuple):
    """What meets a need that was heard: the stems in use with their shares, and in how many services the commonest
    and all of those that are the need, or a narrower one, are."""

    shares: dict[str, float]
    commonest: int
    services: int


class Topics:
    """What was heard in a question of the words ``wanted``; of nothing heard, everything stays as it is.

    The surer the surest need was heard, the less the question's own words matter: those that texts say it with too
    matter less, and the others hardly at all. A need that hardly any service meets makes nobody sure.
    """

    def __init__(
        self,
        heard: Sequence[Heard],
        wanted: Sequence[Word | Prefix],
        taxonomy: Taxonomy,
        corpus: Corpus,
        weights: WordWeights,
    ) -> None:
        self._heard, self._taxonomy, self._corpus, self._weights = heard, taxonomy, corpus, weights
        self._numbers = {leaf.stem: number for number, leaf in enumerate(wanted) if isinstance(leaf, Word)}
        self._met = [self._meeting(one) for one in heard]
        few = weights.few_services
        sureness = (one.weight * met.services / (met.services + few) for one, met in zip(heard, self._met, strict=True))
        self._sure = max(sureness, default=0.0)
        self._plain = frozenset[int]().union(*(self._numbers_of(one.plain) for one in heard))
        self._said = frozenset[int]().union(*(self._numbers_of(one.stems) for one in heard))

    def _meeting(self, heard: Heard) -> _Meeting:
        need, taxonomy = self._taxonomy.needs[heard.need], self._taxonomy
        shares = {need.id: 1.0} | dict.fromkeys(taxonomy.children(need.id), self._weights.narrower)
        if need.parent:
            shares[need.parent] = self._weights.broader
        frequencies = {PREFIX + one: self._corpus.frequency(PREFIX + one) for one in shares}
        return _Meeting(
            {PREFIX + one: share for one, share in shares.items() if frequencies[PREFIX + one]},
            frequencies[PREFIX + need.id] or max(frequencies.values()),
            sum(count for stem, count in frequencies.items() if stem != PREFIX + (need.parent or "")),
        )

    def _numbers_of(self, stems: frozenset[str]) -> frozenset[int]:
        return frozenset(self._numbers[stem] for stem in stems if stem in self._numbers)

    @property
    def labels(self) -> tuple[tuple[str, str], ...]:
        """The needs as ids with labels, the surest first."""
        return tuple((one.need, self._taxonomy.needs[one.need].label) for one in self._heard)

    @property
    def coordination(self) -> float:
        """How much it counts that a document has all of the question and not some."""
        return (1 - self._sure) * self._weights.coordination + self._sure * self._weights.topic_coordination

    def terms(self) -> Iterator[Term]:
        """Each need, those one level down and the one above, as far as anything meets them."""
        for one, met in zip(self._heard, self._met, strict=True):
            idf, words = self._corpus.idf(met.commonest), self._numbers_of(one.stems)
            for stem, share in met.shares.items():
                weight = self._weights.topic * one.weight * share
                yield Term(stem.removeprefix(PREFIX), (stem,), idf, weight, words, is_topic=True)

    def beside(self, words: Sequence[Term]) -> Iterator[Term]:
        """The words of the question, weighed beside the needs they speak of."""
        for number, term in enumerate(words):
            kept = self._weights.in_topic if number in self._plain else self._weights.beside_topic
            yield replace(term, weight=term.weight * (1 - self._sure * (1 - kept)))

    def telling(self, idfs: Sequence[float]) -> tuple[float, ...]:
        """How telling each word is: those that say no need hardly tell what is wanted where one was heard."""
        left = 1 - self._sure * (1 - self._weights.beside_topic)
        return tuple(idf if number in self._said else idf * left for number, idf in enumerate(idfs))
