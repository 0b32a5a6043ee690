"""The numbers of the model are checked when they are read."""

import copy
import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from directory.domain.status.history import FollowOn
from directory.domain.status.settings import BadSettings, Settings, settings_from
from directory.queries.status_settings import DATA

TABLE: dict[str, Any] = tomllib.loads((DATA / "status" / "settings.toml").read_text(encoding="utf-8"))

Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda table: table.pop("first"), "lack 'first'"),
        (lambda table: table["first"].pop("before_days"), "lack 'before_days'"),
        (lambda table: table.pop("hazard"), "missing required field `hazard`"),
        (lambda table: table.update(first=3), "make no sense"),
        (lambda table: table.update(grid=14), "make no sense"),
        (lambda table: table["grid"].update(step_days=0), "Expected `int` >= 1 - at `$.step_days`"),
        (lambda table: table["hazard"].pop("charity"), "Expected `object` of length >= 5 - at `$.hazard`"),
        (lambda table: table["hazard"].update(cult=1.0), "Invalid enum value 'cult'"),
        (lambda table: table["first"].update(owner=1.0), "Expected `float` < 1.0"),
        (
            lambda table: table["funding"].update(unknown="often"),
            "Expected `float`, got `str` - at `$.funding.unknown`",
        ),
        (lambda table: table["statement"]["owner_open"].update(closed=0), "Expected `float` > 0.0"),
        (lambda table: table["activity"].update(season=[1.0] * 11), "Expected `array` of length >= 12"),
        (lambda table: table["status"].update(closed=float("nan")), "Expected `float` > 0.0 - at `$.status.closed`"),
        (lambda table: table["site"].update(outlives=0), "Expected `float` > 0.0 - at `$.site.outlives`"),
        (lambda table: table["site"].update(channels=["web", "wep"]), "shows channels that there are not: wep."),
        (lambda table: table["channel"]["web"].update(starts=[1.0]), "web does not start in each of its states"),
        (lambda table: table["channel"]["feed"].update(starts=[0.5, 0.6]), "feed does not start in each of its states"),
        (
            lambda table: table["channel"]["web"]["open"].update(UQ=1.0),
            "web has a rate between states it does not have",
        ),
        (lambda table: table["channel"]["web"]["closed"].update(U=1), "web has a rate between states it does not have"),
        (lambda table: table["channel"]["text"]["emits"].pop(), "text does not say how likely each symbol is"),
        (lambda table: table["channel"]["text"]["emits"][0].pop(), "text does not say how likely each symbol is"),
        (
            lambda table: table["channel"]["phone"].update(emits_closed=[[0.3, 0.3, 0.3], [0.3, 0.4, 0.3]]),
            "phone does not say how likely each symbol is",
        ),
    ],
)
def test_a_number_that_is_missing_or_makes_no_sense_is_named(change: Change, complaint: str) -> None:
    table = copy.deepcopy(TABLE)
    change(table)
    with pytest.raises(BadSettings) as refused:
        settings_from(table)
    assert complaint in str(refused.value)


def test_reading_leaves_the_table_as_it_was() -> None:
    table = copy.deepcopy(TABLE)
    settings_from(table)
    assert table == TABLE


def test_money_ends_a_service_by_what_is_known_of_more(settings: Settings) -> None:
    assert settings.funding.chance(FollowOn.UNKNOWN) == 0.30
    assert settings.funding.chance(FollowOn.FOLLOW_ON) == 0.04
    assert settings.funding.chance(FollowOn.MAIN_NO_FOLLOW_ON) == 0.55
