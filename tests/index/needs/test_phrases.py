"""Needs heard in what people say: the rules on a few invented needs, and everyday sentences with the real ones."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from index.boosts import DATA
from index.knowledge import Knowledge, read_knowledge
from index.needs.hearing import Hearing, read_hearing
from index.needs.phrases import Heard, PhraseBook
from index.needs.signs import Signs
from index.needs.taxonomy import Cue, Need, Taxonomy
from tests.index.samples import KNOWLEDGE, LANGUAGE

HEARING = read_hearing(DATA / "hearing.toml")
TAXONOMY = Taxonomy(
    needs={
        "people": Need(id="people", label="Groups of people"),
        "men": Need(id="men", label="Men", parent="people"),
        "grief": Need(id="grief", label="Bereavement"),
        "bills": Need(id="bills", label="Fuel bills"),
        "debt": Need(id="debt", label="Debt"),
    },
    cues=[
        Cue(need="grief", words="bereavement"),
        Cue(need="grief", words="loss of a partner", weight=0.6),
        Cue(need="men", words="men"),
        Cue(need="bills", words="energy bills"),
    ],
    phrases=[
        Cue(need="grief", words="my wife died last year"),
        Cue(need="grief", words="cannot get over the funeral"),
        Cue(need="bills", words="can't pay my gas bill"),
        Cue(need="debt", words="owes money to a lender"),
        Cue(need="debt", words="cannot pay what is owed"),
    ],
    mapped={},
)


def book(hearing: Hearing = HEARING, taxonomy: Taxonomy = TAXONOMY) -> PhraseBook:
    return PhraseBook(taxonomy, LANGUAGE, Signs(taxonomy, LANGUAGE), hearing)


def needs(heard: Sequence[Heard]) -> list[str]:
    return [one.need for one in heard]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("bereavement", "grief"),
        ("Bereavement!", "grief"),
        ("help with energy bills", "bills"),
        ("gas bill", "bills"),
        ("the gas bill, can't pay it", "bills"),
        ("owe a lender money", "debt"),
        ("his funeral", "grief"),
        ("men", "men"),
    ],
)
def test_a_need_is_heard_in_any_order_and_form_of_its_words(text: str, first: str) -> None:
    assert needs(book().heard(text))[:1] == [first]


@pytest.mark.parametrize("text", ["", "   ", "the of and", "xylophone zebra", "?!"])
def test_nothing_is_heard_in_words_that_no_need_has(text: str) -> None:
    assert book().heard(text) == []


def test_weights_lie_above_nought_up_to_one_with_the_surest_first() -> None:
    heard = book(replace(HEARING, least=0.01, least_of_best=0.01)).heard("my wife died and I cannot pay the gas bill")

    weights = [one.weight for one in heard]
    assert len(heard) >= 3
    assert weights == sorted(weights, reverse=True)
    assert all(0 < weight <= 1 for weight in weights)


def test_plain_stems_are_those_that_texts_say_it_with() -> None:
    by_cue, by_phrase = book().heard("bereavement")[0], book().heard("my wife died last year")[0]

    assert (by_cue.need, by_cue.plain) == ("grief", frozenset({"bereav"}))
    assert (by_phrase.need, by_phrase.plain) == ("grief", frozenset())
    assert by_phrase.stems == {word.stem for word in LANGUAGE.words("wife died last year")}


def test_what_is_much_less_sure_than_the_surest_is_not_heard() -> None:
    choosy, open_eared = replace(HEARING, least_of_best=1.0), replace(HEARING, least=0.01, least_of_best=0.01)
    text = "cannot pay my gas bill"

    assert needs(book(choosy).heard(text)) == ["bills"]
    assert set(needs(book(open_eared).heard(text))) == {"bills", "debt", "grief"}


def test_what_is_hardly_heard_at_all_is_not() -> None:
    assert book(replace(HEARING, least=5.0)).heard("my wife died last year") == []


def test_no_more_needs_are_heard_than_so_many() -> None:
    heard = book(replace(HEARING, least=0.01, least_of_best=0.01, most=2)).heard("cannot pay my gas bill")

    assert len(heard) == 2


def test_words_for_people_say_who_asks_and_little_else() -> None:
    without_kin = replace(HEARING, people="", least=0.01, least_of_best=0.01)
    with_kin = replace(without_kin, people="wife")

    told = {one.need: one.weight for one in book(with_kin).heard("wife owes a lender money")}
    others = {one.need: one.weight for one in book(without_kin).heard("wife owes a lender money")}

    assert told["debt"] == others["debt"] == 1.0
    assert told["grief"] < others["grief"]


def test_a_need_about_a_group_of_people_gives_way_to_one_about_help() -> None:
    by_group = replace(HEARING, about_people=frozenset(["people"]), least=0.01, least_of_best=0.01)
    by_none = replace(HEARING, about_people=frozenset(), least=0.01, least_of_best=0.01)
    text = "men with energy bills"

    weights = {one.need: one.weight for one in book(by_group).heard(text)}
    others = {one.need: one.weight for one in book(by_none).heard(text)}

    assert weights["men"] < weights["bills"]
    assert weights["men"] / weights["bills"] < others["men"] / others["bills"]


def test_a_deaf_book_hears_nothing_and_knows_no_word() -> None:
    deaf = book().deaf()

    assert deaf.heard("bereavement, and my wife died last year") == []
    assert not deaf.knows("bereav")


def test_the_words_of_phrases_and_cues_are_known() -> None:
    assert book().knows("bereav")
    assert book().knows("lender")
    assert not book().knows("xylophon")


def test_the_sample_of_the_other_tests_hears_what_they_rely_on() -> None:
    assert needs(KNOWLEDGE.phrases.heard("my wife died last year")) == ["grief"]


@pytest.fixture(scope="module")
def real() -> Knowledge:
    return read_knowledge()


EVERYDAY = {
    "can't pay my gas bill": "fuel-bills",
    "nobody to talk to since my wife died": "bereavement",
    "gets breathless on stairs": "lungs",
    "I can't put food on the table this week": "food",
    "my landlord wants me out by Friday": "housing-advice",
    "dad keeps forgetting where he is": "dementia",
    "the bailiffs are coming": "debt",
    "my benefits have been stopped": "benefits",
    "drinking too much since I lost my job": "alcohol",
    "scared of my boyfriend when he is angry": "domestic-abuse",
    "my son was just diagnosed with autism": "autism",
    "want to learn English": "esol",
    "need help filling in a PIP form": "benefits",
    "want to stop smoking": "smoking",
    "gambling has cost us the house": "gambling",
    "lonely in the evenings": "loneliness",
    "just out of prison and nowhere to live": "homelessness",
    "my daughter self harms": "suicide-self-harm",
    "no money for the electric meter": "fuel-bills",
    "wants to learn how to use a tablet": "digital",
    "would love to sing with other people": "choirs",
    "somewhere to grow vegetables": "gardening",
    "just had a stroke and can't find my words": "stroke",
    "left the army and can't settle": "veterans",
    "diabetic and need to lose weight": "diabetes",
    "want to volunteer a few hours": "volunteering",
    "panic attacks on the bus": "anxiety-depression",
    "writing a cv and finding a job": "employment",
    "lost the baby at twenty weeks": "baby-loss",
    "kicked out by his parents and sofa surfing": "homelessness",
    "going deaf and avoiding people": "hearing-loss",
    "losing my sight": "sight-loss",
    "hears voices": "severe-mental-illness",
    "coming off heroin": "drugs",
    "no school uniform for the kids": "clothing",
    "my fridge has broken and I can't replace it": "furniture",
    "looking after my disabled husband and exhausted": "carers",
    "likes sewing and knitting": "crafts",
    "just moved here from Syria": "refugees",
    "can't get to hospital appointments without a car": "community-transport",
    "can't read very well": "basic-skills",
}


@pytest.mark.parametrize(("sentence", "need"), EVERYDAY.items())
def test_everyday_sentences_are_heard_as_the_need_a_person_would_name(
    real: Knowledge, sentence: str, need: str
) -> None:
    assert need in needs(real.phrases.heard(sentence))


@pytest.mark.parametrize("sentence", ["", "qwerty", "the", "!"])
def test_nothing_is_heard_in_nothing(real: Knowledge, sentence: str) -> None:
    assert real.phrases.heard(sentence) == []


def test_the_worked_phrases_are_heard_for_sure_and_alone(real: Knowledge) -> None:
    for sentence in list(EVERYDAY)[:3]:
        [heard] = real.phrases.heard(sentence)
        assert heard.weight >= 0.9
