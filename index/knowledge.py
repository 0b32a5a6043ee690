"""What the index knows of words: the language, the signs of needs in texts, and what people say who have them."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.boosts import DATA, read_stop_words
from index.language import Language
from index.needs.hearing import read_hearing
from index.needs.phrases import PhraseBook
from index.needs.signs import Signs
from index.needs.taxonomy import read_taxonomy


@dataclass(frozen=True, slots=True)
class Knowledge:
    """See `read_knowledge`."""

    language: Language
    signs: Signs
    phrases: PhraseBook


@lru_cache(maxsize=2)
def read_knowledge(data: Path = DATA.parent) -> Knowledge:
    """Read stop words, taxonomy and phrases from the files in ``data``, which an editor may change.

    A process reads them once, which takes a third of a second.
    """
    language = Language(read_stop_words(data / "index" / "stop_words.toml"))
    taxonomy = read_taxonomy(data)
    signs = Signs(taxonomy, language)
    hearing = read_hearing(data / "index" / "hearing.toml")
    return Knowledge(language, signs, PhraseBook(taxonomy, language, signs, hearing))
