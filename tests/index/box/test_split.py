"""The worked examples of docs/methods.md, the order of the rules, and the chips that take a part away again."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from directory.domain.eligibility.criteria import AgeRange
from directory.domain.eligibility.person import DayPart, Gender, Weekday
from directory.domain.places import Precision
from directory.geography import Gazetteer
from index.box import Box, Chip, box_json, split
from index.box.lists import read_lists

A_TUESDAY = date(2026, 11, 24)
A_SUNDAY = date(2026, 11, 29)

WORKED = [
    (
        "bereavement group for men near NE28 evenings",
        {"need": "bereavement group", "place": "NE28", "gender": "m", "times": ["evening"]},
    ),
    (
        "free exercise classes for over 60s in Wallsend on Tuesdays",
        {"need": "exercise classes", "age": [60, None], "place": "Wallsend", "days": ["tue"], "free": True},
    ),
    ("reading group in Reading", {"need": "reading group", "place": "Reading"}),
    ("b12 injections", {"need": "b12 injections"}),
    (
        "dementia friendly singing within 3 miles of NE30",
        {"need": "singing", "access": ["dementia_friendly"], "within_m": 4828, "place": "NE30"},
    ),
    ("A level maths help", {"need": "A level maths help"}),
]


@pytest.mark.parametrize(("text", "parts"), WORKED)
def test_a_worked_example(gazetteer: Gazetteer, text: str, parts: dict[str, Any]) -> None:
    document = box_json(split(text, gazetteer, today=A_TUESDAY))

    assert list(document) == ["need", "place", "within_m", "days", "times", "age", "gender", "free", "access"]
    assert {name: value for name, value in document.items() if value is not None} == parts


def test_a_box_holds_what_was_meant_and_the_words_for_its_place(gazetteer: Gazetteer) -> None:
    box = split("yoga for women over 50 in wallsend, tues evening", gazetteer, today=A_TUESDAY)

    assert box.place
    assert (box.place.label, box.place.precision, box.place_words) == ("Wallsend", Precision.PLACE, "wallsend")
    assert (box.need, box.age, box.gender) == ("yoga", AgeRange(50, None), Gender.FEMALE)
    assert (box.days, box.parts, box.now) == ((Weekday.TUE,), (DayPart.EVENING,), False)


def test_an_empty_box_says_nothing(gazetteer: Gazetteer) -> None:
    assert split("  ", gazetteer, today=A_TUESDAY) == Box()


@pytest.mark.parametrize(("word", "days"), [("today", (Weekday.SUN,)), ("tomorrow", (Weekday.MON,))])
def test_today_and_tomorrow_are_days_of_the_week(gazetteer: Gazetteer, word: str, days: tuple[Weekday, ...]) -> None:
    assert split(f"choir {word}", gazetteer, today=A_SUNDAY).days == days


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("within 3 miles", 4_828.032),
        ("within 2 km", 2_000),
        ("within 20 minutes", 1_600),
        ("within 20 minutes by bus", 5_000),
        ("10 mile radius", 16_093.44),
        ("less than a mile away", 1_609.344),
        ("within 1 m", 50),
        ("within 900 miles", 200_000),
        ("within 0 miles", None),
        ("a 5 mile walk", None),
        ("20 minute workout", None),
    ],
)
def test_a_radius_is_in_metres_and_within_bounds(gazetteer: Gazetteer, text: str, metres: float | None) -> None:
    within_m = split(f"yoga {text}", gazetteer, today=A_TUESDAY).within_m

    assert within_m == (pytest.approx(metres) if metres else None)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("NE28 9ND", "NE28 9ND"),
        ("ne289nd", "NE28 9ND"),
        ("NE28 9ZZ", "NE28"),  # there is none such, but its first half is known
        ("near D3", None),
        ("zz9 9zz", None),
        ("near B12", "B12"),
        ("vitamin b12", None),
        ("ne28 2 men", "NE28"),
    ],
)
def test_a_postcode_is_found_as_far_as_it_is_known(gazetteer: Gazetteer, text: str, label: str | None) -> None:
    place = split(f"club {text}", gazetteer, today=A_TUESDAY).place

    assert (place.label if place else None) == label


@pytest.mark.parametrize(
    "word", ["reading", "bath", "sale", "deal", "street", "hope", "rugby", "sandwich", "eye", "ware", "wells"]
)
def test_an_ambiguous_name_is_a_place_after_a_preposition_or_at_the_end(gazetteer: Gazetteer, word: str) -> None:
    def place(text: str) -> Any:
        return box_json(split(text, gazetteer, today=A_TUESDAY))["place"]

    name = word.capitalize()
    assert place(f"choir in {word}") == name
    assert place(f"pottery {word}") == name
    assert place(f"{word} pottery") is None
    assert place(f"pottery {word} on tuesdays") == name


def test_the_area_behind_a_name_picks_among_namesakes(gazetteer: Gazetteer) -> None:
    box = split("choir Newport, Wales", gazetteer, today=A_TUESDAY)

    assert (box.need, box_json(box)["place"], box.place_words) == ("choir", "Newport, Wales", "Newport, Wales")


def test_a_name_beside_a_postcode_goes_with_it_where_they_are_the_same_place(gazetteer: Gazetteer) -> None:
    same = split("choir in Wallsend, NE28 9ND", gazetteer, today=A_TUESDAY)
    other = split("choir in Leeds, NE28 9ND", gazetteer, today=A_TUESDAY)

    assert (same.need, same.place_words) == ("choir", "NE28 9ND")
    assert other.need == "choir in Leeds"


def test_chips_say_each_part_and_take_it_away(gazetteer: Gazetteer) -> None:
    box = split("bereavement group for men near NE28 evenings", gazetteer, today=A_TUESDAY)

    assert box.chips == (
        Chip("gender", "men", "bereavement group near NE28 evenings"),
        Chip("place", "near NE28", "bereavement group for men evenings"),
        Chip("parts", "evening", "bereavement group for men near NE28"),
    )


def test_a_part_said_twice_has_one_chip(gazetteer: Gazetteer) -> None:
    box = split("free yoga in Wallsend NE28 for free", gazetteer, today=A_TUESDAY)

    assert [(chip.label, chip.without) for chip in box.chips] == [
        ("free", "yoga in Wallsend NE28"),
        ("near NE28", "free yoga for free"),
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("within 3 miles of Leeds", ["within 3 miles", "near Leeds"]),
        ("half a mile away", ["within half a mile"]),
        ("within 20 mins walk of Leeds", ["within 20 mins walk", "near Leeds"]),
        ("walks in walking distance", ["within walking distance"]),
        ("weekdays from 2pm, open now", ["weekdays", "from 2pm", "open now"]),
        ("mon to wed or not sundays", ["Monday to Wednesday", "not Sunday"]),
        ("weekends this afternoon", ["weekend", "this afternoon"]),
        ("tonight near me", ["tonight", "near me"]),
        ("toddlers under 5", ["up to 4"]),
        ("11-16, girls only", ["11 to 16", "women"]),
        ("aged 67 non-binary", ["aged 67", "non-binary people"]),
        (
            "over 50s sewing with hearing loop and accessible toilet",
            ["50 and over", "hearing loop", "accessible toilet"],
        ),
    ],
)
def test_labels_are_plain_words(gazetteer: Gazetteer, text: str, labels: list[str]) -> None:
    assert [chip.label for chip in split(text, gazetteer, today=A_TUESDAY).chips] == labels


@pytest.mark.parametrize("name", ["kept", "names", "days", "access"])
def test_a_missing_list_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / "box.toml"
    whole = (Path(__file__).parents[3] / "data/index/box.toml").read_text()
    path.write_text(whole.replace(f"[{name}]", f"[not_{name}]"))

    with pytest.raises(KeyError, match=name):
        read_lists(path)


def test_the_lists_of_names_do_not_contradict_each_other() -> None:
    lists = read_lists()

    assert not lists.ambiguous & lists.ordinary
    assert lists.alone <= lists.ambiguous
    assert not lists.near_only & (lists.ambiguous | lists.ordinary)
    assert all(word == word.lower() and "'" not in word for word in lists.phrases)
