"""What a place has and lacks."""

import pytest

from directory.domain.eligibility.criteria import Test as Bearing
from directory.domain.wording.access import access_in


@pytest.mark.parametrize(
    ("text", "had", "lacking"),
    [
        ("The hall is wheelchair accessible.", ["wheelchair"], []),
        ("Suitable for wheelchair users", ["wheelchair"], []),
        ("Disabled access and disabled toilet", ["wheelchair", "accessible_toilet"], []),
        ("A wheelchair-accessible toilet", ["accessible_toilet"], []),
        ("Wheelchair accessible, with accessible toilets", ["wheelchair", "accessible_toilet"], []),
        ("No wheelchair accessible toilet", [], ["accessible_toilet"]),
        ("No wheelchair access", [], ["wheelchair"]),
        ("Sorry, we are not wheelchair accessible", [], ["wheelchair"]),
        ("Not accessible by wheelchair", [], ["wheelchair"]),
        ("Up two flights and no lift", [], ["step_free"]),
        ("There is no step-free access.", [], ["step_free"]),
        ("Level access with a hearing loop", ["step_free", "hearing_loop"], []),
        ("No hearing loop", [], ["hearing_loop"]),
        ("There is no accessible toilet, but step free entry", ["step_free"], ["accessible_toilet"]),
        ("BSL interpreter on Mondays", ["bsl"], []),
        ("Dementia-friendly and autism-friendly sessions", ["dementia_friendly", "autism_friendly"], []),
        ("A friendly club that helps people to step forward and sign up", [], []),
        ("Support for disabled people", [], []),
    ],
)
def test_features_are_found(text: str, had: list[str], lacking: list[str]) -> None:
    criteria = access_in(text)
    assert sorted(one.values[0] for one in criteria if one.test is Bearing.ACCEPTS) == sorted(had)
    assert sorted(one.values[0] for one in criteria if one.test is Bearing.EXCLUDES) == sorted(lacking)


@pytest.mark.parametrize(
    ("text", "had", "lacking"),
    [
        ("There are no steps, wheelchair access at the front", ["wheelchair", "step_free"], []),
        ("No steps to the entrance", ["step_free"], []),
        ("Not only wheelchair accessible but warm", ["wheelchair"], []),
        ("Not just for disabled users", [], []),
        ("If you do not drive, wheelchair accessible transport", ["wheelchair"], []),
        ("If you do not drive we have wheelchair accessible transport", ["wheelchair"], []),
        ("No lift needed, all on one floor", ["step_free"], []),
        ("You do not need BSL", [], []),
        ("We cannot offer a lift home", [], []),
        ("Please do not lift heavy boxes", [], []),
        ("There is a lift", [], []),
        ("It is not up two flights", [], []),
        ("Wheelchair accessible, no hearing loop", ["wheelchair"], ["hearing_loop"]),
        ("The hall is wheelchair accessible but there is no accessible toilet", ["wheelchair"], ["accessible_toilet"]),
        ("Wheelchair access at the front. No wheelchair access upstairs.", [], ["wheelchair"]),
    ],
)
def test_a_denial_reaches_no_further_than_its_own_feature(text: str, had: list[str], lacking: list[str]) -> None:
    test_features_are_found(text, had, lacking)


@pytest.mark.parametrize(
    "text",
    [
        "Limited wheelchair access",
        "Wheelchair access is limited",
        "Partial step-free access",
        "We are not fully accessible",
        "Not all rooms are wheelchair accessible",
        "No ramp, hearing loop or toilet: ask us",
    ],
)
def test_what_is_there_in_part_or_not_sure_is_left_open(text: str) -> None:
    assert "wheelchair" not in {one.values[0] for one in access_in(text)}
    assert all(one.test is Bearing.EXCLUDES for one in access_in(text))


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("We don't have a hearing loop", ["hearing_loop"]),
        ("The hearing loop isn’t working", ["hearing_loop"]),
        ("BSL is not available", ["bsl"]),
        ("No BSL interpreter", ["bsl"]),
        ("Not autism friendly", ["autism_friendly"]),
        ("Sorry, we are not dementia friendly", ["dementia_friendly"]),
        ("A ramp is not available", ["step_free"]),
        ("The lift is out of order", ["step_free"]),
        ("There are steps to the entrance", ["step_free"]),
        ("There is no lift to the first floor", ["step_free"]),
        ("no disabled access toilets", ["accessible_toilet"]),
        ("No disabled access", ["wheelchair"]),
        ("Wheelchair access is not available", ["wheelchair"]),
        ("Unsuitable for wheelchair users", ["wheelchair"]),
        ("Wheelchair users cannot get in", ["wheelchair"]),
        ("No ramp or hearing loop", ["hearing_loop", "step_free"]),
        ("No lift, ramp or hearing loop", ["hearing_loop", "step_free"]),
    ],
)
def test_what_is_denied_before_or_after_is_lacking(text: str, lacking: list[str]) -> None:
    test_features_are_found(text, [], lacking)
