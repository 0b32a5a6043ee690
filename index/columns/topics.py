"""The needs that a question speaks of, as terms to search by, and what they leave for its very words to say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.boosts import WordWeights
from index.columns.terms import Corpus, Term
from index.expression import Prefix, Word
from index.needs.phrases import Heard
from index.needs.signs import PREFIX
from index.needs.taxonomy import Taxonomy


class Topics:
    """What was heard in a question of the words ``wanted``; of nothing heard, everything stays as it is.

    The surer the surest need was heard, the less the question's own words matter: those that texts say it with too
    matter less, and the others hardly at all.
    """

    def __init__(
        self, heard: Sequence[Heard], wanted: Sequence[Word | Prefix], taxonomy: Taxonomy, weights: WordWeights
    ) -> None:
        self._heard, self._taxonomy, self._weights = heard, taxonomy, weights
        self._numbers = {leaf.stem: number for number, leaf in enumerate(wanted) if isinstance(leaf, Word)}
        self._sure = max((one.weight for one in heard), default=0.0)
        self._plain = frozenset[int]().union(*(self._numbers_of(one.plain) for one in heard))
        self._said = frozenset[int]().union(*(self._numbers_of(one.stems) for one in heard))

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

    def terms(self, corpus: Corpus) -> Iterator[Term]:
        """Each need, those one level down and the one above, as far as anything meets them."""
        for one in self._heard:
            need = self._taxonomy.needs[one.need]
            shares = {need.id: 1.0} | dict.fromkeys(self._taxonomy.children(need.id), self._weights.narrower)
            if need.parent:
                shares[need.parent] = self._weights.broader
            idf, words = corpus.idf(corpus.frequency(PREFIX + need.id)), self._numbers_of(one.stems)
            for met, share in shares.items():
                if corpus.frequency(PREFIX + met):
                    weight = self._weights.topic * one.weight * share
                    yield Term(met, (PREFIX + met,), idf, weight, words, is_topic=True)

    def beside(self, words: Sequence[Term]) -> Iterator[Term]:
        """The words of the question, weighed beside the needs they speak of."""
        for number, term in enumerate(words):
            kept = self._weights.in_topic if number in self._plain else self._weights.beside_topic
            yield replace(term, weight=term.weight * (1 - self._sure * (1 - kept)))

    def telling(self, idfs: Sequence[float]) -> tuple[float, ...]:
        """How telling each word is: those that say no need hardly tell what is wanted where one was heard."""
        left = 1 - self._sure * (1 - self._weights.beside_topic)
        return tuple(idf if number in self._said else idf * left for number, idf in enumerate(idfs))
