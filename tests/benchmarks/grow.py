"""Grows a catalogue of any size from real texts and real points, by resampling; the same seed grows the same one."""

import csv
import gzip
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time
from itertools import islice
from pathlib import Path
from uuid import UUID

from directory.domain.eligibility.criteria import AgeRange, Cost, Criterion, Field, Test
from directory.domain.entries import Category, Entry, EntryPlace, EntrySource
from directory.domain.home import Home
from directory.domain.parts import Frequency, Schedule
from directory.domain.places import Nation, Place, Point, Precision
from directory.domain.records import Basis, LocationType
from directory.domain.status.rules import State
from directory.domain.status.standing import Standing
from directory.domain.wording.audience import audience_in
from directory.domain.wording.extract import extract
from directory.queries import open_catalogue
from directory.queries.entries import all_entries
from index.columns.documents import UNFOUND

MOST_SEEDS = 50_000


def _wants(field: Field, *values: str) -> Criterion:
    return Criterion(field=field, test=Test.ACCEPTS, values=values)


def _ages(low: int, high: int | None) -> Criterion:
    return Criterion(field=Field.AGE, test=Test.NEEDS, ages=(AgeRange(low, high),))


def _weekly(day: str, opens: int, closes: int) -> Schedule:
    return Schedule(freq=Frequency.WEEKLY, byday=day, opens_at=time(opens), closes_at=time(closes))


CRITERIA = tuple(
    tuple(criteria)
    for criteria in (
        [],
        [],
        [],
        [_wants(Field.COST, Cost.FREE)],
        [_wants(Field.COST, Cost.PAID)],
        [_wants(Field.ACCESS, "wheelchair")],
        [_wants(Field.ACCESS, "wheelchair", "hearing_loop"), _wants(Field.COST, Cost.DONATION)],
        *([_ages(low, high)] for low in range(0, 75, 5) for high in (low + 5, low + 10, low + 20, None)),
    )
)
"""What listed services state, beside what is read from their descriptions. Judgement, as for their places."""

SCHEDULES = (
    (), (),
    *((_weekly(day, opens, opens + 2),) for day in ("MO", "TU", "WE", "TH", "FR", "SA") for opens in (10, 14, 19)),
)  # fmt: skip
HOW = (("in_person",), ("in_person",), ("in_person", "phone"), ("online",))

STANDINGS = (
    *(Standing(state=State.OPEN, p_open=0.97, confirmed_on=date(2026, month, 1)) for month in range(1, 11)),
    *(Standing(state=State.UNCONFIRMED, p_open=p / 20) for p in range(9, 19)),
    Standing(state=State.AT_RISK, p_open=0.93, funding_end=date(2026, 12, 31)),
    Standing(state=State.LIKELY_CLOSED, p_open=0.15),
)
"""Half confirmed, half not, and one in twenty-two probably closed."""

PLACES_OF_A_SERVICE = ((0, 0.06), (1, 0.84), (2, 0.06), (4, 0.03), (12, 0.01))
"""How many places services have: most one, some none, a few many. Judgement, until a real catalogue says."""


class RealPlaces:
    """Postcodes with their points and areas; a busy postcode sector is drawn as often as it has postcodes."""

    def __init__(self, mirror: Path, random_source: random.Random) -> None:
        self._random = random_source
        with gzip.open(mirror / "geography" / "sectors.csv.gz", "rt", encoding="utf-8") as sectors:
            rows = [row for row in csv.DictReader(sectors) if int(row["n_live"])]
        self._rows = rows
        self._weights = [0]
        for row in rows:
            self._weights.append(self._weights[-1] + int(row["n_live"]))
        del self._weights[0]

    def draw(self, count: int) -> list[Place]:
        """``count`` places, each a little way from the middle of a sector, as far as its postcodes are."""
        rows = self._random.choices(self._rows, cum_weights=self._weights, k=count)
        return [self._place(row) for row in rows]

    def _place(self, row: dict[str, str]) -> Place:
        spread = float(row["radius_km_p90"]) / 111.2 / 1.6
        point = Point(
            min(60.9, float(row["lat"]) + self._random.gauss(0, spread)),
            float(row["lon"]) + self._random.gauss(0, 1.7 * spread),
        )
        outcode, _, sector = row["sector"].partition(" ")
        return Place(
            label=f"{outcode} {sector}AA",
            point=point,
            precision=Precision.POSTCODE,
            radius_m=100,
            local_authority=row["lad25"],
            nation=Nation.of_area(row["lad25"]),
            outcode=outcode,
            postcode=f"{outcode} {sector}AA",
        )


def seeds_from_mirror(mirror: Path) -> list[Entry]:
    """Charities with what they say they do, and sports clubs by their names, as entries without places."""
    with (mirror / "ukcat" / "ukcat.csv").open(encoding="utf-8") as tags:
        labels = {row["Code"]: row["tag"] for row in csv.DictReader(tags)}
    seeds = []
    for name in ("sample.csv", "top2000.csv"):
        with (mirror / "ukcat" / name).open(encoding="utf-8") as charities:
            seeds += [_charity(row, labels) for row in csv.DictReader(charities)]
    with (mirror / "cascs" / "cascs.csv").open(encoding="utf-8") as clubs:
        rows = [row for row in csv.DictReader(clubs) if row["active"] == "True"]
    sport = Category(taxonomy="ukcat", code="LE201", label="Sports")
    seeds += [
        Entry(
            id=row["id"], name=row["name"], organization_id=row["id"], organization=row["name"], categories=(sport,),
            sources=(EntrySource(id="gb-hmrc-cascs", title="Community amateur sports clubs"),),
        )
        for row in rows[::4]
    ]  # fmt: skip
    return seeds


def _charity(row: dict[str, str], labels: dict[str, str]) -> Entry:
    codes = [code for code in row["UKCAT"].split(";") if code in labels]
    text = row["activities"] or row["objects"]
    return Entry(
        id=row["org_id"],
        name=row["name"].title() if row["name"].isupper() else row["name"],
        organization_id=row["org_id"],
        organization=row["name"].title() if row["name"].isupper() else row["name"],
        description=text or None,
        criteria=extract(row["name"], text),
        audience=audience_in(row["name"], text),
        categories=tuple(Category(taxonomy="ukcat", code=code, label=labels[code]) for code in codes),
        identifiers=(row["org_id"],),
        sources=(EntrySource(id="gb-ccew", title="Charity register"),),
        basis=Basis.REGISTER,
    )


def grow(seeds: Sequence[Entry], places: RealPlaces, count: int, random_source: random.Random) -> Iterator[Entry]:
    """``count`` entries: one seed's texts, sometimes another's description, and places of their own."""
    categories = sorted({category.label: category for seed in seeds for category in seed.categories}.items())
    pool = places.draw(min(2 * count, 200_000))
    choice, uniform = random_source.choice, random_source.random
    numbers, weights = zip(*PLACES_OF_A_SERVICE, strict=True)
    for _ in range(count):
        seed = choice(seeds)
        near = choice(pool)
        listed = uniform() < 0.5
        kind = LocationType.PHYSICAL if listed else LocationType.POSTAL
        chosen = (*seed.categories, *(choice(categories)[1] for _ in range(random_source.randrange(3)) if categories))
        how_many = int(random_source.choices(numbers, weights)[0])
        yield replace(
            seed,
            id=str(UUID(int=random_source.getrandbits(128))),
            description=choice(seeds).description if uniform() < 0.3 else seed.description,
            organization=choice(seeds).organization if listed else seed.organization,
            basis=Basis.LISTED if listed else Basis.REGISTER,
            categories=tuple({category.code: category for category in chosen}.values()),
            places=tuple(_place(place, kind) for place in (near, *random_source.sample(pool, 11))[:how_many]),
            areas=(choice((near.local_authority, near.outcode, "uk", "England")) or "uk",) if how_many == 0 else (),
            criteria=(*seed.criteria, *choice(CRITERIA)) if listed else seed.criteria,
            schedules=choice(SCHEDULES) if listed else (),
            how=choice(HOW) if listed else (),
            verified_on=date(2020 + random_source.randrange(6), 1 + random_source.randrange(12), 1) if listed else None,
            sources=(EntrySource(id=f"gb-{near.local_authority}", title=f"Council {near.local_authority}"),)
            if listed
            else seed.sources,
            standing=choice(STANDINGS),
        )


def _place(place: Place, kind: LocationType) -> EntryPlace:
    return EntryPlace(location_type=kind, point=place.point, precision=place.precision, postcode=place.postcode)


def seeds_from_home(folder: Path) -> list[Entry]:
    """The entries of a real catalogue that search may find, as seeds."""
    database = open_catalogue(Home.of({"SIGNPOST_HOME": str(folder)}).database_url)
    return list(islice((entry for entry in all_entries(database) if entry.status not in UNFOUND), MOST_SEEDS))
