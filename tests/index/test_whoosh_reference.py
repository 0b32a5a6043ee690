"""Text scores against Whoosh's own BM25F on its own index, as a second opinion.

Deliberate differences, which these tests step around: our lengths are measured against fixed usual lengths and not
against the collection's average (so here the usual length is set to the average); Whoosh rounds lengths to a byte (so
texts here have at most ten words, which it keeps exactly); words of a question count together by coordination (so
questions here are single words); and we add all fields before damping them (so one field is used here).
"""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.query import Term
from whoosh.scoring import BM25F

from index.boosts import PerField
from index.build import build
from index.columns.engine import ColumnIndex
from index.protocol import Query
from tests.index.samples import BOOSTS, KNOWLEDGE, LANGUAGE, clock, entry

WORDS = ("choir", "lunch", "walk", "art", "music")
DEAF = replace(KNOWLEDGE, phrases=KNOWLEDGE.phrases.deaf())
texts = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=10).map(" ".join), min_size=2, max_size=10)


def whoosh_scores(documents: list[str], word: str) -> dict[str, float]:
    schema = Schema(id=ID(stored=True), text=TEXT(analyzer=LANGUAGE.analyser))
    index = RamStorage().create_index(schema)
    writer = index.writer()
    for number, text in enumerate(documents):
        writer.add_document(id=str(number), text=text)
    writer.commit()
    with index.searcher(weighting=BM25F(B=BOOSTS.text.b, K1=BOOSTS.text.k1)) as searcher:
        return {hit["id"]: hit.score for hit in searcher.search(Term("text", word), limit=None)}


def our_scores(folder: Path, documents: list[str], word: str) -> dict[str, float]:
    """Each text as a description; names say nothing that is asked for."""
    average = sum(len(LANGUAGE.words(text)) for text in documents) / len(documents)
    usual = PerField(name=1, tags=1, description=average)
    boosts = replace(BOOSTS, text=replace(BOOSTS.text, usual_length=usual))
    entries = [entry(str(number), "Name", description=text) for number, text in enumerate(documents)]
    build(folder, entries, 0, knowledge=DEAF, boosts=boosts, clock=clock)
    index = ColumnIndex(folder, knowledge=DEAF, boosts=boosts, clock=clock)
    return {hit.entry.id: hit.score for hit in index.search(Query(text=word, size=100)).hits}


@settings(max_examples=25, deadline=None)
@given(texts, st.sampled_from(WORDS))
def test_one_word_in_one_field_ranks_as_in_whoosh(documents: list[str], word: str) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        ours = our_scores(Path(scratch) / "index", documents, word)
    theirs = whoosh_scores(documents, word)

    assert set(ours) == set(theirs)
    for one in theirs:
        for other in theirs:
            if theirs[one] > theirs[other] + 1e-6:
                assert ours[one] > ours[other]
