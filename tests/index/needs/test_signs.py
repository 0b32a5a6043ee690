"""Signs of needs in texts: cues word for word with plurals folded, however they overlap, and how strong they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.limits import IN_NAME, MOST_NEEDS
from index.needs import signs as module
from index.needs.signs import PREFIX, Sign, Signs, clearest, is_shown, singular, strengths
from index.needs.taxonomy import Cue, Need, Taxonomy
from tests.index.samples import LANGUAGE, SIGNS

CUES = (
    ("disability", "learning disabilities", 1.0),
    ("learning", "adult learning", 1.0),
    ("caving", "caving", 1.0),
    ("outdoors", "out and about", 0.5),
    ("outdoors", "out", 0.2),
    ("grief", "support after a sudden death", 0.8),
    ("grief", "support after a death", 0.7),
    ("grief", "after", 0.1),
)
TAXONOMY = Taxonomy(
    needs={need: Need(id=need, label=need) for need, _, _ in CUES},
    cues=[Cue(need=need, words=words, weight=weight) for need, words, weight in CUES],
    mapped={("other", "9"): ["grief", "learning"]},
)
HEARD = Signs(TAXONOMY, LANGUAGE)
SAID = ("adults", "learning", "disabilities", "out", "and", "about", "after", "support")
texts = st.lists(st.sampled_from(SAID), max_size=12)


def cues_in(text: str) -> list[str]:
    return [TAXONOMY.cues[sign.cue].words for sign in HEARD.in_tokens(LANGUAGE.tokens(text))]


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("clubs", "club"), ("churches", "church"), ("families", "family"), ("classes", "class"), ("boxes", "box"),
        ("bus", "bus"), ("tennis", "tennis"), ("dress", "dress"), ("gas", "gas"), ("lies", "lie"), ("dishes", "dish"),
        ("horses", "horse"), ("men", "men"), ("", ""), ("s", "s"),
    ],
)  # fmt: skip
def test_plurals_are_folded(word: str, one: str) -> None:
    assert singular(word) == one


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Caving", ["caving"]),
        ("A cave", []),
        ("LEARNING disability", ["learning disabilities"]),
        ("Adults with learning disabilities", ["learning disabilities"]),
        ("Adult learning", ["adult learning"]),
        ("Disabilities in learning", []),
        ("", []),
    ],
)
def test_a_cue_stands_word_for_word_but_for_case_and_plurals(text: str, cues: list[str]) -> None:
    assert cues_in(text) == cues


def test_stop_words_within_a_cue_count() -> None:
    assert cues_in("out and about") == ["out", "out and about"]
    assert cues_in("out about") == ["out"]
    assert cues_in("out, and: about!") == ["out", "out and about"]


def test_overlapping_cues_are_each_found() -> None:
    assert cues_in("adult learning disabilities") == ["adult learning", "learning disabilities"]


def test_the_long_and_the_short_of_one_beginning_are_told_apart() -> None:
    assert cues_in("support after a sudden death") == ["support after a sudden death", "after"]
    assert cues_in("support after a death") == ["support after a death", "after"]
    assert cues_in("support after a sudden") == ["after"]


def test_a_cue_cut_off_at_the_end_of_a_text_is_not_found() -> None:
    assert cues_in("adult") == []
    assert cues_in("out and") == ["out"]


@given(texts)
def test_signs_are_those_that_reading_word_by_word_finds(words: list[str]) -> None:
    plain = [singular(word) for word in words]
    expected = sorted(
        cue.words
        for cue in TAXONOMY.cues
        for wanted in [[singular(word) for word in cue.words.split()]]
        for at in range(len(plain))
        if plain[at : at + len(wanted)] == wanted
    )

    assert sorted(cues_in(" ".join(words))) == expected


def test_each_different_cue_counts_once_towards_strength() -> None:
    found = HEARD.in_tokens(LANGUAGE.tokens("out and about, out and about, adult learning"))

    strength = {HEARD.need(number).id: weight for number, weight in strengths(found).items()}

    assert strength == {"outdoors": pytest.approx(0.7), "learning": 1.0}


def test_a_cue_weighs_more_in_a_name_and_counts_once_as_it_weighs_most() -> None:
    in_text, in_name = HEARD.in_tokens(["out"]), HEARD.in_name(["out"])

    assert list(strengths(in_text).values()) == [0.2]
    assert list(strengths(in_name).values()) == [pytest.approx(0.2 * IN_NAME)]
    assert strengths([*in_name, *in_text]) == strengths([*in_text, *in_name]) == strengths(in_name)


def test_two_spellings_of_one_cue_are_one_sign_of_the_stronger() -> None:
    cues = [
        Cue(need="grief", words="pet", weight=0.3), Cue(need="grief", words="pets", weight=0.9),
        Cue(need="grief", words="Pet", weight=0.5), Cue(need="learning", words="pets", weight=0.2),
    ]  # fmt: skip
    both = Signs(Taxonomy(needs=TAXONOMY.needs, cues=cues, mapped={}), LANGUAGE)

    strength = strengths(both.in_tokens(["pets", "and", "pet"]))

    assert {both.need(number).id: weight for number, weight in strength.items()} == {"grief": 0.9, "learning": 0.2}


def test_tenths_that_add_up_to_enough_are_enough() -> None:
    assert 0.3 + 0.6 < 0.9
    assert is_shown(0.3 + 0.6)
    assert not is_shown(0.89)


def test_a_service_is_shown_under_its_clearest_needs() -> None:
    strength = {number: 1.0 + number / 10 for number in range(20)} | {20: 0.3, 21: 1.0}

    shown = clearest(strength)

    assert shown == [19 - number for number in range(MOST_NEEDS)]
    assert clearest({3: 1.0, 1: 1.0, 2: 0.5}) == [1, 3]


def test_strength_of_nothing_is_nothing() -> None:
    assert strengths([]) == {}
    assert strengths([Sign(3, 1, 0.5), Sign(3, 1, 0.5), Sign(3, 2, 0.25)]) == {3: 0.75}


def test_a_category_of_another_vocabulary_stands_for_its_needs() -> None:
    stated = HEARD.in_category(("other", "9"))

    assert [(HEARD.need(sign.need).id, sign.weight) for sign in stated] == [("grief", 1.0), ("learning", 1.0)]
    assert HEARD.in_category(("other", "1")) == []
    assert SIGNS.in_category(("elsewhere", "music")) == []


def test_a_category_counts_once_beside_cues_however_often_it_is_stated() -> None:
    grief, _ = HEARD.in_category(("other", "9"))

    assert strengths([grief, grief, *HEARD.in_tokens(["after"])]) == {grief.need: pytest.approx(1.1)}


def test_every_need_has_a_stem_that_no_word_has() -> None:
    assert HEARD.stems == {f"{PREFIX}{need}": number for number, need in enumerate(TAXONOMY.needs)}
    assert not any(LANGUAGE.words(stem)[0].stem == stem for stem in HEARD.stems)


def test_a_cue_without_any_word_is_no_sign() -> None:
    taxonomy = Taxonomy(needs=TAXONOMY.needs, cues=[Cue(need="grief", words="…")], mapped={})

    assert Signs(taxonomy, LANGUAGE).in_tokens(["…", "grief"]) == []


def test_the_memory_of_words_is_begun_again_when_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REMEMBERED_WORDS", 2)
    small = Signs(TAXONOMY, LANGUAGE)

    found = small.in_tokens(LANGUAGE.tokens("one two three caving four five caving"))

    assert [TAXONOMY.cues[sign.cue].words for sign in found] == ["caving", "caving"]
