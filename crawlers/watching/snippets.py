"""The words of a page that a finding stands in, short enough to be shown with it."""

import re

from crawlers.watching.limits import MAX_SNIPPET

_SENTENCE_END = re.compile(r"[.!?]\s")


def words_around(text: str, start: int, end: int) -> str:
    """The line of ``text`` with the characters from ``start`` to ``end``; of a long line the sentence, or less."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if last - first <= MAX_SNIPPET:
        return text[first:last].strip()
    first, last = _sentence(text, max(first, start - MAX_SNIPPET), start, end, min(last, end + MAX_SNIPPET))
    spare = max(0, MAX_SNIPPET - (end - start)) // 2
    if last - first > MAX_SNIPPET:
        first, last = max(first, start - spare), min(last, end + spare)
    return text[first:last].strip()[:MAX_SNIPPET]


def _sentence(text: str, first: int, start: int, end: int, last: int) -> tuple[int, int]:
    """The narrowest stretch between ends of sentences, from ``first`` to ``last``, round ``start`` to ``end``."""
    before = [match.end() for match in _SENTENCE_END.finditer(text, first, start)]
    after = _SENTENCE_END.search(text, end, last)
    return (before[-1] if before else first), (after.start() + 1 if after else last)
