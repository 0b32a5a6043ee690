"""Places that somebody may mean who is still typing: what the field is filled with, and where that is."""

from directory.domain.errors import InvalidValue
from directory.domain.messages import say_count
from directory.domain.places import Place
from directory.domain.postcode import is_whole_postcode
from directory.geography import Gazetteer
from web.config import LONGEST_PLACE, PLACES_OFFERED

TOLD = tuple(
    say_count("{n} place. Up and down arrows choose.", "{n} places. Up and down arrows choose.", number)
    for number in range(1, PLACES_OFFERED + 1)
)
"""What a screen reader says of so many places offered, from one on."""


def typed_place(text: str) -> str:
    """``text`` with single spaces; raise `InvalidValue` of one longer than any place."""
    if len(text) > LONGEST_PLACE:
        raise InvalidValue("q", text[:LONGEST_PLACE], f"Type at most {LONGEST_PLACE} characters of a place")
    return " ".join(text.split())


def may_be_kept(text: str) -> bool:
    """Whether anybody on the way may keep the answer: a whole postcode tells where somebody lives."""
    return not is_whole_postcode(text)


def places_begun(gazetteer: Gazetteer, text: str) -> list[dict[str, str | None]]:
    """The places that ``text`` may become: each as the words to search near and the authority it lies in, if known."""
    return [{"label": place.label, "within": _within(place)} for place in gazetteer.begun(text, PLACES_OFFERED)]


def _within(place: Place) -> str | None:
    """Where a place is, unless its label says so."""
    authority = place.local_authority_name
    return None if authority is None or authority in place.label else authority
