"""What the search benchmark asks: two hundred different questions, near real places, half of them for somebody."""

import csv
import random
from collections.abc import Sequence
from dataclasses import replace

from directory.domain.eligibility.criteria import Access, AgeRange
from directory.domain.eligibility.person import Gender, Person, Weekday
from directory.domain.places import Place, Precision
from index.needs.taxonomy import DATA
from index.protocol import Query
from tests.benchmarks.grow import RealPlaces

QUERIES = 200

ASKED = (
    "bereavement group", "youth club", "choir", "mental health carers", "football", "lunch club older people",
    "dementia cafe", "debt advice", "exercise classes", "men's shed", "parent and toddler group", "food bank",
    '"mental health"', "walking", "arts and crafts", "domestic abuse support", "swimming", "autism", "refugees",
    "wheelchair basketball", "counselling for young people", "gardening", "befriending", "hospice", "alcohol",
    "housing homeless", "learning disability", "theatre", "church", "animals", "choi*", "cricket NOT junior",
    '"older people" transport', "drugs AND alcohol", "bereavemnet", "singing for lungs", "help with my gas bill",
    "somewhere to take my mum with dementia", "veterans", "carers suport", "",
)  # fmt: skip
RADII_M = (2_000.0, 5_000.0, 10_000.0, 20_000.0)
FILTERS = ("ukcat:ED", "ukcat:HE", "ukcat:LE201", "ukcat:SO")


def questions(places: RealPlaces, chance: random.Random) -> list[Query]:
    """Mixed questions, each with a place and a radius; every third has a filter, and every second is for somebody."""
    return [
        Query(
            text=text,
            near=near,
            within_m=chance.choice(RADII_M),
            filters={"category": (chance.choice(FILTERS),)} if number % 3 == 0 else {},
            person=_somebody(near, chance) if number % 2 == 0 else Person(),
        )
        for number, (text, near) in enumerate(zip(_texts(chance), places.draw(QUERIES), strict=True))
    ]


def _texts(chance: random.Random) -> list[str]:
    """What is listed above, and for the rest everyday phrases."""
    with (DATA / "phrases.csv").open(encoding="utf-8", newline="") as file:
        phrases = sorted({row["phrase"] for row in csv.DictReader(file)})
    return [*ASKED, *chance.sample(phrases, QUERIES - len(ASKED))]


def _somebody(home: Place, chance: random.Random) -> Person:
    """A person of some age who lives at the sector of ``home`` and may have needs."""
    age = chance.randrange(5, 95)
    return Person(
        age=AgeRange(age, age),
        gender=chance.choice(list(Gender)),
        home=replace(home, postcode=None, precision=Precision.SECTOR),
        access=chance.choice(((), (), (Access.WHEELCHAIR,))),
        days=chance.choice(((), (Weekday.TUE,), (Weekday.SAT, Weekday.SUN))),
        free=chance.random() < 0.3,
    )


def without_place(asked: Sequence[Query]) -> list[Query]:
    """The same questions anywhere; without words or place there is nothing to ask."""
    return [replace(query, near=None, within_m=None) for query in asked if query.text]
