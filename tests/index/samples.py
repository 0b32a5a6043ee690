"""Small invented entries and places for the tests of the index."""

from datetime import UTC, date, datetime
from typing import Any

from directory.domain.entries import Category, Entry, EntryPlace, EntrySource
from directory.domain.places import Nation, Place, Point, Precision
from directory.domain.records import LocationType
from index.boosts import DATA, read_boosts, read_stop_words
from index.knowledge import Knowledge
from index.language import Language
from index.needs.hearing import read_hearing
from index.needs.phrases import PhraseBook
from index.needs.signs import Signs
from index.needs.taxonomy import Cue, Need, Taxonomy

LANGUAGE = Language(read_stop_words())
BOOSTS = read_boosts()
TAXONOMY = Taxonomy(
    needs={
        "company": Need(id="company", label="Company"),
        "grief": Need(id="grief", label="Bereavement", parent="company"),
        "music": Need(id="music", label="Singing and music"),
        "sport": Need(id="sport", label="Sport", crowding=4.0),
    },
    cues=[
        Cue(need="grief", words="bereavement"),
        Cue(need="grief", words="lunch group", weight=0.3),
        Cue(need="music", words="choir", weight=0.6),
        Cue(need="music", words="singing", weight=0.4),
        Cue(need="music", words="singing group", weight=0.4),
        Cue(need="sport", words="football"),
    ],
    phrases=[
        Cue(need="grief", words="wife died last year"),
        Cue(need="company", words="nobody to have lunch with"),
        Cue(need="sport", words="kick about in the park"),
    ],
    mapped={("needs", "music"): ["music"], ("needs", "grief"): ["grief", "company"]},
)
SIGNS = Signs(TAXONOMY, LANGUAGE)
KNOWLEDGE = Knowledge(LANGUAGE, SIGNS, PhraseBook(TAXONOMY, LANGUAGE, SIGNS, read_hearing(DATA / "hearing.toml")))
TODAY = date(2026, 11, 21)

WALLSEND = Place(
    label="NE28 9ND",
    point=Point(54.99, -1.53),
    precision=Precision.POSTCODE,
    radius_m=100,
    local_authority="E08000022",
    nation=Nation.ENGLAND,
    outcode="NE28",
    postcode="NE28 9ND",
)

MUSIC = Category(taxonomy="needs", code="music", label="Singing and music")
GRIEF = Category(taxonomy="needs", code="grief", label="Bereavement")
COUNCIL = EntrySource(id="gb-council", title="The council's directory")
REGISTER = EntrySource(id="gb-register", title="The register")


def clock() -> datetime:
    """Noon of the day on which all tests of the index happen."""
    return datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)


def place(
    east_m: float = 0, north_m: float = 0, kind: LocationType = LocationType.PHYSICAL, **fields: Any
) -> EntryPlace:
    """A place so many metres from Wallsend."""
    point = Point(WALLSEND.point.latitude + north_m / 111_195, WALLSEND.point.longitude + east_m / 63_800)
    return EntryPlace(location_type=kind, point=point, precision=Precision.POSTCODE, **fields)


def entry(entry_id: str, name: str, *places: EntryPlace, **fields: Any) -> Entry:
    """An entry; whatever is not given is the plainest there is."""
    fields.setdefault("organization", name)
    fields.setdefault("sources", (COUNCIL,))
    return Entry(id=entry_id, name=name, organization_id=f"org-{entry_id}", places=places, **fields)
