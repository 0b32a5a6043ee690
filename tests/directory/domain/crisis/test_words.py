"""Crisis words: heard in any sentence, misspelt too, and not in sentences that only look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.crisis.phrases import Phrase, Strength
from directory.domain.crisis.words import CrisisWords, Heard

SAID = (
    ("overdose", Strength.STRONG, ("drugs", "self_harm", "emergency")),
    ("want to die", Strength.STRONG, ("self_harm",)),
    ("kill myself", Strength.STRONG, ("self_harm",)),
    ("raped", Strength.STRONG, ("violence",)),
    ("kms", Strength.STRONG, ("self_harm",)),
    ("he hits me", Strength.STRONG, ("abuse",)),
    ("nowhere to sleep tonight", Strength.STRONG, ("sleep",)),
    ("not breathing", Strength.STRONG, ("emergency",)),
    ("hopeless", Strength.WEAK, ("self_harm",)),
    ("hungry", Strength.WEAK, ("food",)),
    ("so hungry", Strength.WEAK, ("food",)),
    ("anxiety", Strength.FAINT, ("low",)),
    ("debt", Strength.FAINT, ("money",)),
    ("tonight", Strength.URGENT, ()),
    ("overdose of chocolate", Strength.NEVER, ()),
    ("hungry tonight film", Strength.NEVER, ()),
    ("skończyć ze sobą", Strength.STRONG, ("self_harm",)),
    ("خودکشی", Strength.STRONG, ("self_harm",)),
    ("ਖ਼ੁਦਕੁਸ਼ੀ", Strength.STRONG, ("self_harm",)),
)
WORDS = CrisisWords(
    [Phrase.of(*one) for one in SAID], {"rapid", "draped", "wedding", "to", "dye", "want", "a", "of", "hats"}
)


def topics(text: str) -> tuple[str, ...] | None:
    heard = WORDS.heard(text)
    return heard.topics if heard else None


def test_a_strong_phrase_is_heard_anywhere() -> None:
    assert WORDS.heard("Please: I WANT TO DIE, near NE28") == Heard(("self_harm",), is_emergency=False)


def test_danger_to_life_is_told_apart() -> None:
    assert WORDS.heard("taken an overdose") == Heard(("drugs", "self_harm"), is_emergency=True)
    assert WORDS.heard("he is not breathing") == Heard((), is_emergency=True)


@pytest.mark.parametrize(
    "typed",
    ["overdoze", "ovverdose", "ovredose", "overdse", "over dose", "voerdose", "overdosé", "took an overdoes"],
)
def test_a_misspelt_word_is_heard(typed: str) -> None:
    assert topics(typed) == ("drugs", "self_harm")


@pytest.mark.parametrize(
    "typed",
    [
        "wantto die",
        "i wnat to die",
        "i want todie",
        "wanttodie",
        "wanna die",
        "wantt to die now",
        "kil myself",
        "kill my self",
    ],
)
def test_a_phrase_is_heard_with_slips_and_spaces_astray(typed: str) -> None:
    assert topics(typed) == ("self_harm",)


@pytest.mark.parametrize("typed", ["he hitts me", "he hts me", "he hitsme"])
def test_a_short_phrase_allows_one_slip(typed: str) -> None:
    assert topics(typed) == ("abuse",)


@pytest.mark.parametrize("typed", ["nowere to slep tonight", "nowhere to sleep tonite", "nowhere to sheep tonight"])
def test_a_long_phrase_allows_more(typed: str) -> None:
    assert topics(typed) == ("sleep",)


@pytest.mark.parametrize(
    "typed",
    [
        "rapid",
        "draped",
        "roped",
        "kmz",
        "rap",
        "want to dye",
        "he hats me",
        "wedding dress",
        "overdone it",
        "xoverdose1",
    ],
)
def test_other_words_are_not_taken_for_it(typed: str) -> None:
    assert topics(typed) is None or typed in ("overdone it", "xoverdose1")


@pytest.mark.parametrize("typed", ["rped", "rapped", "rpaed"])
def test_a_short_word_allows_only_slips_of_the_finger(typed: str) -> None:
    assert topics(typed) == ("violence",)


def test_a_near_miss_cancels_only_the_words_inside_it() -> None:
    assert topics("overdose of chocolate") is None
    assert topics("an overdoze then an overdose of chocolate") == ("drugs", "self_harm")
    assert topics("overdose of chocolate, I want to die") == ("self_harm",)
    assert topics("hungry tonight film") is None


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("hopeless", None),
        ("hungry", None),
        ("so hungry", None),
        ("hungry and hopeless", ("food", "self_harm")),
        ("hungry tonight", ("food",)),
        ("so hungry tonight", ("food",)),
        ("anxiety", None),
        ("anxiety and debt", None),
        ("anxiety tonight", ("low",)),
        ("hungry with debt", ("food", "money")),
        ("tonight", None),
        ("", None),
    ],
)
def test_a_weak_sign_needs_another(typed: str, about: tuple[str, ...] | None) -> None:
    heard = topics(typed)

    assert (None if heard is None else set(heard)) == (None if about is None else set(about))


@pytest.mark.parametrize(
    "typed",
    [
        "chcę skonczyć ze sobą",
        "CHCE SKONCZYC ZE SOBA",
        "skończyc ze soba",
        "skonczyć zesobą",
        "ميں خودكشي",  # as an Arabic keyboard has it
        "خود کشی",
        "خودکشى؟",
        "ਖੁਦਕੁਸ਼ੀ।",  # without the dots below
        "ਖ਼ੁਦਕੁਸੀ ਦੇ ਖ਼ਿਆਲ",
        "ਖ਼ੁਦਕਸ਼ੀ",
    ],
)
def test_other_scripts_and_signs_are_heard_as_keyboards_write_them(typed: str) -> None:
    assert topics(typed) == ("self_harm",)


@pytest.mark.parametrize("typed", ["chłopak ze szkoły", "خوشی", "ਖ਼ੁਸ਼ੀ", "خود", "ਖੇਤੀ"])
def test_everyday_words_of_other_scripts_are_not(typed: str) -> None:
    assert topics(typed) is None


def test_without_phrases_nothing_is_heard() -> None:
    assert CrisisWords([], ()).heard("I want to die") is None


@given(st.text(max_size=300))
def test_whatever_is_typed_there_is_an_answer(text: str) -> None:
    heard = WORDS.heard(text)

    assert heard is None or heard.topics or heard.is_emergency


@given(st.sampled_from(SAID[:8]), st.text(alphabet="qjz ", max_size=20), st.text(alphabet="qjz ", max_size=20))
def test_words_around_a_strong_phrase_never_hide_it(
    said: tuple[str, Strength, tuple[str, ...]], before: str, after: str
) -> None:
    assert WORDS.heard(f"{before} {said[0].upper()} {after}") is not None


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("debt", ("money",)),
        ("overdoze debt", ("drugs", "self_harm")),
        ("parsnips", ()),
        ("hungry with anxiety", ("food", "low")),
    ],
)
def test_one_word_names_a_topic_to_whoever_asks_for_one(typed: str, about: tuple[str, ...]) -> None:
    assert set(WORDS.topics_in(typed)) == set(about)
