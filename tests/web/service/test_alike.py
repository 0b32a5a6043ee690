"""What is offered in place of a service that has closed."""

from typing import Any

from flask import Flask

from directory.domain.parts import Attribute
from directory.domain.places import Point, Precision
from directory.domain.records import Location, LocationType, Service
from index.protocol import Query
from tests.web.service.test_facts import a_page, a_place
from web.service.alike import ALIKE_SHOWN, WITHIN_M, living_like
from web.wiring import rooms


def asked(app: Flask, *places: Location, **stated: Any) -> Query | None:
    service = Service(**{"organization_id": "o", "name": "Tea Club", **stated})
    with app.app_context():
        return living_like(a_page(service=service, places=tuple(a_place(one) for one in places)), rooms().knowledge())


def somewhere(**known: Any) -> Location:
    usual = {"location_type": LocationType.PHYSICAL, "latitude": 55.0, "longitude": -1.5}
    return Location(**{**usual, "precision": Precision.POSTCODE, **known})


def test_where_no_need_is_known_nothing_is_offered(app: Flask) -> None:
    assert asked(app, name="Howdon Institute") is None


def test_living_services_of_the_clearest_need_are_looked_for_nearby(app: Flask) -> None:
    found = asked(app, somewhere(radius_m=100.0, local_authority="E08000022"), name="Ukulele Band")

    assert found is not None
    assert (found.text, found.within_m, found.size, found.suggest) == ("Music", WITHIN_M, ALIKE_SHOWN + 1, False)
    assert found.filters == {"status": ("open", "at_risk", "unconfirmed")}
    assert found.near is not None
    assert (found.near.label, found.near.local_authority) == ("Ukulele Band", "E08000022")
    assert (found.near.point, found.near.radius_m) == (Point(55.0, -1.5), 100.0)


def test_the_need_its_source_put_it_under_goes_before_what_its_words_tell(app: Flask) -> None:
    listed = (Attribute(taxonomy="signpost-demo", code="company", label="Company"),)
    found = asked(app, name="Ukulele Band", attributes=listed)

    assert found is not None
    assert found.text == "Company and friendship"


def test_without_a_known_place_they_are_looked_for_anywhere(app: Flask) -> None:
    nowhere = somewhere(latitude=None, longitude=None)
    hidden = somewhere(precision=Precision.NONE)
    for places in ((), (nowhere,), (hidden,)):
        found = asked(app, *places, name="Ukulele Band")
        assert found is not None
        assert (found.near, found.within_m) == (None, None)
    found = asked(app, nowhere, hidden, somewhere(), name="Ukulele Band")
    assert found is not None
    assert found.near is not None
