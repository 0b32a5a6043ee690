"""The search form: whatever an address holds is read, shown again, and written into links."""

from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.postcode import part_of_postcode
from index.protocol import FACETS
from index.request import BadSearch, Profile
from web.search.forms import LISTED, MOST_CHOSEN, PERSON_FIELDS, SEVERAL, UNCLEAR, SearchForm


def test_a_form_is_read_word_for_word() -> None:
    form = SearchForm.read(b"q=caf%C3%A9+club&near=NE28&within=5km&page=2&category=a:b&category=c:d&source=s&other=x")

    assert (form.q, form.near, form.within, form.page) == ("café club", "NE28", "5km", "2")
    assert form.filters == {"category": ("a:b", "c:d"), "source": ("s",)}


def test_of_a_field_named_twice_the_first_counts_and_a_filter_named_twice_counts_once() -> None:
    form = SearchForm.read(b"q=one&q=two&category=a:b&category=a:b&category=")

    assert (form.q, form.filters) == ("one", {"category": ("a:b",)})


@pytest.mark.parametrize("query_string", [b"q=%ff", b"q=\xff", b"q=ok&near=%c3"])
def test_bytes_that_are_no_text_are_named_by_their_field(query_string: bytes) -> None:
    form = SearchForm.read(query_string)

    with pytest.raises(BadSearch) as caught:
        form.checked()
    assert caught.value.field == form.unreadable


@given(st.binary())
def test_no_bytes_break_the_form(query_string: bytes) -> None:
    SearchForm.read(query_string)


@st.composite
def forms(draw: st.DrawFn) -> SearchForm:
    """Any form that an address can hold: nothing twice, nothing empty, no home finer than a sector."""
    texts = st.text(min_size=1, max_size=8)
    listed = st.text(alphabet="abc é&=?#%", min_size=1, max_size=8).map(str.strip).filter(bool)
    several = {name: listed if name in LISTED else texts for name in SEVERAL}
    profile: dict[str, Any] = {name: draw(texts) for name in PERSON_FIELDS if name not in SEVERAL} | {
        name: tuple(draw(st.lists(values, unique=True, max_size=3))) for name, values in several.items()
    }
    chosen = draw(st.dictionaries(st.sampled_from(FACETS), st.lists(texts, min_size=1, unique=True, max_size=3)))
    return SearchForm(
        q=draw(st.text()),
        near="NE28 9ND",
        within="5km",
        filters={name: tuple(values) for name, values in chosen.items()},
        profile=Profile(**(profile | {"home": "NE28 9"})),
    )


@given(forms())
def test_a_link_holds_the_whole_form(form: SearchForm) -> None:
    with _app.test_request_context():
        address = form.address()

    assert SearchForm.read(address.partition("?")[2].encode()) == form


def test_a_choice_is_switched_on_and_off() -> None:
    form = SearchForm(q="choir", page="2").switching("day", "mon").switching("day", "tue")

    assert form == SearchForm(q="choir", filters={"day": ("mon", "tue")})
    assert form.switching("day", "mon").filters == {"day": ("tue",)}
    assert form.switching("day", "mon").switching("day", "tue").filters == {}


def test_a_choice_is_switched_by_the_address_of_the_switched_form(app: Flask) -> None:
    form = SearchForm.read(b"q=caf%C3%A9+club&age=70&category=a:b&category=c d&cost=free&page=2")

    with app.test_request_context():
        for facet, value in (("category", "a:b"), ("category", "new & odd"), ("cost", "free"), ("need", "food")):
            assert form.switches()(facet, value) == form.switching(facet, value).address()
        assert SearchForm().switches()("need", "food") == "/search?need=food"


@pytest.mark.parametrize("field", ["day", "needs", "speaks"])
def test_endless_choices_are_refused(field: str) -> None:
    many = "&".join(f"{field}={number}" for number in range(MOST_CHOSEN))

    SearchForm.read(many.encode()).checked()
    with pytest.raises(BadSearch) as caught:
        SearchForm.read(f"{many}&{field}=more".encode()).checked()
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("NE28 9ND", "NE28 9"),
        ("ne289nd", "NE28 9"),
        ("Flat 2, NE28 9ND", "NE28 9"),
        ("(NE289ND)", "NE28 9"),
        ("NE28-9ND", "NE28 9"),
        ("NE28 9", "NE28 9"),
        ("NE28", "NE28"),
        ("ne28", "NE28"),
        ("NE2 8", "NE2 8"),
        ("SW1A", "SW1A"),
        ("", ""),
        (UNCLEAR, UNCLEAR),
        ("  ", ""),
        ("NE28 9N", "NE28 9"),
        ("ne289n", "NE28 9"),
        ("E1 9N", "E1 9"),
        ("E19N", "E1 9"),
        ("NE28 9NDx", "NE28 9"),
        ("NE28-9-N", "NE28 9"),
        ("NE28 Wallsend", "NE28"),
        ("NE28 9 Wallsend", "NE28 9"),
        ("Wallsend", UNCLEAR),
        ("12 High Street Wallsend", UNCLEAR),
        ("12 High Street, NE28 9N", UNCLEAR),
        ("NE28 12 High Street", UNCLEAR),
        ("NE28 9ND9ND", UNCLEAR),
        ("合唱", UNCLEAR),
        ("?", UNCLEAR),
    ],
)
def test_of_a_home_no_more_than_the_sector_is_read(typed: str, kept: str) -> None:
    form = SearchForm.read(urlencode({"home": typed}).encode())

    assert (form.profile.home, form.is_cut) == (kept, typed != kept)


@given(st.text())
def test_a_home_is_a_part_of_a_postcode_or_nothing_and_stays_so(typed: str) -> None:
    kept = SearchForm.read(urlencode({"home": typed}).encode()).profile.home

    assert kept in ("", UNCLEAR) or part_of_postcode(kept) == kept
    assert SearchForm.read(urlencode({"home": kept}).encode()).profile.home == kept


def test_a_home_that_was_taken_out_is_asked_for_again_in_an_empty_box() -> None:
    form = SearchForm.read(b"q=choir&home=12+High+Street")

    with pytest.raises(BadSearch, match="to keep it private") as caught:
        form.checked()
    assert caught.value.field == "home"
    assert form.typed("home") == ""
    assert form.parameters() == {"q": "choir", "home": UNCLEAR}


def test_a_change_of_filters_goes_back_to_the_first_page() -> None:
    form = SearchForm(q="choir", page="3")

    assert form.but(near="NE28") == SearchForm(q="choir", near="NE28")
    assert form.saying(age="67") == SearchForm(q="choir", profile=Profile(age="67"))


_app = Flask("links")
_app.add_url_rule("/search", endpoint="search.search_page")
