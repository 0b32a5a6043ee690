"""Random small catalogues, questions and edits, made of few words and few places so that they often meet."""

from datetime import date, time

from hypothesis import strategies as st

from directory.domain.eligibility.criteria import Access, AgeRange, Criterion, Field, SaidBy, Test
from directory.domain.eligibility.person import DayPart, Gender, Person, Travel, Weekday
from directory.domain.entries import Entry
from directory.domain.parts import Frequency, Schedule
from directory.domain.records import Basis, LocationType, ServiceStatus
from directory.domain.status.rules import State
from directory.domain.status.standing import Standing
from index.protocol import Query, Sort
from tests.index.samples import COUNCIL, GRIEF, MUSIC, REGISTER, WALLSEND, entry, place

WORDS = ("choir", "choirs", "singing", "men's", "bereavement", "group", "groups", "walking", "football", "lunch", "the")
AREAS = ("E08000022", "E09000001", "NE28", "NE28 9", "England", "Wales", "uk")

CRITERIA = (
    Criterion(field=Field.AGE, test=Test.NEEDS, ages=(AgeRange(65),)),
    Criterion(field=Field.AGE, test=Test.NEEDS, ages=(AgeRange(16, 25), AgeRange(55, None)), said_by=SaidBy.TEXT),
    Criterion(field=Field.AGE, test=Test.OPEN),
    Criterion(field=Field.GENDER, test=Test.NEEDS, values=("women",)),
    Criterion(field=Field.RESIDENCY, test=Test.NEEDS, values=("postcode:NE28",)),
    Criterion(field=Field.RESIDENCY, test=Test.NEEDS, values=("authority:E09000001", "words:Byker")),
    Criterion(field=Field.COST, test=Test.ACCEPTS, values=("free",)),
    Criterion(field=Field.COST, test=Test.ACCEPTS, values=("paid",), amount=3.0),
    Criterion(field=Field.ACCESS, test=Test.ACCEPTS, values=("wheelchair",)),
    Criterion(field=Field.ACCESS, test=Test.EXCLUDES, values=("wheelchair",)),
    Criterion(field=Field.CARER, test=Test.NEEDS),
)
SCHEDULES = (
    Schedule(freq=Frequency.WEEKLY, byday="TU", opens_at=time(19), closes_at=time(21)),
    Schedule(freq=Frequency.MONTHLY, byday="1WE,3WE", opens_at=time(10), closes_at=time(12)),
    Schedule(description="Ask at the desk"),
)

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
places = st.builds(
    place,
    st.sampled_from((0, 400, 900, 3_000, 9_000, 60_000)),
    st.sampled_from((0, 0, 700, -5_000)),
    st.sampled_from((*[LocationType.PHYSICAL] * 3, LocationType.POSTAL, LocationType.VIRTUAL)),
)


@st.composite
def entries(draw: st.DrawFn, entry_id: str) -> Entry:
    """An entry of this id."""
    return entry(
        entry_id,
        draw(texts),
        *draw(st.lists(places, max_size=3)),
        organization=draw(texts),
        alternate_names=tuple(draw(st.lists(texts, max_size=1))),
        description=draw(st.none() | texts),
        categories=tuple(draw(st.lists(st.sampled_from((MUSIC, GRIEF)), unique=True))),
        areas=tuple(draw(st.lists(st.sampled_from(AREAS), max_size=2, unique=True))),
        status=draw(st.sampled_from((*[ServiceStatus.ACTIVE] * 4, *ServiceStatus))),
        basis=draw(st.sampled_from(Basis)),
        sources=tuple(draw(st.lists(st.sampled_from((COUNCIL, REGISTER)), unique=True))),
        criteria=tuple(draw(st.lists(st.sampled_from(CRITERIA), max_size=3, unique=True))),
        schedules=tuple(draw(st.lists(st.sampled_from(SCHEDULES), max_size=2, unique=True))),
        how=draw(st.sampled_from(((), ("online",), ("in_person", "phone")))),
        audience=draw(st.sampled_from(((), ("older people",)))),
        languages=draw(st.sampled_from(((), ("Polish",)))),
        verified_on=draw(st.none() | st.sampled_from((date(2026, 11, 1), date(2021, 3, 1)))),
        standing=draw(
            st.none()
            | st.builds(
                Standing,
                state=st.sampled_from(State),
                p_open=st.floats(0, 1),
                confirmed_on=st.sampled_from((None, date(2026, 11, 1), date(2025, 3, 1))),
            )
        ),
    )


@st.composite
def catalogues(draw: st.DrawFn, most: int = 12) -> list[Entry]:
    """Some entries of different ids."""
    return [draw(entries(f"id-{number}")) for number in range(draw(st.integers(0, most)))]


@st.composite
def edits(draw: st.DrawFn) -> tuple[list[Entry], list[str]]:
    """Entries to add or replace, and other ids to remove."""
    numbers = draw(st.lists(st.integers(0, 14), max_size=4, unique=True))
    kept = draw(st.integers(0, len(numbers)))
    return [draw(entries(f"id-{number}")) for number in numbers[:kept]], [f"id-{n}" for n in numbers[kept:]]


persons = st.builds(
    Person,
    age=st.sampled_from((None, None, AgeRange(67, 67), AgeRange(60, None))),
    gender=st.sampled_from((None, None, Gender.MALE, Gender.NON_BINARY)),
    home=st.sampled_from((None, None, WALLSEND)),
    access=st.sampled_from(((), (), (Access.WHEELCHAIR,))),
    carer=st.sampled_from((None, True)),
    travel=st.sampled_from((None, *Travel)),
    days=st.sampled_from(((), (), (Weekday.TUE,))),
    parts=st.sampled_from(((), (), (DayPart.EVENING, DayPart.MORNING))),
    free=st.sampled_from((False, False, True)),
)
questions = st.sampled_from(
    ("", "choir", "bereavement group", '"walking football"', '"lunch group" choir', "choir NOT football", "NOT choir",
     "(choir OR lunch) AND group", "gro*", "wal", "bereavemnet", "choir OR NOT lunch", "the", "zzzzzz",
     "men's choirs lunch", '"bereavement zzz"', "NOT zzzz", "choir AND zzzzzz", "my wife died",
     "nobody lunch", "kick about park zzz", "singing group walking")
)  # fmt: skip
queries = st.builds(
    Query,
    text=questions,
    near=st.sampled_from((None, WALLSEND, WALLSEND)),
    within_m=st.sampled_from((None, 1_000.0, 5_000.0, 20_000.0)),
    filters=st.sampled_from(
        (
            {},
            {},
            {"category": ("needs:music",)},
            {"category": ("needs:music", "needs:grief"), "source": ()},
            {"source": ("gb-register",)},
            {"need": ("grief", "sport")},
            {"cost": ("free",), "day": ("tue", "wed")},
            {"how": ("online",), "who": ("older-people",)},
            {"language": ("polish",)},
        )
    ),
    person=persons,
    sort=st.sampled_from((Sort.BEST, *Sort)),
    page=st.sampled_from((1, 1, 2)),
    size=st.sampled_from((3, 20)),
)
