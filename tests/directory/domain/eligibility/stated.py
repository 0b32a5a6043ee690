"""Criteria and homes, said shortly for tests."""

from directory.domain.eligibility import criteria as stating
from directory.domain.eligibility.criteria import AgeRange, Criterion, Field, SaidBy, Strength
from directory.domain.places import Nation, Place, Point, Precision

WALLSEND = Point(55.0, -1.5)


def needs(field: Field, *values: str, ages: tuple[AgeRange, ...] = (), **stated: object) -> Criterion:
    """A criterion that only those meet who have one of the values."""
    return Criterion(field=field, test=stating.Test.NEEDS, values=values, ages=ages, **stated)  # type: ignore[arg-type]


def accepts(field: Field, *values: str, **stated: object) -> Criterion:
    """A criterion by which those who have one of the values may come."""
    return Criterion(field=field, test=stating.Test.ACCEPTS, values=values, **stated)  # type: ignore[arg-type]


def excludes(field: Field, *values: str, ages: tuple[AgeRange, ...] = (), **stated: object) -> Criterion:
    """A criterion by which nobody may come who has one of the values."""
    return Criterion(field=field, test=stating.Test.EXCLUDES, values=values, ages=ages, **stated)  # type: ignore[arg-type]


def open_to_all(field: Field, said_by: SaidBy = SaidBy.FEED, strength: Strength = Strength.MUST) -> Criterion:
    """A criterion that everybody meets."""
    return Criterion(field=field, test=stating.Test.OPEN, said_by=said_by, strength=strength)


def aged(minimum: int | None = None, maximum: int | None = None, **stated: object) -> Criterion:
    """A criterion of one range of ages."""
    return needs(Field.AGE, ages=(AgeRange(minimum, maximum),), **stated)


def home(precision: Precision = Precision.SECTOR, **known: object) -> Place:
    """A home in NE28 9, or as near to that as ``precision`` tells."""
    labels = {Precision.POSTCODE: "NE28 9ND", Precision.SECTOR: "NE28 9", Precision.OUTCODE: "NE28"}
    radii = {Precision.POSTCODE: 100.0, Precision.SECTOR: 1_000.0, Precision.OUTCODE: 2_500.0}
    values: dict[str, object] = {
        "label": labels.get(precision, "Wallsend"),
        "point": WALLSEND,
        "precision": precision,
        "radius_m": radii.get(precision, 2_000.0),
        "local_authority": "E08000022",
        "nation": Nation.ENGLAND,
        "outcode": "NE28",
        "postcode": "NE28 9ND" if precision is Precision.POSTCODE else None,
    }
    return Place(**{**values, **known})  # type: ignore[arg-type]
