"""Small parts of watching: its settings, its lock, its jobs, and what is expected of a page."""

import os
import signal
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from crawlers.one_at_a_time import held_alone
from crawlers.visiting.naming import Expected
from crawlers.visiting.settings import CRAWLING
from crawlers.watch_evidence import expected_of
from crawlers.watch_settings import read_watch_settings
from crawlers.worker import Job, Step, job_done, run_worker
from directory.domain.errors import Refused
from directory.domain.identifiers import Identifier
from directory.domain.parts import Phone
from directory.domain.records import Organization, Service
from directory.queries.watching import Behind, Page, Watched

ELM = Organization(
    name="Elm Trust",
    identifiers=(Identifier.parse("GB-CHC-1122334"), Identifier.parse("XI-ROR-05abc")),
    phones=(Phone(number="+441914980123"),),
)


def behind(name: str, organization: Organization = ELM) -> Behind:
    service = Service(organization_id="o", name=name, phones=(Phone(number="+441914980123"),))
    return Behind(
        id=name, service=service, organization=organization, is_sole=False, postcodes=("NE28 9ND",), schedules=(),
        p_open=None,
    )  # fmt: skip


def watched(*services: Behind, **more: str) -> Watched:
    values = {"url": "http://elm.example.org/", "host": "elm.example.org", "place": "elm.example.org", "kind": "site"}
    page = Page(**{**values, **more}, next_check=datetime.min)  # type: ignore[arg-type]  # noqa: DTZ901
    return Watched(page=page, behind=services, is_own=len(services) == 1)


def test_a_page_is_expected_to_name_its_service_in_any_of_the_ways_it_is_known_by() -> None:
    assert expected_of(watched(behind("Lunch Club"))) == Expected(
        name="Lunch Club",
        phones=("+441914980123",),
        postcodes=("NE28 9ND",),
        charity_numbers=("1122334",),
    )


def test_a_page_of_several_services_is_expected_to_name_their_organization() -> None:
    assert expected_of(watched(behind("Lunch Club"), behind("Choir"))).name == "Elm Trust"
    assert expected_of(watched(behind("Lunch Club"), behind("Choir", Organization(name="Oak")))).name is None


def test_nothing_is_expected_of_a_feed_or_of_a_page_of_nobody() -> None:
    assert expected_of(watched(behind("Lunch Club"), kind="feed")) == expected_of(watched()) == Expected()


def test_a_setting_that_makes_no_sense_is_named(tmp_path: Path) -> None:
    path = tmp_path / "crawling.toml"
    path.write_text(CRAWLING.read_text().replace("daily_budget = 2000", "daily_budget = 0"))

    with pytest.raises(msgspec.ValidationError, match="daily_budget"):
        read_watch_settings(path)


def test_a_lock_is_free_again_after_its_block(tmp_path: Path) -> None:
    file = tmp_path / "home" / "a.lock"

    with held_alone(file, "Busy."), pytest.raises(Refused, match=r"Busy\."), held_alone(file, "Busy."):
        pass
    with held_alone(file, "Busy."):
        pass


def a_job(*steps: Step) -> Job:
    return Job(name="all", steps=steps, when=lambda _: True)


def test_a_step_that_fails_keeps_no_other_from_being_done(caplog: pytest.LogCaptureFixture) -> None:
    def refuse(_: object) -> str:
        raise Refused("Not now.")

    def fail(_: object) -> str:
        raise ValueError("a secret")

    said: list[str] = []
    steps = [Step(name="A", run=refuse), Step(name="B", run=fail), Step(name="C", run=lambda _: "Done.")]

    job_done(a_job(*steps, Step(name="D", run=lambda _: "")), lambda: False, said.append)

    assert said == ["A: Not now.", "B: It failed; the log says why.", "C: Done."]
    assert [record.getMessage() for record in caplog.records] == ["The step B of the job all failed."]


def test_no_step_is_begun_once_the_worker_is_to_stop() -> None:
    said: list[str] = []

    job_done(a_job(Step(name="A", run=lambda _: "Done.")), lambda: True, said.append)

    assert said == []


def test_a_worker_does_what_is_first_at_once_and_ends_when_it_is_told_to(tmp_path: Path) -> None:
    def tell(_: object) -> str:
        os.kill(os.getpid(), signal.SIGTERM)
        return "Told."

    said: list[str] = []
    first = Job(name="first", steps=(Step(name="A", run=tell),), when=lambda _: False, is_first=True)
    never = Job(name="never", steps=(Step(name="B", run=lambda _: "Done."),), when=lambda _: False)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)}

    try:
        run_worker(tmp_path, [first, never], said.append)
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)

    assert said == ["At work: first, never.", "A: Told.", "Stopped."]
