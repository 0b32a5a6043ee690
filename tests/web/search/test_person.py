"""Who a search is for, in the form and as chips."""

import pytest

from directory.domain.eligibility.criteria import AgeRange
from directory.domain.eligibility.person import Person
from index.request import Profile
from web.search.forms import LISTED, SearchForm
from web.search.person import WHO_FOR, said_of, spelt_out

FULL = SearchForm(
    q="choir",
    page="2",
    profile=Profile(
        age="67",
        gender="f",
        home="NE28 9",
        practice="A83012",
        pcn="U12345",
        icb="QHM",
        carer="yes",
        route="gp",
        travel="bus",
        free="yes",
        speaks=("Polish", "Urdu"),
        needs=("step_free", "bsl"),
        condition=("dementia",),
        on=("mon",),
        at=("evening",),
    ),
)


@pytest.mark.usefixtures("links")
def test_everything_said_of_a_person_is_a_chip_that_takes_it_back() -> None:
    chips = {one.label: one.address for one in said_of(FULL)}

    assert [*chips] == [
        "Aged 67",
        "Woman",
        "Lives in NE28 9",
        "GP practice A83012",
        "Primary care network U12345",
        "NHS area QHM",
        "Looks after somebody: Yes, a carer",
        "Referred by: Their GP",
        "Gets about: By bus",
        "It must be free",
        "Speaks Polish",
        "Speaks Urdu",
        "Step-free",
        "British Sign Language",
        "Has dementia",
        "Monday",
        "Evening",
    ]
    assert "age=67" not in chips["Aged 67"]
    assert "speaks=Urdu" in chips["Speaks Polish"]
    assert "speaks=Polish" not in chips["Speaks Polish"]
    assert "page=" not in chips["Woman"]


def test_the_form_shows_all_but_the_rarest() -> None:
    drawn = WHO_FOR.names
    hidden = {name for name, _ in FULL.undrawn()}

    assert drawn | hidden == set(Profile.__dataclass_fields__)
    assert not drawn & hidden


def test_what_is_typed_with_commas_comes_back_with_commas() -> None:
    form = SearchForm.read(b"speaks=Polish,+Urdu&speaks=Welsh&condition=COPD,,dementia&needs=bsl")

    assert form.profile == Profile(speaks=("Polish", "Urdu", "Welsh"), condition=("COPD", "dementia"), needs=("bsl",))
    assert [form.typed(name) for name in LISTED] == ["Polish, Urdu, Welsh", "COPD, dementia"]
    assert form.is_saying("needs", "bsl")
    assert not form.is_saying("gender", "f")


@pytest.mark.parametrize(
    ("ages", "text"),
    [(AgeRange(67, 67), "67"), (AgeRange(60), "60+"), (AgeRange(16, 25), "16-25"), (AgeRange(None, 24), "0-24")],
)
def test_an_age_is_spelt_as_the_form_reads_it(ages: AgeRange, text: str) -> None:
    assert spelt_out(Profile(), Person(age=ages)) == {"age": text}
    assert spelt_out(Profile(age="50"), Person(age=ages)) == {}


def test_what_is_not_known_of_a_person_is_not_spelt_out() -> None:
    assert spelt_out(Profile(), Person()) == {}
