"""An age and a gender are those of the person the help is for, and nobody else's in the story."""

from datetime import date

import pytest

from directory.geography import Gazetteer
from index.box import box_json, split

A_TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("abused by a man", None),
        ("raped by a man", None),
        ("harassed by older men at work", None),
        ("scared of men", None),
        ("my man drinks", None),
        ("a man keeps following me", None),
        ("problems with my boy", None),
        ("abusive male partner", None),
        ("can't trust men", None),
        ("support for women abused by a man", "f"),
        ("women abused by men", "f"),
        ("I am a man abused by my wife", "m"),
        ("domestic abuse help for men", "m"),
        ("men's group", "m"),
        ("ladies choir", "f"),
        ("women only choir", "f"),
        ("man with depression", "m"),
        ("football for 8 year old girl", "f"),
    ],
)
def test_a_gender_is_that_of_those_who_are_helped(gazetteer: Gazetteer, text: str, gender: str | None) -> None:
    assert box_json(split(text, gazetteer, today=A_TUESDAY))["gender"] == gender


@pytest.mark.parametrize(
    "text",
    [
        "lost my son aged 12",
        "mum with 2 year old twins",
        "parent of 16 year old self harming",
        "grandparents raising grandchildren under 10",
        "volunteering with over 60s",
        "lost my wife 5 years ago aged 70",
        "carer of 80 year old",
        "caring for my husband who is 78",
        "carer of my mum, she is 80",
        "help looking after my 3 year old",
        "dad with kids aged 5 and 7",
        "my wife died aged 60",
        "me and my 3 year old",
        "struggling with my 14 year old",
    ],
)
def test_the_age_of_somebody_else_stays_in_the_need(gazetteer: Gazetteer, text: str) -> None:
    document = box_json(split(text, gazetteer, today=A_TUESDAY))

    assert (document["need"], document["age"]) == (text, None)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("football for 8 year old girl", [8, 8]),
        ("my mum is 82 needs company", [82, 82]),
        ("help with mum whos 91", [91, 91]),
        ("single dad with a 4 year old, im 30", [30, 30]),
        ("my wife died aged 60, I am 72", [72, 72]),
        ("lost my job, over 50s", [50, None]),
        ("young mums under 21", [None, 20]),
        ("man with dementia aged 80", [80, 80]),
        ("lost my husband group for over 60s", [60, None]),
        ("toddler group for under 5s", [None, 4]),
        ("yoga free for over 60s", [60, None]),
    ],
)
def test_the_age_of_those_who_are_helped_is_taken(gazetteer: Gazetteer, text: str, age: list[int | None]) -> None:
    assert box_json(split(text, gazetteer, today=A_TUESDAY))["age"] == age
