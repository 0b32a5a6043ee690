"""Words, stems and the query language, against Whoosh's own analyser on real and random texts.

To run them on a fork: make a second environment, install `.[test]`, uninstall whoosh3, install the fork (such as
Whoosh-Reloaded), put its name in `index.language.WHOOSH`, and run this file.
"""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import language
from index.boosts import read_stop_words
from index.expression import AllOf, AnyOf, Expression, Not, Phrase, Prefix, Word, leaves
from index.language import Language, WrongWhoosh, require_whoosh3
from tests.index.samples import LANGUAGE

CHOIR, LUNCH, WALK = Word("choir", "choir"), Word("lunch", "lunch"), Word("walking", "walk")

PARSED: list[tuple[str, Expression | None]] = [
    ("choir", CHOIR),
    ("choir lunch", AnyOf((CHOIR, LUNCH))),
    ("choir AND lunch", AllOf((CHOIR, LUNCH))),
    ("choir OR lunch", AnyOf((CHOIR, LUNCH))),
    ("choir NOT lunch", AllOf((CHOIR, Not(LUNCH)))),
    ("NOT lunch", Not(LUNCH)),
    ('"lunch walking"', Phrase((LUNCH, WALK))),
    ('"lunch walking" choir', AllOf((Phrase((LUNCH, WALK)), AnyOf((CHOIR, AllOf(())))))),
    ('"lunch"', LUNCH),
    ('"the"', None),
    ("Choi*", Prefix("choi")),
    ("c*", None),
    ("lunch-choi*", AnyOf((LUNCH, Prefix("choi")))),
    ("lunch/choir", AnyOf((LUNCH, CHOIR))),
    ("(choir OR walking) AND lunch", AllOf((AnyOf((CHOIR, WALK)), LUNCH))),
    ("choir and lunch", AnyOf((CHOIR, LUNCH))),
    ("name:choir", AnyOf((Word("name", "name"), CHOIR))),
    ("the of", None),
    ("((", None),
    ('"unclosed choir', AnyOf((Word("unclosed", "unclos"), CHOIR))),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), PARSED)
def test_questions_are_read(text: str, expected: Expression | None) -> None:
    assert LANGUAGE.parse(text) == expected


@given(st.text(max_size=120) | st.text(alphabet='ab *"()ANDORT', max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    expression = LANGUAGE.parse(text)

    assert expression is None or all(isinstance(leaf, Word | Prefix) for leaf in leaves(expression))


def test_deep_brackets_do_not_exhaust_the_stack() -> None:
    assert LANGUAGE.parse("(" * 249 + "choir" + ")" * 249) == CHOIR


@given(st.text(max_size=200))
def test_words_are_what_whoosh_makes_of_a_text(text: str) -> None:
    assert [word.stem for word in LANGUAGE.words(text)] == [token.text for token in LANGUAGE.analyser(text)]


def test_words_are_what_whoosh_makes_of_real_texts(mirror: Path) -> None:
    with (mirror / "ukcat" / "sample.csv").open(encoding="utf-8") as charities:
        texts = [f"{row['name']} {row['activities']}" for row in csv.DictReader(charities)][:400]

    for text in texts:
        assert [word.stem for word in LANGUAGE.words(text)] == [token.text for token in LANGUAGE.analyser(text)]


def test_corrections_keep_the_rest_of_the_text_as_typed() -> None:
    assert LANGUAGE.corrected('"Lnuch" AND Choir!', {"lnuch": "lunch"}) == '"lunch" AND Choir!'


def test_the_installed_whoosh_is_the_right_one() -> None:
    require_whoosh3()


def test_another_whoosh_in_the_same_folder_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = tmp_path / "__init__.py"
    other.write_text("# another fork\n")
    monkeypatch.setattr("whoosh.__file__", str(other))

    with pytest.raises(WrongWhoosh, match="reinstall whoosh3"):
        require_whoosh3()


def test_a_whoosh_that_is_not_installed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "WHOOSH", "whoosh-that-nobody-has")

    with pytest.raises(WrongWhoosh):
        require_whoosh3()


def test_the_memory_of_words_is_begun_again_when_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "REMEMBERED_WORDS", 2)
    forgetful = Language(read_stop_words())

    assert [word.stem for word in forgetful.words("walking choirs lunches walking")] == [
        "walk",
        "choir",
        "lunch",
        "walk",
    ]
