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
