"""Every declared source, one a file: the file's name is the source's id with underscores for hyphens."""

from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from directory.domain.errors import NotFound
from directory.domain.sources import Source

_VOCABULARIES = frozenset({"gb-icnptso", "gb-ukcat-tags"})


@cache
def all_sources() -> dict[str, Source]:
    """Every source by its id, in the order of their ids."""
    found = (import_module(f"{__name__}.{module.name}").SOURCE for module in iter_modules(__path__))
    return {source.id: source for source in sorted(found, key=lambda source: source.id)}


def source(source_id: str) -> Source:
    """The source of this id; raise `NotFound` with the ids nearest to it."""
    sources = all_sources()
    if source_id in sources:
        return sources[source_id]
    near = get_close_matches(source_id, sources, n=3, cutoff=0.5)
    meant = f" Did you mean {' or '.join(near)}?" if near else " “signpost sources” names them all."
    raise NotFound(f"No source is called “{source_id}”.{meant}")


def sources_of_uk() -> list[Source]:
    """The real sources of the United Kingdom in the order to read them: vocabularies, registers, what adds to them."""
    chosen = [one for one in all_sources().values() if one.country == "GB" and not one.demonstration]
    return sorted(chosen, key=lambda one: (one.enriches, one.id not in _VOCABULARIES, one.id))
