"""Places as somebody types them, as an address may keep them, and as the path of a page says them."""

from directory.domain.messages import say
from directory.domain.places import Place
from directory.geography import Gazetteer
from index.request import BadSearch, typed
from web.search.forms import UNCLEAR, home_kept


def kept_place(text: str) -> str:
    """``text`` with a whole postcode cut to its sector, wherever it stands in it; a name as it is.

    Who asks what is near often asks from home, of which no more than the sector is anybody's business.
    """
    kept = home_kept(text)
    return text.strip() if kept == UNCLEAR else kept


def place_typed(field: str, text: str, gazetteer: Gazetteer) -> Place | None:
    """The place that ``text`` means, None of nothing; raise `BadSearch` where no place is known by it."""
    text = typed(field, kept_place(text))
    if not text:
        return None
    finding = gazetteer.find(text)
    if finding.place is None:
        reason = finding.reason or say("No place is known by the name {name}.", name=text)
        raise BadSearch(field, reason, finding.alternatives)
    return finding.place


def in_path(label: str) -> str:
    """A place as a path says it: ``NE28-9``, ``Newport--Isle-of-Wight``."""
    return label.replace(", ", "--").replace(" ", "-")


def of_path(path: str) -> str:
    """What `in_path` made a path of, as the gazetteer reads it."""
    return path.replace("--", ", ").replace("-", " ")
