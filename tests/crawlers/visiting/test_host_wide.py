"""Services of one host that fail together are one outage, and no word against any of them."""

from crawlers.visiting.host_wide import host_wide
from crawlers.visiting.outcome import Outcome
from crawlers.visiting.report import Visit
from tests.crawlers.visiting.world import START


def met(url: str, outcome: Outcome) -> Visit:
    return Visit(url=url, final_url=url, at=START, outcome=outcome, since=START, reason=outcome.sentence)


def test_five_failures_of_one_host_are_one_outage_and_no_observation() -> None:
    failed = [met(f"http://shared.example.org/{number}", Outcome.SERVER_ERROR) for number in range(4)]
    gone = met("http://shared.example.org/4", Outcome.CHANGED)
    well = met("http://shared.example.org/5", Outcome.OK)
    other = met("http://elm.example.org/", Outcome.TIMED_OUT)

    visits, outages = host_wide([*failed, well, gone, other])

    assert [one.outcome for one in visits] == [
        *[Outcome.HOST_WIDE] * 4,
        Outcome.OK,
        Outcome.HOST_WIDE,
        Outcome.TIMED_OUT,
    ]
    assert [one.symbol for one in visits[:4]] == [None] * 4
    assert visits[0].reason == f"{Outcome.HOST_WIDE.sentence} {Outcome.SERVER_ERROR.sentence}"
    assert len(outages) == 1
    assert outages[0].host == "shared.example.org"
    assert outages[0].outcomes == {Outcome.SERVER_ERROR, Outcome.CHANGED}
    assert len(outages[0].urls) == 5


def test_four_failures_of_one_host_stand_each_for_itself() -> None:
    failed = [met(f"http://shared.example.org/{number}", Outcome.REFUSED) for number in range(4)]
    blocked = [met(f"http://shared.example.org/b{number}", Outcome.BLOCKED) for number in range(4)]

    assert host_wide([*failed, *blocked]) == ([*failed, *blocked], [])
