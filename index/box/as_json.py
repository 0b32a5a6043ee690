"""The parts of a box as JSON, the same for the command line and the web."""

from typing import Any

from directory.geography.spelling import fold
from index.box.parts import Box


def box_json(box: Box) -> dict[str, Any]:
    """The parts by name, null where the box does not say: the place as it is usually written, the radius in metres,
    days and times by their short names, the age as its two ends."""
    times = [*(part.value for part in box.parts), *(["now"] if box.now else [])]
    return {
        "need": box.need or None,
        "place": _place(box),
        "within_m": round(box.within_m) if box.within_m is not None else None,
        "days": [day.value for day in box.days] or None,
        "times": times or None,
        "age": [box.age.minimum, box.age.maximum] if box.age else None,
        "gender": box.gender.value if box.gender else None,
        "free": box.free,
        "access": [access.value for access in box.access] or None,
    }


def _place(box: Box) -> str | None:
    """The name or postcode as it is usually written, with the area only where an area was typed."""
    if box.place is None:
        return None
    name, _, _ = box.place.label.partition(",")
    return name if fold(box.place_words or "") == fold(name) else box.place.label
