"""Whatever is typed: nothing raises, nothing is invented, and what was understood stays understood."""

from dataclasses import replace
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from directory.geography import Gazetteer
from index.box import Box, box_json, split

A_TUESDAY = date(2026, 11, 24)

WORDS = """
yoga group for men women over 60s under 5 in near within 3 miles of NE28 9ND Wallsend Bath reading Reading Leeds
free gluten wheelchair step-free evenings tuesdays mon-fri sat am 2pm now open tonight me and or AND OR NOT ( ) " “
* & , . ? - 78 16-25 aged I am years old not except only non-binary dementia friendly coffee morning 🙂 İ ß \ue000
cant but nor except 12-2 by a with my man lost raising
the area St Mary's Newport Wales
"""
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join))

NEEDS = ("choir", "bereavement group", "men's shed", "coffee morning", "help with forms", '"art class"', "crisis cafe")
PARTS = {
    "place": ("near NE28", "in Wallsend", "NE28 9ND", "around Leeds"),
    "days": ("on tuesdays", "mon-fri", "weekends", "tomorrow", "not at weekends", "any day but friday"),
    "parts": ("evenings", "in the afternoon", "after 6pm", "not in the evenings", "2-4pm"),
    "age": ("for over 60s", "aged 45", "for 16-25 year olds"),
    "free": ("free", "at no cost"),
    "access": ("with a hearing loop", "step-free", "wheelchair accessible"),
}


@st.composite
def said_boxes(draw: st.DrawFn) -> str:
    """A need and some parts in any order, as somebody types them who means each once."""
    fields = draw(st.lists(st.sampled_from(sorted(PARTS)), unique=True))
    parts = [draw(st.sampled_from(PARTS[field])) for field in fields]
    need = draw(st.sampled_from(NEEDS))
    place = draw(st.integers(0, len(parts)))
    return " ".join([*parts[:place], need, *parts[place:]])


def is_in_order(part: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in part if not letter.isspace())


@settings(deadline=None)
@given(text=TEXTS)
def test_nothing_is_invented(gazetteer: Gazetteer, text: str) -> None:
    box = split(text, gazetteer, today=A_TUESDAY)

    assert is_in_order(box.need, text)
    assert box.need == " ".join(box.need.split())
    assert box_json(box)["need"] != ""
    assert all(len(chip.without) < len(text) and is_in_order(chip.without, text) for chip in box.chips)


@settings(deadline=None)
@given(text=TEXTS)
def test_splitting_comes_to_an_end(gazetteer: Gazetteer, text: str) -> None:
    needs = [text]
    while len(needs) < 10 and (need := split(needs[-1], gazetteer, today=A_TUESDAY).need) != needs[-1]:
        needs.append(need)

    assert len(needs) < 10


@settings(deadline=None)
@given(text=said_boxes())
def test_what_is_left_is_the_need_alone(gazetteer: Gazetteer, text: str) -> None:
    need = split(text, gazetteer, today=A_TUESDAY).need

    assert need in NEEDS
    again = split(need, gazetteer, today=A_TUESDAY)
    assert replace(again, gender=None, chips=()) == Box(need=need)


@settings(deadline=None)
@given(text=said_boxes())
def test_a_chip_takes_away_its_part_and_nothing_else(gazetteer: Gazetteer, text: str) -> None:
    assume(" not " not in text and " but " not in text)  # what is denied may reach what then stands beside it
    box = split(text, gazetteer, today=A_TUESDAY)

    for chip in box.chips:
        without = split(chip.without, gazetteer, today=A_TUESDAY)
        if chip.field == "gender":
            assert without.gender is None
            continue
        gone = {"place": {"place": None, "place_words": None}}.get(chip.field, {chip.field: getattr(Box(), chip.field)})
        assert replace(without, chips=()) == replace(box, chips=(), **gone)
        assert len(without.chips) == len(box.chips) - 1
