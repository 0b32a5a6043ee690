"""Terms of vocabularies in words: what an attribute's code is called."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from directory.domain.parts import Attribute

Terms = Mapping[tuple[str, str], str]
"""The names of terms by vocabulary and code."""


def labelled(attributes: Iterable[Attribute], terms: Terms) -> tuple[Attribute, ...]:
    """The attributes with the names of their terms; one that no vocabulary knows keeps its own label, or its code."""
    return tuple(replace(one, label=terms.get((one.taxonomy, one.code)) or one.label or one.code) for one in attributes)
