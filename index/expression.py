"""A question in words, understood: the small tree that the query language is read into."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Word(NamedTuple):
    """A word as it was written, folded to plain lower case, and its stem, which is what is indexed."""

    surface: str
    stem: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins with ``start``; ``unfinished`` when nobody asked for that, but the word is only begun."""

    start: str
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words next to each other, in this order."""

    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must match."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part must match; the more of them match, the better."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What must not match."""

    part: "Expression"


Expression = Word | Prefix | Phrase | AllOf | AnyOf | Not


def leaves(expression: Expression, *, with_excluded: bool = True) -> Iterator[Word | Prefix]:
    """The words and prefixes from left to right; without those under a `Not`, they are what counts for a document."""
    if isinstance(expression, (Word, Prefix)):
        yield expression
    elif isinstance(expression, Phrase):
        yield from expression.words
    elif isinstance(expression, Not):
        if with_excluded:
            yield from leaves(expression.part)
    else:
        for part in expression.parts:
            yield from leaves(part, with_excluded=with_excluded)


def is_any_word(expression: Expression) -> bool:
    """Whether it asks for nothing but any of its words, as most questions do."""
    if isinstance(expression, AnyOf):
        return all(isinstance(part, (Word, Prefix)) for part in expression.parts)
    return isinstance(expression, (Word, Prefix))


def replaced(expression: Expression, by: Mapping[Word, Word | Prefix]) -> Expression:
    """``expression`` with some words exchanged; a phrase takes whole words only."""
    if isinstance(expression, Word):
        return by.get(expression, expression)
    if isinstance(expression, Phrase):
        words = ((word, by.get(word, word)) for word in expression.words)
        return Phrase(tuple(new if isinstance(new, Word) else old for old, new in words))
    if isinstance(expression, Not):
        return Not(replaced(expression.part, by))
    if isinstance(expression, Prefix):
        return expression
    return type(expression)(tuple(replaced(part, by) for part in expression.parts))


def together(parts: Sequence[Expression]) -> Expression | None:
    """What parts mean that were written side by side: any of the words, but every phrase, and nothing excluded.

    Whoever puts words in quotation marks or NOT before them means it; a bare word is a wish.
    """
    loose = [part for part in parts if not isinstance(part, (Phrase, Not))]
    strict = [part for part in parts if isinstance(part, (Phrase, Not))]
    if loose and any(isinstance(part, Phrase) for part in strict):
        return all_of([*strict, AnyOf((*loose, EVERYTHING))])
    any_loose = any_of(loose)
    return all_of([any_loose, *strict] if any_loose else strict)


def all_of(parts: Sequence[Expression]) -> Expression | None:
    """All of ``parts``; one is itself, and none is nothing asked."""
    return AllOf(tuple(parts)) if len(parts) > 1 else next(iter(parts), None)


def any_of(parts: Sequence[Expression]) -> Expression | None:
    """Any of ``parts``; one is itself, and none is nothing asked."""
    return AnyOf(tuple(parts)) if len(parts) > 1 else next(iter(parts), None)


EVERYTHING = AllOf(())
"""Matches every document: `together` puts it beside words that are welcome and not required."""
