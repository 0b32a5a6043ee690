"""What was read in a description as one flat document: the form in which it is printed, labelled and compared."""

import re
from dataclasses import dataclass

from directory.domain.eligibility.criteria import AgeRange, Criterion, Field, Strength, Test
from directory.domain.wording.gender import MEN, WOMEN

_LETTERS = {WOMEN: "f", MEN: "m"}
_NOT_WORD = re.compile(r"[^a-z0-9]+")
LACKING = "no_"
"""Before the name of a feature that a place is said to lack."""
SEPARATOR = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a description says: ``gender`` is ``f``, ``m`` or None, ``places`` are in the words of the text, ``cost`` is
    one of `Cost`, and a feature of ``access`` that is lacking has `LACKING` before it."""

    ages: tuple[AgeRange, ...] = ()
    gender: str | None = None
    places: tuple[str, ...] = ()
    cost: str | None = None
    access: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()

    @classmethod
    def of(cls, criteria: tuple[Criterion, ...], audience: tuple[str, ...]) -> "Reading":
        """The reading that ``criteria`` come to, in their order and whatever their strength; a preference for a gender
        limits nobody, and is not read."""
        return cls(
            ages=tuple(dict.fromkeys(ages for one in criteria for ages in one.ages)),
            gender=next(
                (_LETTERS[one.values[0]] for one in _on(criteria, Field.GENDER) if one.strength is Strength.MUST), None
            ),
            places=tuple(value.partition(":")[2] for one in _on(criteria, Field.RESIDENCY) for value in one.values),
            cost=next((one.values[0] for one in _on(criteria, Field.COST)), None),
            access=tuple(
                f"{LACKING if one.test is Test.EXCLUDES else ''}{one.values[0]}" for one in _on(criteria, Field.ACCESS)
            ),
            audience=audience,
        )

    def document(self) -> dict[str, object]:
        """The reading as JSON has it: pairs of ages with null for an open end, and places joined to one string."""
        return {
            "ages": [[ages.minimum, ages.maximum] for ages in self.ages],
            "gender": self.gender,
            "place": SEPARATOR.join(self.places) or None,
            "cost": self.cost,
            "access": list(self.access),
            "audience": list(self.audience),
        }

    def marks(self) -> dict[str, frozenset[str]]:
        """What is compared, by field: each range, place, feature and tag is one mark, and places are normalised."""
        return {
            "ages": frozenset(written(ages) for ages in self.ages),
            "gender": frozenset(filter(None, [self.gender])),
            "place": frozenset(normalise_place(place) for place in self.places),
            "cost": frozenset(filter(None, [self.cost])),
            "access": frozenset(self.access),
            "audience": frozenset(self.audience),
        }


def written(ages: AgeRange) -> str:
    """A range as labels have it: ``16-25``, ``60-``, ``-18``."""
    minimum, maximum = ("" if end is None else str(end) for end in (ages.minimum, ages.maximum))
    return f"{minimum}-{maximum}"


def parse_ages(words: str) -> AgeRange:
    """The range that `written` wrote; raises ValueError for other words."""
    minimum, dash, maximum = words.strip().partition("-")
    if not dash:
        raise ValueError(f"{words!r} is no range of ages such as 16-25 or 60-")
    return AgeRange(int(minimum) if minimum else None, int(maximum) if maximum else None)


def normalise_place(words: str) -> str:
    """A place in lower case without "the" and punctuation, so that two ways to write it are one."""
    plain = words.lower().replace("'", "").replace("’", "").replace("&", " and ")
    return " ".join(word for word in _NOT_WORD.sub(" ", plain).split() if word != "the")


def _on(criteria: tuple[Criterion, ...], field: Field) -> list[Criterion]:
    return [criterion for criterion in criteria if criterion.field is field and criterion.test is not Test.OPEN]
