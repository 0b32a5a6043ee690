"""The values of criteria in words: names out of our own lists are messages, the others stay as somebody wrote them."""

from directory.domain.eligibility.criteria import Field
from directory.domain.messages import mark, say
from directory.domain.wording.conditions import CONDITIONS
from directory.domain.wording.documents import DOCUMENTS
from directory.domain.wording.languages import LANGUAGES

_OURS = {
    Field.GENDER: frozenset((mark("women"), mark("men"), mark("non-binary"))),
    Field.CONDITION: frozenset(CONDITIONS),
    Field.LANGUAGE: frozenset((*LANGUAGES, mark("English"), mark("British Sign Language"), mark("BSL"))),
    Field.DOCUMENT: frozenset(DOCUMENTS),
}


def value_in_words(field: Field, value: str) -> str:
    """A value of a criterion on ``field``."""
    return say(value) if value in _OURS.get(field, ()) else value
