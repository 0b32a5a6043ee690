"""A site of a test's own, which it may write to, with a clock that it sets and browsers of staff and of anybody."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from directory.actions.reassess import reassess
from directory.domain.home import Home
from directory.queries.running import Running, running
from tests.web import world
from tests.web.world import build_index
from web.app import create_app
from web.config import Config
from web.wiring import Rooms

OWN = {"Sec-Fetch-Site": "same-origin"}
ELSEWHERE = {"REMOTE_ADDR": "192.0.2.7"}


class Site:
    """The site over ``home``; whoever sits at its machine is staff."""

    def __init__(self, home: Home) -> None:
        self.now: datetime = world.NOW
        self.rooms = Rooms(home, now=lambda: self.now)
        self.app = create_app(Config(home=home, has_staff=True), self.rooms)
        self.client: FlaskClient = self.app.test_client()

    def later(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)

    def page(self, address: str) -> str:
        """A page that is there."""
        answer = self.client.get(address)
        assert answer.status_code == 200, answer.text
        return answer.text

    def tell(self, service_id: str, what: str, address: str = "192.0.2.7", **more: str) -> TestResponse:
        """Report something, from an address."""
        told = {"what": what, **more}
        return self.client.post(
            f"/services/{service_id}/report", data=told, headers=OWN, environ_overrides={"REMOTE_ADDR": address}
        )

    def own_page(self, service_id: str, what: str) -> str:
        """Report something; the address of the reporter's page."""
        answer = self.tell(service_id, what)
        assert answer.status_code == 303, answer.text
        return answer.headers["Location"]

    def answer(self, service_id: str, said: str, **more: str) -> TestResponse:
        """Press a button of the queue, as Pat."""
        return self.client.post(f"/check/{service_id}", data={"by": "Pat", "answer": said, **more}, headers=OWN)

    def running(self, service_id: str) -> Running:
        """How a service is judged now."""
        return running(self.rooms.database(), self.rooms.model(), service_id, self.rooms.today())

    def close(self) -> None:
        """Let go of the database."""
        self.rooms.database().close()


def filled(home: Home) -> Site:
    """The site over the tiny catalogue, received at ``home`` and judged as of its day."""
    world.fill(home)
    build_index(home)
    site = Site(home)
    reassess(site.rooms.database(), site.rooms.model(), world.TODAY)
    return site


def copied(home: Home, folder: Path) -> Site:
    """The site over a copy of ``home``, whose geography and index are the same."""
    for name in ("geography", "index"):
        (folder / name).symlink_to(home.folder / name)
    for path in home.folder.glob("catalogue.sqlite*"):
        shutil.copy(path, folder)
    site = Site(Home(folder=folder, database_url=f"sqlite:///{folder / 'catalogue.sqlite'}"))
    reassess(site.rooms.database(), site.rooms.model(), world.TODAY)
    return site
