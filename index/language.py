"""The one place that speaks Whoosh: words and their stems, the query language, and what to mark in a text."""

import re
from base64 import urlsafe_b64encode
from collections.abc import Collection
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import whoosh
import whoosh.analysis
import whoosh.qparser
import whoosh.query
from whoosh.qparser.syntax import OrGroup
from whoosh.query.compound import Or
from whoosh.support.charset import accent_map

from directory.domain.errors import SignpostError
from index.expression import Expression, Not, Phrase, Prefix, Word, all_of, any_of, together
from index.limits import REMEMBERED_WORDS, SHORTEST_PREFIX
from index.marking import Marker

WHOOSH = "whoosh3"

# whoosh3 has types in part only, and exports nothing explicitly.
analysis: Any = whoosh.analysis
qparser: Any = whoosh.qparser
query: Any = whoosh.query

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FOLDED: dict[Any, str | None] = {**accent_map, ord("'"): None, ord("’"): None}
"""Accents go, and apostrophes, so that "men's" and "mens" are one word."""


class WrongWhoosh(SignpostError):
    """The whoosh package that Python imports is not the one this index was written for."""


def require_whoosh3() -> None:
    """Raise `WrongWhoosh` unless the imported ``whoosh`` is whoosh3's: several forks own the same folder, and the one
    installed last overwrites the others. Whose it is shows in the hash that whoosh3 recorded for its own file."""
    try:
        files = distribution(WHOOSH).files or []
    except PackageNotFoundError:
        files = []
    recorded = next((file.hash for file in files if file.as_posix() == "whoosh/__init__.py"), None)
    found = Path(whoosh.__file__).read_bytes()
    actual = urlsafe_b64encode(sha256(found).digest()).rstrip(b"=").decode()
    if recorded is None or recorded.value != actual:
        raise WrongWhoosh(
            f"Signpost needs {WHOOSH}, and another package owns the folder {Path(whoosh.__file__).parent}: "
            f"uninstall every other whoosh, then reinstall {WHOOSH}."
        )


class _Together(Or):
    """Parts written side by side, told apart from parts joined by OR."""


class _TogetherGroup(OrGroup):
    qclass = _Together


def _parser() -> Any:
    plugins = qparser.plugins
    return qparser.QueryParser(
        "text",
        schema=None,
        group=_TogetherGroup,
        plugins=[
            plugins.WhitespacePlugin(),
            plugins.PhrasePlugin(),
            plugins.PrefixPlugin(),
            plugins.GroupPlugin(),
            plugins.OperatorsPlugin(AndMaybe=None, Require=None, AndNot=None),
        ],
    )


class _Memo(dict[str, Word | None]):
    """What the analyser makes of each token, asked once: it looks at one token at a time, so this loses nothing."""

    def __init__(self, folded: Any, stemmed: Any) -> None:
        super().__init__()
        self._folded, self._stemmed = folded, stemmed

    def __missing__(self, token: str) -> Word | None:
        if len(self) >= REMEMBERED_WORDS:
            self.clear()
        stems = [found.text for found in self._stemmed(token)]
        surfaces = [found.text for found in self._folded(token)]
        word = Word(surfaces[0], stems[0]) if stems else None
        self[token] = word
        return word


class Language:
    """English as search needs it. Accents, case and apostrophes do not count; words of one stem are one word."""

    def __init__(self, stop_words: frozenset[str]) -> None:
        require_whoosh3()
        plain = analysis.RegexTokenizer(_TOKEN) | analysis.LowercaseFilter() | analysis.CharsetFilter(_FOLDED)
        folded = plain | analysis.StopFilter(stoplist=stop_words, minsize=2)
        self.analyser = folded | analysis.StemFilter()
        self._plain = plain
        self._memo = _Memo(folded, self.analyser)
        self._parser = _parser()
        self.parse = lru_cache(maxsize=2_000)(self._parse)

    def tokens(self, text: str) -> list[str]:
        """``text`` cut at everything that is not a letter, a figure or an apostrophe between two."""
        return _TOKEN.findall(text)

    def folded(self, token: str) -> str:
        """``token`` in plain lower case, without accents and apostrophes."""
        return token.lower().translate(_FOLDED)

    def word(self, token: str) -> Word | None:
        """What a token stands for; None for a stop word."""
        return self._memo[token]

    def words(self, text: str) -> list[Word]:
        """The words of ``text`` in order, without stop words: what Whoosh's analyser makes of it."""
        return [word for word in map(self._memo.__getitem__, _TOKEN.findall(text)) if word is not None]

    def _parse(self, text: str) -> Expression | None:
        """Read a question: words, "phrases", prefix*, AND, OR, NOT and brackets; None when it has no word in it."""
        return self._translate(self._parser.parse(text, normalize=False))

    def _translate(self, node: Any) -> Expression | None:
        if isinstance(node, query.Phrase):
            return self._phrase(" ".join(node.words))
        if isinstance(node, query.Prefix):
            return self._prefix(node.text)
        if isinstance(node, query.Term):
            return any_of(self.words(node.text))
        if isinstance(node, query.Not):
            part = self._translate(node.query)
            return None if part is None else Not(part)
        if isinstance(node, (query.And, query.Or)):
            return self._group(node)
        return None

    def _group(self, node: Any) -> Expression | None:
        parts = [part for part in map(self._translate, node.subqueries) if part is not None]
        if isinstance(node, _Together):
            return together(parts)
        return all_of(parts) if isinstance(node, query.And) else any_of(parts)

    def _phrase(self, text: str) -> Expression | None:
        words = self.words(text)
        return Phrase(tuple(words)) if len(words) > 1 else any_of(words)

    def _prefix(self, text: str) -> Expression | None:
        starts = [found.text for found in self._plain(text)]
        if starts and len(starts[-1]) >= SHORTEST_PREFIX:
            before = [word for start in starts[:-1] for word in self.words(start)]
            return any_of([*before, Prefix(starts[-1])])
        return any_of(self.words(text))

    def corrected(self, text: str, corrections: dict[str, str]) -> str:
        """``text`` with the words that ``corrections`` has, by their folded form, replaced."""

        def replace(match: re.Match[str]) -> str:
            word = self._memo[match[0]]
            return corrections.get(word.surface, match[0]) if word else match[0]

        return _TOKEN.sub(replace, text)

    def marker(self, stems: Collection[str]) -> Marker:
        """Marks the words with these stems."""
        return Marker(_TOKEN, self._memo, stems)
