"""Local crisis services near a place, for the crisis page: where they cannot be looked up, it says so and stands."""

import logging
from collections.abc import Collection
from dataclasses import dataclass

from directory.domain.messages import say
from directory.domain.places import Nation
from index.finder import find
from index.request import BadSearch, SearchRequest
from web.config import CRISIS_NEAR_SHOWN
from web.search.cards import Card, Drawer
from web.wiring import rooms

logger = logging.getLogger(__name__)

CANNOT_LOOK = say("Local services cannot be shown right now. The lines below do not depend on it.")
NONE_KNOWN = say("We know of no local service for this near there. The lines below can help wherever you are.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """What is near: ``cards``, or a ``sentence`` on why there are none; ``nation`` is the one the place is in."""

    cards: tuple[Card, ...] = ()
    sentence: str = ""
    place: str = ""
    nation: Nation | None = None


def near(place: str, needs: Collection[str]) -> Near:
    """The services nearest to what ``needs`` ask for at ``place``, as it was typed. Never raises."""
    request = SearchRequest(near=place, size=str(CRISIS_NEAR_SHOWN), filters={"need": tuple(needs)})
    try:
        found = find(rooms().index(), rooms().gazetteer(), request, rooms().now())
        drawer = Drawer(found, rooms().knowledge().signs, rooms().invented())
        cards = tuple(drawer.card(hit) for hit in found.results.hits if hit.is_fitting)
    except BadSearch as error:
        # As it was made: its text alone could be said in English only.
        return Near(sentence=error.sentence)
    except Exception:  # whatever ails index or database, somebody needs the lines now
        logger.warning("Local crisis services cannot be looked up", exc_info=True)
        return Near(sentence=CANNOT_LOOK)
    where = found.query.near
    assert where is not None  # a request with a place is answered from one, or is a bad search
    return Near(cards=cards, sentence="" if cards else NONE_KNOWN, place=where.label, nation=where.nation)
