"""How well the real crisis words are heard, and how seldom by mistake: figures that docs/crisis.md tells, held here.

Every letter of every strong phrase of five letters and more is in turn left out, doubled, swapped with the next and
mistaken for one that sounds alike, and every space is left out: about 20,000 sentences.
"""

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import web
from directory.domain.crisis.phrases import Strength, folded
from directory.queries.crisis import read_crisis
from directory.queries.status_settings import DATA
from index.needs.taxonomy import read_taxonomy
from web.crisis.known import crisis_words
from web.language.languages import OTHERS, Language

WORDS = crisis_words()
TAXONOMY = read_taxonomy(DATA)
STRONG = [" ".join(one.words) for one in read_crisis().phrases if one.strength is Strength.STRONG]
LONG = [phrase for phrase in STRONG if len(phrase.replace(" ", "")) >= 5]
SOUNDS = str.maketrans("szckieaoufvdtmn", "zskceieouvftdnm")

CRISIS_NEEDS = frozenset(
    [
        "suicide-self-harm",
        "listening-lines",
        "severe-mental-illness",
        "eating-disorders",
        "mental-health",
        "domestic-abuse",
        "refuges",
        "sexual-abuse",
        "child-protection",
        "victims",
        "modern-slavery",
        "safety",
        "homelessness",
        "debt",
        "emergency-housing",
        "food",
        "food-banks",
        "fuel-bills",
        "hardship-grants",
        "alcohol",
        "drugs",
        "addiction",
        "gambling",
        "bereavement",
        "baby-loss",
        "maternity",
        "veterans",
        "youth-support",
    ]
)
"""Needs that people have in a crisis: whoever asks for one may well be shown helplines."""


def left_out(text: str, at: int) -> str:
    return text[:at] + text[at + 1 :]


def doubled(text: str, at: int) -> str:
    return text[: at + 1] + text[at:]


def swapped(text: str, at: int) -> str:
    return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]


def mistaken(text: str, at: int) -> str:
    return text[:at] + text[at].translate(SOUNDS) + text[at + 1 :]


@pytest.mark.parametrize(("slip", "least"), [(left_out, 0.93), (doubled, 0.98), (swapped, 0.97), (mistaken, 0.94)])
def test_misspelt_phrases_are_heard(slip: Callable[[str, int], str], least: float) -> None:
    tried = [slip(phrase, at) for phrase in LONG for at in range(len(phrase)) if phrase[at] != " "]

    heard = sum(WORDS.heard(text) is not None for text in tried)

    assert len(tried) > 4_000
    assert heard / len(tried) >= least


def test_phrases_are_heard_without_one_of_their_spaces() -> None:
    tried = [left_out(phrase, at) for phrase in LONG for at in range(len(phrase)) if phrase[at] == " "]

    assert sum(WORDS.heard(text) is not None for text in tried) / len(tried) >= 0.93


@pytest.mark.parametrize("phrase", STRONG)
def test_every_strong_phrase_is_heard(phrase: str) -> None:
    assert WORDS.heard(f"please, {phrase} near NE28") is not None


@pytest.mark.parametrize(
    "typed", ["sucidal", "overdoze", "hes hitting me", "wanna end it al", "kil my self", "i want todie"]
)
def test_what_people_really_type_is_heard(typed: str) -> None:
    assert WORDS.heard(typed) is not None


def translated(language: Language) -> dict[str, str]:
    """The messages of the pages, in English and in ``language``."""
    with (Path(web.__file__).parent / "translations" / f"{language.code}.po").open("rb") as file:
        return {one.id: str(one.string) for one in read_po(file) if isinstance(one.id, str) and one.id}


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.code)
def test_a_topic_whose_name_is_heard_in_english_is_heard_in_each_language(language: Language) -> None:
    names = translated(language)
    heard = [topic for topic in read_crisis().topics if WORDS.heard(topic.label)]

    assert len(heard) >= 10
    for topic in heard:
        assert WORDS.heard(names[topic.label]) == WORDS.heard(topic.label), names[topic.label]


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.code)
def test_what_pages_say_of_other_things_is_seldom_heard_in_any_language(language: Language) -> None:
    others = [said for in_english, said in translated(language).items() if not WORDS.heard(in_english)]

    heard = [said for said in others if WORDS.heard(said)]

    assert len(others) > 1_500
    assert len(heard) / len(others) < 0.003, heard


def near_misses() -> Iterator[str]:
    for phrase in read_crisis().phrases:
        if phrase.strength is Strength.NEVER:
            yield " ".join(phrase.words)


@pytest.mark.parametrize("typed", list(near_misses()))
def test_a_near_miss_is_not_heard_and_hides_nothing_beside_it(typed: str) -> None:
    assert WORDS.heard(typed) is None
    assert WORDS.heard(f"{typed}, I want to die") is not None


@pytest.mark.parametrize("kind", ["phrases", "cues"])
def test_everyday_needs_are_seldom_taken_for_a_crisis(kind: str) -> None:
    sayings = [one for one in getattr(TAXONOMY, kind) if one.need not in CRISIS_NEEDS]

    heard = [one.words for one in sayings if WORDS.heard(one.words)]

    assert len(sayings) > 4_000
    assert len(heard) / len(sayings) < 0.004, heard


def test_texts_of_services_are_never_taken_for_a_misspelling(mirror: Path) -> None:
    strong = {tuple(phrase.split()) for phrase in STRONG}
    mistaken_for: list[str] = []
    sentences = 0
    with (mirror / "ukcat" / "sample.csv").open(encoding="utf-8") as charities:
        for charity in csv.DictReader(charities):
            for sentence in re.split(r"[.;!?\n]", charity["activities"]):
                words = folded(sentence)
                sentences += bool(words)
                if WORDS.heard(sentence) and not any(
                    tuple(words[at : at + len(said)]) in strong for said in strong for at in range(len(words))
                ):
                    mistaken_for.append(sentence)

    assert sentences > 5_000
    assert len(mistaken_for) / sentences < 0.002, mistaken_for
