"""What every search index does with whether services still run: what it leaves out, puts last, weighs and counts."""

from directory.domain.eligibility.criteria import AgeRange, Criterion, Field
from directory.domain.eligibility.criteria import Test as Bearing
from directory.domain.eligibility.person import Person
from directory.domain.entries import Entry
from directory.domain.records import ServiceStatus
from directory.domain.status.rules import State
from directory.domain.status.standing import Standing
from index.protocol import Query
from tests.contracts.ways import Filled, names, near
from tests.index.samples import entry, place

OVER_65 = Criterion(field=Field.AGE, test=Bearing.NEEDS, ages=(AgeRange(65),))
THIRTY = Person(age=AgeRange(30, 30))


def standing(state: State, p_open: float = 0.9) -> Standing:
    return Standing(state=state, p_open=p_open)


def choir(name: str, state: State | None, metres: float = 0, p_open: float = 0.9, **known: object) -> Entry:
    judged = None if state is None else standing(state, p_open)
    return entry(name, name, place(metres), description="Choir", standing=judged, **known)


def test_what_has_closed_is_not_found_and_comes_back_when_it_reopens(filled: Filled) -> None:
    index = filled([choir("Closed", State.CLOSED, p_open=0.01), choir("Open", State.OPEN)])
    assert names(index.search(near("choir"))) == ["Open"]
    assert index.search(near("choir", filters={"status": ("closed",)})).total == 0

    index.apply([choir("Closed", State.OPEN), choir("Open", State.CLOSED, p_open=0.01)], [], 1_000)
    assert names(index.search(near("choir"))) == ["Closed"]


def test_what_its_source_gave_up_is_left_to_the_evidence_once_that_is_judged(filled: Filled) -> None:
    index = filled(
        [
            choir("Defunct and unjudged", None, status=ServiceStatus.DEFUNCT),
            choir("Inactive and unjudged", None, status=ServiceStatus.INACTIVE),
            choir("Defunct but running", State.OPEN, status=ServiceStatus.DEFUNCT),
            choir("Inactive and unconfirmed", State.UNCONFIRMED, 10, status=ServiceStatus.INACTIVE),
        ]
    )
    assert names(index.search(near("choir"))) == ["Defunct but running", "Inactive and unconfirmed"]


def test_what_has_probably_closed_comes_last_of_all_on_every_page(filled: Filled) -> None:
    index = filled(
        [
            choir("Fading and fit", State.LIKELY_CLOSED),
            choir("Fading, not for them", State.LIKELY_CLOSED, 5_000, criteria=(OVER_65,)),
            choir("Not for them", State.OPEN, 9_000, criteria=(OVER_65,)),
            choir("Far", State.UNCONFIRMED, 9_500, 0.3),
            choir("Near", State.OPEN, 10),
        ]
    )
    found = index.search(near("choir", person=THIRTY))
    pages = [index.search(near("choir", person=THIRTY, page=number, size=2)) for number in (1, 2, 3)]

    assert names(found) == ["Near", "Far", "Not for them", "Fading and fit", "Fading, not for them"]
    assert [name for page in pages for name in names(page)] == names(found)
    assert {(page.total, page.not_eligible, page.likely_closed, page.fitting) for page in (found, *pages)} == {
        (5, 1, 2, 2)
    }
    assert [hit.is_fitting for hit in found.hits] == [True, True, False, False, False]
    assert [hit.is_fading for hit in found.hits] == [False, False, False, True, True]


def test_a_place_at_the_other_end_of_the_country_comes_before_what_has_probably_closed_next_door(
    filled: Filled,
) -> None:
    index = filled([choir("Next door", State.LIKELY_CLOSED), choir("Far away", State.UNCONFIRMED, 900_000, 0.26)])
    assert names(index.search(near("choir", None))) == ["Far away", "Next door"]


def test_of_equals_the_likelier_to_run_comes_first(filled: Filled) -> None:
    index = filled(
        [
            choir("Hardly", State.UNCONFIRMED, p_open=0.3),
            choir("Unjudged", None),
            choir("Perhaps", State.UNCONFIRMED, p_open=0.7),
            choir("Surely", State.OPEN),
            choir("At risk", State.AT_RISK),
        ]
    )
    assert names(index.search(near("choir"))) == ["Surely", "At risk", "Unjudged", "Perhaps", "Hardly"]


def test_a_group_nearby_that_may_have_stopped_comes_before_one_that_runs_far_off(filled: Filled) -> None:
    index = filled([choir("Far", State.OPEN, 9_000), choir("Near", State.UNCONFIRMED, 500, 0.4)])
    assert names(index.search(near("choir"))) == ["Near", "Far"]


def test_results_are_narrowed_to_states_and_counted_by_them(filled: Filled) -> None:
    index = filled([*(choir(state.value, state) for state in State), choir("Second", State.OPEN), choir("None", None)])
    found = index.search(Query(text="choir"))
    kept = index.search(Query(text="choir", filters={"status": ("likely_closed", "at_risk")}))

    assert [(one.value, one.label, one.count) for one in found.facets["status"]] == [
        ("open", "Still running", 2),
        ("at_risk", "Its funding ends soon", 1),
        ("likely_closed", "May have closed", 1),
        ("unconfirmed", "Not confirmed lately", 1),
    ]
    assert names(kept) == ["at_risk", "likely_closed"]
    assert kept.likely_closed == 1
