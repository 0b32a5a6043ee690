"""The small map of one place: what lies around it, nothing over its mark or out of the sheet."""

from itertools import combinations

from directory.geography import Gazetteer
from web.search.map_part import Spot
from web.search.small_map import HEIGHT, MILE, WIDTH, small_map


def test_places_around_are_named_clear_of_the_mark_and_of_each_other(gazetteer: Gazetteer) -> None:
    # South of the bridges, so that both towns lie around it.
    found = small_map(gazetteer, Spot(latitude=54.985, longitude=-1.575))

    assert found is not None
    assert "Wallsend" in {name.words for name in found.names}
    for name in found.names:
        assert 0 < name.x < WIDTH
        assert 0 < name.y < HEIGHT
        assert abs(name.x - WIDTH / 2) > 20 or abs(name.y - HEIGHT / 2) > 20
    for one, other in combinations(found.names, 2):
        assert (one.x, one.y) != (other.x, other.y)


def test_a_place_is_drawn_where_it_is(gazetteer: Gazetteer) -> None:
    found = small_map(gazetteer, Spot(latitude=54.985, longitude=-1.575))

    assert found is not None
    [wallsend] = [name for name in found.names if name.words == "Wallsend"]
    # It lies 1.6 miles east of there and half a mile north.
    assert abs((wallsend.x - WIDTH / 2) / MILE - 1.6) < 0.2
    assert abs((HEIGHT / 2 - wallsend.y) / MILE - 0.4) < 0.2


def test_what_is_known_roughly_has_a_circle_of_that_size(gazetteer: Gazetteer) -> None:
    found = small_map(gazetteer, Spot(latitude=54.985, longitude=-1.575, about_m=1_609.344))

    assert found is not None
    assert found.about == MILE


def test_where_nothing_is_known_there_is_no_map(gazetteer: Gazetteer) -> None:
    assert small_map(gazetteer, Spot(latitude=56.5, longitude=-0.5)) is None
