"""Every page is whole in another language: what is ours is a message, and what is of others is marked as English."""

import pytest

from tests.site_pages import SITE_PAGES, SitePage
from tests.web.desk import Site
from tests.web.language.shouting import Shouting, unspoken
from web.language import catalogue


@pytest.mark.parametrize("page", SITE_PAGES, ids=str)
def test_nothing_of_a_page_is_left_in_english(
    demonstration_site: Site, page: SitePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "translations", lambda code: Shouting())

    answer = demonstration_site.client.get(f"/cy{page.address}")

    assert answer.status_code == page.status
    assert unspoken(answer.text) == []
