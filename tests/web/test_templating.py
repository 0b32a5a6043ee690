"""Tests of what templates share."""

import pytest

from tests.web.desk import Site


def test_what_a_template_is_given_for_itself_alone_is_refused_and_not_given_to_all(site: Site) -> None:
    with pytest.raises(ValueError, match="no globals of its own"):
        site.app.jinja_env.from_string("{{ number }}", globals={"number": 1})


def test_a_template_that_imports_another_shares_its_globals(site: Site) -> None:
    with site.app.test_request_context("/"):
        page = site.app.jinja_env.from_string('{% from "parts/icons.html" import icon %}{{ icon("lock") }}').render()

    assert 'class="i i-lock"' in page
