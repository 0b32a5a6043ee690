"""Deciding on changes that websites put forward, through the page, as staff at this machine."""

import re
from typing import Any

import pytest
from werkzeug.test import TestResponse

from directory.domain.corrections import NO_END, Field
from directory.store import Database, schema_watching
from tests.directory.proposed import proposed, put_forward
from tests.web import world
from tests.web.desk import ELSEWHERE, OWN, Site

NEW = "+441914980999"


def put(site: Site, field: Field = Field.PHONE, after: str = NEW, **more: Any) -> int:
    """Put a change to the choir forward; its number."""
    return put_forward(site.rooms.database(), proposed(field, after, service_id=world.CHOIR, **more))[-1]


def decide(site: Site, number: int, verdict: str, by: str = "Pat") -> TestResponse:
    return site.client.post(f"/check/changes/{number}", data={"verdict": verdict, "by": by}, headers=OWN)


def test_from_the_queue_to_the_listing_and_back(site: Site) -> None:
    number = put(site, before="+441912345678")
    queue = site.page("/check/changes")
    assert "1 change is waiting" in queue
    assert "<del>0191 234 5678</del>" in queue
    assert "<ins>0191 498 0999</ins>" in queue
    assert f"Now it is {NEW}." in queue

    accepted = decide(site, number, "accept")
    assert "Published. Phone: 0191 498 0999" in accepted.text
    assert 'value="Pat"' in accepted.text
    assert "Nothing is waiting" in accepted.text
    listing = site.page(f"/services/{world.CHOIR}")
    assert "0191 498 0999" in listing
    assert "Changes that our moderators accepted" in listing

    undone = decide(site, number, "undo")
    assert "Taken back." in undone.text
    assert "1 change is waiting" in undone.text
    assert "0191 498 0999" not in site.page(f"/services/{world.CHOIR}")


def test_what_is_rejected_changes_nothing_and_is_gone(site: Site) -> None:
    rejected = decide(site, put(site), "reject")

    assert "Rejected." in rejected.text
    assert "Nothing is waiting" in rejected.text
    assert "0191 498 0999" not in site.page(f"/services/{world.CHOIR}")


@pytest.mark.parametrize(
    ("field", "after", "shown"),
    [
        (Field.PAUSED_UNTIL, "2027-01-05", "5 January 2027"),
        (Field.PAUSED_UNTIL, NO_END, "until further notice"),
        (Field.OPENING_TIMES, "Mon 10:00-12:00", "Mon 10:00-12:00"),
    ],
)
def test_each_change_is_shown_in_words(site: Site, field: Field, after: str, shown: str) -> None:
    put(site, field, after)

    page = site.page("/check/changes")
    assert f"<ins>{shown}</ins>" in page
    assert "<dd>Not known</dd>" in page


def test_nobody_decides_without_a_name(site: Site) -> None:
    answer = decide(site, put(site), "accept", by=" ")

    assert answer.status_code == 400
    assert "Write your name first" in answer.text
    assert "1 change is waiting" in answer.text


def test_what_somebody_else_has_decided_is_said(site: Site) -> None:
    number = put(site)
    decide(site, number, "reject")

    answer = decide(site, number, "accept")
    assert answer.status_code == 400
    assert "Somebody has decided on this change already" in answer.text


def test_a_long_queue_has_pages(site: Site) -> None:
    for number in range(25):
        put(site, Field.EMAIL, f"choir{number}@example.org")

    assert len(re.findall("<ins>", site.page("/check/changes"))) == 20
    assert len(re.findall("<ins>", site.page("/check/changes?page=2"))) == 5
    assert "Page 2 of 2" in site.page("/check/changes?page=9")


def test_only_staff_at_this_machine_decide(site: Site) -> None:
    number = put(site)

    assert site.client.get("/check/changes", environ_overrides=ELSEWHERE).status_code == 404
    assert decide(site, number, "publish").status_code == 404
    elsewhere = site.client.post(f"/check/changes/{number}", data={"verdict": "accept", "by": "Pat"})
    assert elsewhere.status_code == 403
    assert verdict(site.rooms.database()) is None


def verdict(database: Database) -> str | None:
    with database.read() as transaction:
        found: str | None = transaction.execute(schema_watching.proposal.select()).one().verdict
    return found
