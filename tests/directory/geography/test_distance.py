"""Distances in bulk agree with those one at a time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.places import Point
from directory.geography import distances_m

DEGREES = st.tuples(st.floats(-90, 90), st.floats(0.1, 180))


@given(here=DEGREES, others=st.lists(DEGREES, min_size=1))
def test_distances_are_those_between_single_points(
    here: tuple[float, float], others: list[tuple[float, float]]
) -> None:
    latitudes, longitudes = zip(*others, strict=True)

    distances = distances_m(Point(*here), latitudes, longitudes)

    assert distances == pytest.approx([Point(*here).distance_m(Point(*other)) for other in others], rel=1e-9, abs=0.5)


def test_the_distance_to_nowhere_is_not_a_number() -> None:
    assert np.isnan(distances_m(Point(55, -1.5), [np.nan], [np.nan])).all()
