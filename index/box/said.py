"""Finds the listed phrases in the box: days, times, what is free, access needs, and words that are left whole."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from index.box.lists import Lists
from index.box.text import Remaining, Token

_OPERATOR = re.compile(r"\b(?:AND|OR|NOT)\b")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_PREFIX = re.compile(r"\S+\*\S*")
_BRACKETED = re.compile(r"\(.*\)", re.DOTALL)
_OPERATION = re.compile(r"(?:\bNOT\s+\S+|\S+\s+(?:AND|OR)\s+(?:NOT\s+)?\S+(?:\s+(?:AND|OR)\s+(?:NOT\s+)?\S+)*)")


class Said(NamedTuple):
    """A listed phrase in the box: where it begins and ends, the field it fills, and with what."""

    start: int
    end: int
    field: str
    value: Any


def keep_query_language(remaining: Remaining) -> None:
    """Leave whole what is written for the search engine: "phrases", prefix*, and what AND, OR and NOT join.

    Brackets group only what an operator joins; elsewhere they are punctuation.
    """
    text = remaining.text
    rules = [_QUOTED] if '"' in text or "“" in text else []
    if "*" in text:
        rules.append(_PREFIX)
    if _OPERATOR.search(text):
        rules += [_BRACKETED, _OPERATION]
    for rule in rules:
        for match in rule.finditer(text):
            remaining.keep(*match.span())


def read_phrases(remaining: Remaining, lists: Lists) -> list[Said]:
    """The phrases in the order of the box, after leaving whole those that are to be left so."""
    found = []
    for said in _scan(remaining, remaining.tokens(), lists):
        if said.field == "kept":
            remaining.keep(said.start, said.end)
        else:
            found.append(said)
    return found


def _scan(remaining: Remaining, tokens: Sequence[Token], lists: Lists) -> Iterator[Said]:
    first = 0
    while first < len(tokens):
        length = 1
        for phrase, (field, value) in lists.phrases.get(tokens[first].word, ()):
            if _stands(remaining, tokens[first : first + len(phrase)], phrase):
                length = len(phrase)
                yield Said(tokens[first].start, tokens[first + length - 1].end, field, value)
                break
        first += length


def _stands(remaining: Remaining, tokens: Sequence[Token], phrase: tuple[str, ...]) -> bool:
    """Whether these words are the phrase, with nothing but spaces and hyphens between them."""
    return tuple(token.word for token in tokens) == phrase and all(
        remaining.touch(one, other) for one, other in pairwise(tokens)
    )


def still(remaining: Remaining, said: Sequence[Said], field: str) -> list[Said]:
    """The phrases of one field that no other rule has taken meanwhile."""
    return [one for one in said if one.field == field and remaining.lower[one.start : one.end].isprintable()]
