"""A question made ready for this index: what its words are worth, what they were corrected to, what a prefix means."""

from dataclasses import dataclass, replace

from index.boosts import WordWeights
from index.columns.terms import Corpus, Term
from index.columns.topics import Topics
from index.expression import Expression, Prefix, Word, is_any_word, leaves, replaced
from index.knowledge import Knowledge
from index.language import Language
from index.limits import MOST_WORDS, SHORTEST_UNFINISHED


@dataclass(frozen=True, slots=True)
class Plan:
    """``expression`` says what must match, None for everything; ``wanted`` are the terms that count, words before
    topics, and ``telling`` the idf of each word."""

    expression: Expression | None
    terms: dict[Word | Prefix, Term]
    wanted: tuple[Term, ...]
    telling: tuple[float, ...]
    searched_for: str | None
    topics: tuple[tuple[str, str], ...] = ()
    coordination: float = 0.0


def make_plan(text: str, knowledge: Knowledge, corpus: Corpus, weights: WordWeights) -> Plan:
    """Read ``text``, fit it to what the index holds, and hear the needs in it."""
    language = knowledge.language
    expression = language.parse(text)
    if expression is None:
        return Plan(None, {}, (), (), None)
    exchanged = _exchanges(text, expression, knowledge, corpus)
    corrections = {old.surface: new.surface for old, new in exchanged.items() if isinstance(new, Word)}
    if exchanged:
        expression = replaced(expression, exchanged)
    terms = {leaf: _term(leaf, corpus, weights) for leaf in leaves(expression)}
    wanted = list(dict.fromkeys(leaves(expression, with_excluded=False)))[:MOST_WORDS]
    words = [replace(terms[leaf], words=frozenset([number])) for number, leaf in enumerate(wanted)]
    # Who writes quotation marks or operators means the very words.
    heard = knowledge.phrases.heard(language.corrected(text, corrections)) if is_any_word(expression) else []
    topics = Topics(heard, wanted, knowledge.signs.taxonomy, corpus, weights)
    return Plan(
        expression,
        terms,
        (*topics.beside(words), *topics.terms()),
        topics.telling([term.idf for term in words]),
        language.corrected(text, corrections) if corrections else None,
        topics.labels,
        topics.coordination,
    )


def _exchanges(text: str, expression: Expression, knowledge: Knowledge, corpus: Corpus) -> dict[Word, Word | Prefix]:
    """What to take for the words that nobody uses: a longer word when the last one is only begun, else a near one."""
    exchanged: dict[Word, Word | Prefix] = {}
    unknown = [
        leaf
        for leaf in leaves(expression)
        if isinstance(leaf, Word) and not corpus.frequency(leaf.stem) and not knowledge.phrases.knows(leaf.stem)
    ]
    for word in unknown[:MOST_WORDS]:
        if _may_be_unfinished(word, text, knowledge.language) and corpus.stems_beginning(word.surface):
            exchanged[word] = Prefix(word.surface, unfinished=True)
        elif nearest := corpus.nearest(word.surface):
            exchanged[word] = nearest
    return exchanged


def _may_be_unfinished(word: Word, text: str, language: Language) -> bool:
    """Only a last word that nobody uses as it stands: "men" means men, not mental health."""
    ends_in_it = text[-1:].isalnum() and language.word(language.tokens(text)[-1]) == word
    return ends_in_it and len(word.surface) >= SHORTEST_UNFINISHED


def _term(leaf: Word | Prefix, corpus: Corpus, weights: WordWeights) -> Term:
    if isinstance(leaf, Word):
        frequency = corpus.frequency(leaf.stem)
        return Term(leaf.surface, (leaf.stem,) if frequency else (), corpus.idf(frequency), 1.0)
    stems = corpus.stems_beginning(leaf.start)
    # The most frequent of its words says how telling a prefix is: rare ones among them would make it seem rare.
    idf = corpus.idf(corpus.frequency(stems[0])) if stems else 0.0
    return Term(f"{leaf.start}…", stems, idf, weights.unfinished if leaf.unfinished else weights.prefix)
