"""The picture of chances against what had really closed."""

from xml.etree import ElementTree as ET

import pytest

from directory.domain.status.evaluation import Bin
from directory.domain.status.reliability_plot import reliability_plot

SVG = "{http://www.w3.org/2000/svg}"
BINS = [
    Bin(least=0.0, most=0.1, count=1_600, mean_p_closed=0.02, share_closed=0.03),
    Bin(least=0.9, most=1.0, count=1, mean_p_closed=0.98, share_closed=1.0),
]


@pytest.fixture
def drawn() -> ET.Element:
    return ET.fromstring(reliability_plot(BINS))


def test_who_cannot_see_it_is_told_the_same(drawn: ET.Element) -> None:
    said = {element.get("id"): element.text for element in drawn}
    assert drawn.get("role") == "img"
    assert drawn.get("aria-labelledby") == "title desc"
    assert said["title"] == "How often services called closed had really closed"
    assert (
        said["desc"] == "Share that had closed, by the mean chance of it: 0.030 of 1,600 at 0.020; 1.000 of 1 at 0.980."
    )


def test_a_bin_is_a_dot_at_its_chance_and_its_share(drawn: ET.Element) -> None:
    many, one = drawn.findall(f"{SVG}circle")
    assert float(many.get("cx", "")) < float(one.get("cx", ""))
    assert float(many.get("cy", "")) > float(one.get("cy", ""))
    assert float(many.get("r", "")) > float(one.get("r", "")) >= 3
    assert one[0].text == "0.9 to 1.0: 1 services"


def test_it_is_small_and_has_room_for_all_it_shows(drawn: ET.Element) -> None:
    _, _, width, height = map(int, drawn.get("viewBox", "").split())
    for words in drawn.findall(f"{SVG}text"):
        assert 0 <= float(words.get("x", "")) <= width
        assert 0 <= float(words.get("y", "")) <= height
    assert len(reliability_plot(BINS)) < 5_000
