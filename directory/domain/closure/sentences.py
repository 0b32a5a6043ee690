"""A text cut into sentences, as notices on web pages have them: headings, list items, abbreviations, times of day."""

import re
from collections.abc import Iterator

from directory.domain.times.tokens import plainly

LONGEST = 400
"""Characters of a sentence, past which it is cut at a space: no notice is longer, and the cost of reading stays in
proportion to the length of the text."""

_ABBREVIATIONS = (
    *("st", "ste", "dr", "mr", "mrs", "ms", "rev", "revd", "prof", "hon", "sgt", "fr", "sr", "jr", "no", "nos", "rd"),
    *("ave", "sq", "tel", "ext", "approx", "incl", "excl", "min", "max", "dept", "est", "ltd", "co", "vs", "viz", "cf"),
    *("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"),
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"),
)
_SHORTENED = re.compile(
    # "St.", "e.g.", "J." and "7 p.m." before a word in small letters
    rf"(?:\b(?:{'|'.join(_ABBREVIATIONS)})|\b(?:e\.?g|i\.e|h\.y|e\.e)|(?<![^\W_])[^\W\d_](?:\.[^\W\d_])*)\.$",
    re.IGNORECASE,
)
_HALF_OF_DAY = re.compile(r"(?<![^\W\d_])[ap]\.\s?m\.$", re.IGNORECASE)
"""Before a capital letter it does end a sentence: "at 7 p.m. We hope"."""
_SPLIT = re.compile(
    r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029•|]+"
    r"|(?P<stop>[.!?…]+[)\"'”]*)(?=\s+[^\W\d_a-z]|\s+[\"'(“£\d\[-]|\s*$)"
    # "It has closed.We are sorry" has lost its space
    r"|(?<=[a-z]{2})(?P<tight>[.!?])(?=[A-Z][a-z]+\s)",
    re.MULTILINE,
)
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w")


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of ``text`` in its order and its own words, with single spaces and plain dashes and apostrophes.

    The end of a line ends a sentence. None is empty or longer than `LONGEST`.
    """
    start = 0
    for match in _SPLIT.finditer(text):
        if match["stop"] and _goes_on(text, start, match.end("stop")):
            continue
        end = match.end() if match["stop"] or match["tight"] else match.start()
        yield from _pieces(text[start:end])
        start = match.end()
    yield from _pieces(text[start:])


def _goes_on(text: str, start: int, stop: int) -> bool:
    """Whether the full stop before ``stop`` belongs to a short form, and the line goes on after it."""
    words = text[max(start, stop - 12) : stop]
    if not _SHORTENED.search(words):
        return False
    rest = text[stop : stop + 40].lstrip(" \t")
    if not rest or rest[0] in "\n\r":
        return False
    return not (_HALF_OF_DAY.search(words) and rest[0].isupper())


def _pieces(sentence: str) -> Iterator[str]:
    words = _SPACES.sub(" ", plainly(sentence)).strip(" -*\u00b7")
    start = 0
    while start < len(words):
        end = start + LONGEST
        if end < len(words):
            space = words.rfind(" ", start + 1, end)
            end = space if space > 0 else end
        piece = words[start:end].strip()
        if _WORD.search(piece):
            yield piece
        start = end
