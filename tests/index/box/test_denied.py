"""What a box rules out is never what it asks for: days, times, places, price, access and gender after "not"."""

from datetime import date
from typing import Any

import pytest

from directory.geography import Gazetteer
from index.box import box_json, split

A_TUESDAY = date(2026, 11, 24)


def parts(gazetteer: Gazetteer, text: str) -> dict[str, Any]:
    return {
        name: value
        for name, value in box_json(split(text, gazetteer, today=A_TUESDAY)).items()
        if value is not None and value != []
    }


NOT_TUESDAY = ["mon", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]

TIMES = [
    ("choir not in the evenings", {"need": "choir", "times": ["morning", "afternoon"]}),
    ("choir not at weekends", {"need": "choir", "days": WEEKDAYS}),
    ("choir any day but Tuesdays", {"need": "choir", "days": NOT_TUESDAY}),
    ("cant do mornings", {"times": ["afternoon", "evening"]}),
    ("can't make mornings, choir", {"need": "choir", "times": ["afternoon", "evening"]}),
    ("no evenings please", {"times": ["morning", "afternoon"]}),
    ("yoga but not Tuesday mornings", {"need": "yoga", "days": NOT_TUESDAY}),
    ("yoga not weekday mornings", {"need": "yoga", "times": ["afternoon", "evening"]}),
    ("yoga not tues pm", {"need": "yoga", "days": NOT_TUESDAY}),
    ("yoga not Mondays, Wednesdays or Fridays", {"need": "yoga", "days": ["tue", "thu", "sat", "sun"]}),
    ("yoga not mornings, evenings", {"need": "yoga", "times": ["evening"]}),
    (
        "yoga not weekends or evenings",
        {"need": "yoga", "days": WEEKDAYS, "times": ["morning", "afternoon"]},
    ),
    ("yoga weekdays but not Tuesdays", {"need": "yoga", "days": ["mon", "wed", "thu", "fri"]}),
    ("yoga Tuesdays but not mornings", {"need": "yoga", "days": ["tue"], "times": ["afternoon", "evening"]}),
    ("yoga any evening but Tuesday", {"need": "yoga", "days": NOT_TUESDAY, "times": ["evening"]}),
    ("yoga evenings are no good", {"need": "yoga", "times": ["morning", "afternoon"]}),
    ("yoga not before 2pm", {"need": "yoga", "times": ["afternoon", "evening"]}),
    ("yoga not after 5pm", {"need": "yoga", "times": ["morning", "afternoon"]}),
    ("yoga not 2-4pm", {"need": "yoga"}),
    ("yoga not only mornings", {"need": "yoga"}),
    ("yoga not tonight", {"need": "yoga", "days": NOT_TUESDAY}),
    ("pharmacy not open now", {"need": "pharmacy"}),
    # Here nothing is ruled out.
    ("no energy in the mornings", {"need": "no energy", "times": ["morning"]}),
    ("no friends, tuesday choir", {"need": "no friends choir", "days": ["tue"]}),
    ("not sat down for weeks", {"need": "not sat down for weeks"}),
]
OTHERS = [
    ("art cheap not free", {"need": "art cheap"}),
    ("art doesn't have to be free", {"need": "art"}),
    ("no money, free art", {"need": "no money art", "free": True}),
    ("art not step free", {"need": "art"}),
    ("art no wheelchair access needed", {"need": "art"}),
    ("art wheelchair access not needed", {"need": "art"}),
    ("has no wheelchair", {"need": "has no wheelchair"}),
    ("art with no steps", {"need": "art", "access": ["step_free"]}),
    ("not women only choir", {"need": "choir"}),
    ("choir not just for men", {"need": "choir"}),
    ("choir no men", {"need": "choir"}),
    ("York but not Leeds", {"place": "York"}),
    ("choir near Bath but not in Bath", {"need": "choir", "place": "Bath"}),
    ("choir in Hexham but not Corbridge or Leeds", {"need": "choir", "place": "Hexham"}),
    ("choir near NE28 not NE29", {"need": "choir", "place": "NE28"}),
    ("life without hope", {"need": "life without hope"}),
    ("not sleeping in Leeds", {"need": "not sleeping", "place": "Leeds"}),
]


@pytest.mark.parametrize(("text", "expected"), [*TIMES, *OTHERS], ids=[text for text, _ in [*TIMES, *OTHERS]])
def test_what_is_ruled_out_is_not_asked_for(gazetteer: Gazetteer, text: str, expected: dict[str, Any]) -> None:
    assert parts(gazetteer, text) == expected


def test_each_chip_of_what_is_ruled_out_leaves_the_rest_ruled_out(gazetteer: Gazetteer) -> None:
    box = split("yoga not on Mondays, Fridays or in the evenings", gazetteer, today=A_TUESDAY)

    assert [chip.label for chip in box.chips] == ["not Monday or Friday", "not evening"]
    days, evening = (parts(gazetteer, chip.without) for chip in box.chips)
    assert days == {"need": "yoga", "times": ["morning", "afternoon"]}
    assert evening == {"need": "yoga", "days": ["tue", "wed", "thu", "sat", "sun"]}


@pytest.mark.parametrize(
    ("text", "need", "times"),
    [
        ("2-4pm tai chi", "tai chi", ["afternoon"]),
        ("lunch 12-2", "lunch", ["afternoon"]),
        ("lunch 12 till 2 in Leeds", "lunch", ["afternoon"]),
        ("art 11-1pm", "art", ["morning"]),
        ("art 10am to 2pm", "art", ["morning"]),
        ("art 14:00-16:00", "art", ["afternoon"]),
        ("art between 6 and 8pm", "art", ["evening"]),
        ("tai chi 10-12 tuesdays", "tai chi", ["morning"]),
        ("art wednesdays 7-9", "art", ["evening"]),
        ("5-11 football", "5-11 football", None),
        ("kids 12-2", "kids 12-2", None),
        ("1-1 support", "1-1 support", None),
        ("10-2 weeks course", "10-2 weeks course", None),
        ("2am-4am chat", "2am-4am chat", None),
    ],
)
def test_hours_from_and_to_are_the_part_of_the_day_they_begin_in(
    gazetteer: Gazetteer, text: str, need: str, times: list[str] | None
) -> None:
    document = box_json(split(text, gazetteer, today=A_TUESDAY))

    assert (document["need"], document["times"]) == (need, times)


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("food bank within 20 minutes of NE28", "food bank"),
        ("food bank 20 min walk from the Leeds area", "food bank"),
        ("food bank within 2 miles of where i live", "food bank"),
        ("food bank within 3 miles, NE28", "food bank within 3 miles,"),
    ],
)
def test_the_chip_of_a_place_takes_along_the_radius_that_counts_from_it(
    gazetteer: Gazetteer, text: str, without: str
) -> None:
    chips = split(text, gazetteer, today=A_TUESDAY).chips

    assert [chip.without for chip in chips if chip.field in ("place", "near_me")] == [without]
