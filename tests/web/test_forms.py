"""The search form: whatever an address holds is read, shown again, and written into links."""

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from index.finder import BadSearch
from web.forms import SearchForm


def test_a_form_is_read_word_for_word() -> None:
    form = SearchForm.read(b"q=caf%C3%A9+club&near=NE28&within=5km&page=2&category=a:b&category=c:d&source=s&other=x")

    assert (form.q, form.near, form.within, form.page) == ("café club", "NE28", "5km", "2")
    assert (form.categories, form.sources) == (("a:b", "c:d"), ("s",))


def test_of_a_field_named_twice_the_first_counts_and_a_filter_named_twice_counts_once() -> None:
    form = SearchForm.read(b"q=one&q=two&category=a:b&category=a:b&category=")

    assert (form.q, form.categories) == ("one", ("a:b",))


@pytest.mark.parametrize("query_string", [b"q=%ff", b"q=\xff", b"q=ok&near=%c3"])
def test_bytes_that_are_no_text_are_named_by_their_field(query_string: bytes) -> None:
    form = SearchForm.read(query_string)

    with pytest.raises(BadSearch) as caught:
        form.checked()
    assert caught.value.field == form.unreadable


@given(st.binary())
def test_no_bytes_break_the_form(query_string: bytes) -> None:
    SearchForm.read(query_string)


@given(st.text(), st.lists(st.text(min_size=1), unique=True, max_size=3))
def test_a_link_holds_the_whole_form(q: str, categories: list[str]) -> None:
    form = SearchForm(q=q, near="NE28 9ND", within="5km", categories=tuple(categories))

    with _app.test_request_context():
        address = form.address()

    assert SearchForm.read(address.partition("?")[2].encode()) == form


def test_a_change_of_filters_goes_back_to_the_first_page() -> None:
    form = SearchForm(q="choir", page="3")

    assert form.but(near="NE28") == SearchForm(q="choir", near="NE28")


_app = Flask("links")
_app.add_url_rule("/search", endpoint="search.search_page")
