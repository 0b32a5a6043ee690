"""What every search index does with needs: hears them in questions, finds texts that say them otherwise, and tells."""

import pytest

from index.protocol import Query
from tests.contracts.ways import Filled, names
from tests.index.samples import GRIEF, MUSIC, entry

GRIEF_LABEL = ("grief", "Bereavement")
MUSIC_LABEL = ("music", "Singing and music")


def test_a_need_said_in_everyday_words_finds_texts_that_say_it_otherwise(filled: Filled) -> None:
    index = filled([entry("1", "Bereavement visitors"), entry("2", "Football"), entry("3", "Friday club")])

    found = index.search(Query(text="my wife died last year"))

    assert names(found) == ["Bereavement visitors"]
    assert found.topics == (GRIEF_LABEL,)


def test_a_need_is_found_by_its_category_where_no_word_says_it(filled: Filled) -> None:
    index = filled([entry("1", "Friday club", categories=(GRIEF,)), entry("2", "Saturday club")])

    assert names(index.search(Query(text="my wife died"))) == ["Friday club"]


def test_a_narrower_need_is_found_after_the_one_asked_for(filled: Filled) -> None:
    index = filled([entry("1", "Bereavement visitors"), entry("2", "Friday club", categories=(GRIEF,))])

    found = index.search(Query(text="nobody to have lunch with"))

    assert names(found) == ["Friday club", "Bereavement visitors"]
    assert found.topics == (("company", "Company"),)


def test_one_cue_too_weak_by_itself_is_no_sign_of_a_need(filled: Filled) -> None:
    said = {"One": "A choir", "Two": "A choir with singing", "Three": "A singing group"}
    index = filled([entry(name, name, description=text) for name, text in said.items()])

    found = index.search(Query(filters={"need": ("music",)}))

    assert names(found) == ["Two"]


def test_one_strong_cue_in_a_name_is_a_sign_of_a_need(filled: Filled) -> None:
    index = filled([entry("1", "Choir"), entry("2", "Friday club", description="A choir"), entry("3", "Singing club")])

    assert names(index.search(Query(filters={"need": ("music",)}))) == ["Choir"]


@pytest.mark.parametrize("text", ['"wife died last year"', "wife AND died", "NOT football", "(wife OR husband) died"])
def test_who_writes_operators_or_quotation_marks_means_the_very_words(filled: Filled, text: str) -> None:
    index = filled([entry("1", "Bereavement visitors"), entry("2", "His wife died last year")])

    found = index.search(Query(text=text))

    assert found.topics == ()
    assert "His wife died last year" in names(found)
    assert "Bereavement visitors" not in names(found) or text == "NOT football"


def test_nothing_is_heard_where_nothing_was_asked(filled: Filled) -> None:
    assert filled([entry("1", "Bereavement visitors")]).search(Query()).topics == ()


def test_a_word_corrected_is_heard_corrected(filled: Filled) -> None:
    index = filled([entry("1", "Bereavement group", categories=(GRIEF,)), entry("2", "Choir")])

    found = index.search(Query(text="berevaement"))

    assert (found.searched_for, found.topics) == ("bereavement", (GRIEF_LABEL,))


def test_needs_are_a_facet_to_count_and_to_choose_by(filled: Filled) -> None:
    index = filled(
        [
            entry("1", "One", categories=(GRIEF,)), entry("2", "Two", categories=(GRIEF, MUSIC)),
            entry("3", "Football"),
        ]
    )  # fmt: skip

    found = index.search(Query())

    assert [(value.value, value.label, value.count) for value in found.facets["need"]] == [
        ("grief", "Bereavement", 2), ("company", "Company", 2), ("music", "Singing and music", 1),
        ("sport", "Sport", 1),
    ]  # fmt: skip
    assert set(names(index.search(Query(filters={"need": ("music", "sport")})))) == {"Two", "Football"}


def test_a_result_says_what_it_is_about_and_which_needs_it_meets(explaining: Filled) -> None:
    index = explaining([entry("1", "Friday visitors", description="Bereavement, and football on Sundays")])

    [hit] = index.search(Query(text="my wife died last year")).hits

    assert hit.why == "About bereavement"
    assert hit.needs == (GRIEF_LABEL, ("sport", "Sport"))
    assert next(part.factor for part in hit.contributions) == "text"


def test_the_need_asked_for_is_the_first_of_those_met(explaining: Filled) -> None:
    index = explaining([entry("1", "Football and choir", categories=(MUSIC,))])

    [by_sport] = index.search(Query(text="kick about in the park")).hits
    [by_music] = index.search(Query(text="choir")).hits

    assert [need[0] for need in by_sport.needs] == ["sport", "music"]
    assert [need[0] for need in by_music.needs] == ["music", "sport"]
    assert by_music.why == "Matches “choir” in its name; about singing and music"


def test_what_met_no_need_is_about_nothing(explaining: Filled) -> None:
    index = explaining([entry("1", "Walking group")])

    [hit] = index.search(Query(text="walking")).hits

    assert (hit.why, hit.needs) == ("Matches “walking” in its name", ())


def test_the_need_asked_for_goes_without_its_broader_need(explaining: Filled) -> None:
    index = explaining([entry("1", "Friday club", categories=(GRIEF,))])

    [hit] = index.search(Query(text="my wife died last year")).hits

    assert hit.needs == (GRIEF_LABEL,)
    assert hit.why == "About bereavement"
