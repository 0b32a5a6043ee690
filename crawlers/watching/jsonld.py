"""JSON-LD as pages carry it: with comments, commas too many, several objects in one script, or cut off."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import html

from crawlers.watching.limits import MAX_SCRIPT, MAX_VALUES

_TYPE = re.compile(r"\s*application/ld\+json\b", re.IGNORECASE)
# Each alternative takes all that it could begin, also where its end is missing, so that no character is read twice.
_STRING_OR_COMMENT = re.compile(
    r'"(?:\\(?:.|$)|[^"\\])*+(?:"|$)|//[^\n]*|/\*[^*]*+(?:\*(?!/)[^*]*+)*+(?:\*/|$)|<!--|-->|<!\[CDATA\[|\]\]>',
    re.DOTALL,
)
_STRING_OR_COMMA = re.compile(r'"(?:\\(?:.|$)|[^"\\])*+(?:"|$)|,(?=\s*+[}\]])', re.DOTALL)
_DECODER = json.JSONDecoder(strict=False)


def objects_in(tree: html.HtmlElement) -> Iterator[Any]:
    """The values of a page's JSON-LD scripts, as Python has them; what cannot be read is left out."""
    for script in tree.iter("script"):
        if _TYPE.match(script.get("type", "")):
            yield from _values(script.text_content()[:MAX_SCRIPT])


def _values(text: str) -> Iterator[Any]:
    """The JSON values in ``text``, one after the other; if there is none, those that are left by mending it."""
    found = list(_decoded(text))
    if not found:
        found = list(_decoded(_mended(text)))
    if not found and "&quot;" in text:
        found = list(_decoded(_mended(unescape(text))))
    yield from found


def _decoded(text: str) -> Iterator[Any]:
    position = 0
    for _ in range(MAX_VALUES):
        start = min((at for bracket in "{[" if (at := text.find(bracket, position)) >= 0), default=None)
        if start is None:
            return
        try:
            value, position = _DECODER.raw_decode(text, start)
        except (ValueError, RecursionError):
            return
        yield value


def _mended(text: str) -> str:
    """``text`` without comments and commas before a closing bracket; strings are left as they are."""

    def only_strings(match: re.Match[str]) -> str:
        return match[0] if match[0].startswith('"') else ""

    return _STRING_OR_COMMA.sub(only_strings, _STRING_OR_COMMENT.sub(only_strings, text))
