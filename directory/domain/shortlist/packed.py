"""A shortlist as few bytes, to be signed and sent in a link: 4 for the list, 25 for each service, and its note."""

from datetime import date, timedelta
from struct import Struct, error
from uuid import UUID

from directory.domain.errors import InvalidValue
from directory.domain.messages import say
from directory.domain.shortlist.facts import How, KeyFacts
from directory.domain.shortlist.shortlist import Item, Shortlist

FORM = 1
"""The first byte. Links live on: a change to what follows takes another number, and this one stays readable."""

_EPOCH = date(1970, 1, 1)
_HEAD = Struct(">BHB")
_ITEM = Struct(">16sBHHHH")
_NO_FACTS = 255
_NOT_WHOLE = "This list is not whole"


def pack(shortlist: Shortlist) -> bytes:
    """The list as bytes; raise `InvalidValue` where a service's id is no UUID, or the day is not of 1970 to 2149."""
    try:
        head = _HEAD.pack(FORM, (shortlist.made_on - _EPOCH).days, len(shortlist.items))
        return head + b"".join(_packed(item) for item in shortlist.items)
    except (error, ValueError):
        raise InvalidValue("shortlist", "", say("This list cannot be sent")) from None


def unpack(packed: bytes) -> Shortlist:
    """The list that `pack` made these bytes of; raise `InvalidValue` on any others."""
    try:
        form, days, count = _HEAD.unpack_from(packed)
        items, at = [], _HEAD.size
        for _ in range(count):
            item, at = _unpacked(packed, at)
            items.append(item)
    except (error, ValueError):
        raise InvalidValue("shortlist", "", _NOT_WHOLE) from None
    if form != FORM or at != len(packed):
        raise InvalidValue("shortlist", "", _NOT_WHOLE)
    return Shortlist(made_on=_EPOCH + timedelta(days=days), items=tuple(items))


def _packed(item: Item) -> bytes:
    facts, note = item.facts, item.note.encode()
    marks = (facts.how, facts.phone, facts.place, facts.times) if facts else (_NO_FACTS, 0, 0, 0)
    return _ITEM.pack(UUID(item.service_id).bytes, *marks, len(note)) + note


def _unpacked(packed: bytes, at: int) -> tuple[Item, int]:
    """The item that begins at a byte, and where the next one does."""
    key, how, phone, place, times, length = _ITEM.unpack_from(packed, at)
    begins = at + _ITEM.size
    ends = begins + length
    if ends > len(packed):
        raise ValueError(_NOT_WHOLE)
    facts = None if how == _NO_FACTS else KeyFacts(how=How(how), phone=phone, place=place, times=times)
    return Item(service_id=str(UUID(bytes=key)), note=packed[begins:ends].decode(), facts=facts), ends
