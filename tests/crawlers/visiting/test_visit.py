"""What a visit meets is put in its class, with the symbol and the sentence that go with it."""

from dataclasses import replace

import pytest

from crawlers.visiting.exchange import Caps
from crawlers.visiting.naming import Expected
from crawlers.visiting.outcome import Outcome
from crawlers.visiting.report import Visit
from directory.domain.errors import InvalidValue
from tests.crawlers.visiting.site import Reply, Route, Site, page, redirect
from tests.crawlers.visiting.world import World, new_world

HOST = "elm-hall.example.org"
HOME = f"http://{HOST}/"
DEEP = f"http://{HOST}/lunch"
LUNCH = page(
    "Elm Hall Lunch Club",
    "Lunch every Tuesday at noon in the main hall, with a warm welcome, tea afterwards and a quiz once a month.",
    "Ring us on 0191 498 0123 to book, or write to Elm Hall, NE28 9ND. Registered charity 1122334.",
)
FRONT = page("Elm Hall", "A hall for everybody, run by its neighbours since 1952, with room for eighty people.")
CLUB = Expected(name="Elm Hall Lunch Club", phones=("0191 498 0123",))
CASINO = page(
    "Best slots online", *["Spin the reels and win big today, with a bonus for every new player." for _ in range(5)]
)


def elm(world: World, routes: dict[str, Route], **settings: object) -> Site:
    return world.server.add(HOST, routes, **settings)


def summary(met: Visit) -> tuple[Outcome, str | None]:
    return met.outcome, met.symbol


def test_page_with_its_own_content_is_ok(world: World) -> None:
    elm(world, {"/": page("Elm Hall", "Lunch every Tuesday.", ETag='"one"')})

    met = world.visit(HOME)

    assert summary(met) == (Outcome.OK, "ok")
    assert (met.text, met.etag, met.final_url) == ("Lunch every Tuesday.", '"one"', HOME)
    assert world.kept == [met.document]


def test_unchanged_page_is_asked_with_what_it_is_known_by_and_is_ok(world: World) -> None:
    site = elm(world, {"/": page("Elm Hall", "Lunch.", ETag='"one"', Last_Modified="Mon, 02 Mar 2026 08:00:00 GMT")})
    first = world.visit(HOME)
    site.routes["/"] = Reply(status=304)

    met = world.visit(HOME, previous=first.as_previous())

    assert summary(met) == (Outcome.NOT_MODIFIED, "ok")
    assert site.asked[-1].headers["If-None-Match"] == '"one"'
    assert site.asked[-1].headers["If-Modified-Since"] == "Mon, 02 Mar 2026 08:00:00 GMT"
    assert (met.etag, met.document) == ('"one"', None)


def test_page_that_was_parked_is_never_asked_whether_it_changed(world: World) -> None:
    site = elm(world, {"/": page(HOST, "This domain is for sale.", ETag='"parked"')})
    first = world.visit(HOME)

    again = world.visit(HOME, previous=first.as_previous())

    assert summary(first) == summary(again) == (Outcome.PARKED, "gone")
    assert "If-None-Match" not in site.asked[-1].headers


def test_answer_that_nothing_changed_though_nobody_asked_is_unreadable(world: World) -> None:
    elm(world, {"/": Reply(status=304)})

    assert summary(world.visit(HOME)) == (Outcome.UNREADABLE, None)


@pytest.mark.parametrize(
    ("status", "outcome", "symbol"),
    [
        (500, Outcome.SERVER_ERROR, "fail"), (503, Outcome.SERVER_ERROR, "fail"),
        (404, Outcome.ROOT_MISSING, "fail"), (410, Outcome.ROOT_GONE, "gone"),
        (401, Outcome.BLOCKED, None), (403, Outcome.BLOCKED, None), (406, Outcome.BLOCKED, None),
        (451, Outcome.BLOCKED, None), (418, Outcome.BLOCKED, None), (429, Outcome.TOO_BUSY, None),
        (204, Outcome.EMPTY, None), (300, Outcome.UNREADABLE, None),
    ],
)  # fmt: skip
def test_status_of_the_front_page_has_its_class(
    status: int, outcome: Outcome, symbol: str | None, world: World
) -> None:
    elm(world, {"/": page("Sorry", "Something is the matter.", status=status)})

    assert summary(world.visit(HOME)) == (outcome, symbol)


def test_host_that_refuses_is_a_failure(world: World) -> None:
    elm(world, {}, refuses=True)

    assert summary(world.visit(HOME)) == (Outcome.REFUSED, "fail")


def test_host_that_breaks_off_is_a_failure(world: World) -> None:
    elm(world, {"/": Reply(breaks_off=True)})

    assert summary(world.visit(HOME)) == (Outcome.REFUSED, "fail")


def test_host_that_does_not_answer_in_time_is_a_failure(world: World) -> None:
    elm(world, {"/": Reply(holds=True)})

    assert summary(world.visit(HOME, caps=Caps(total_s=0.2))) == (Outcome.TIMED_OUT, "fail")


@pytest.mark.parametrize("status", [404, 410])
def test_missing_page_of_a_site_that_is_well_is_a_failure(status: int, world: World) -> None:
    site = elm(world, {"/": FRONT, "/lunch": page("Gone", "No such page.", status=status)})

    assert summary(world.visit(DEEP)) == (Outcome.PAGE_MISSING, "fail")
    assert site.paths == ["/robots.txt", "/lunch", "/"]


@pytest.mark.parametrize(
    ("front", "outcome"),
    [
        (page("Gone", "We closed.", status=410), Outcome.ROOT_GONE),
        (page("Error", "Oh no.", status=500), Outcome.SERVER_ERROR),
        (page("No", "Members only.", status=403), Outcome.BLOCKED),
        (page(HOST, "This domain is for sale."), Outcome.PARKED),
        (redirect("http://casino.example.com/"), Outcome.UNRELATED),
        (redirect("http://127.0.0.1/"), Outcome.ADDRESS_REFUSED),
    ],
)
def test_missing_page_of_a_site_that_is_not_well_is_what_the_site_is(
    front: Reply, outcome: Outcome, world: World
) -> None:
    world.server.add("casino.example.com", {"/": CASINO})
    elm(world, {"/": front})

    assert world.visit(DEEP).outcome is outcome


def test_page_that_says_what_any_address_says_is_missing(world: World) -> None:
    sorry = page("Elm Hall", "We looked everywhere for this page but could not find it, so try the menu above.")
    site = elm(world, {"/": FRONT}, otherwise=sorry)

    assert summary(world.visit(DEEP)) == (Outcome.SOFT_MISSING, "fail")
    assert site.paths == ["/robots.txt", "/lunch", "/nobody-has-this-1", "/"]


def test_what_a_site_says_of_any_address_is_asked_once_a_day(world: World) -> None:
    site = elm(world, {"/lunch": LUNCH, "/tea": LUNCH})

    world.visit(DEEP)
    world.visit(f"http://{HOST}/tea")
    world.clock.jump(days=1)
    world.visit(DEEP)

    random = [path for path in site.paths if path.startswith("/nobody")]
    assert len(random) == 2


def test_front_page_that_every_address_leads_to_is_ok(world: World) -> None:
    elm(world, {"/": FRONT}, otherwise=redirect("/"))

    assert summary(world.visit(HOME)) == (Outcome.OK, "ok")
    assert summary(world.visit(DEEP, CLUB)) == (Outcome.SOFT_MISSING, "fail")


@pytest.mark.parametrize("to", [f"https://{HOST}/", f"http://www.{HOST}/", f"https://www.{HOST}/"])
def test_redirect_to_https_or_www_is_plain_ok(to: str, world: World) -> None:
    world.server.add(f"www.{HOST}", {"/": LUNCH})

    def answer(asked: object) -> Reply:
        return LUNCH if len(site.paths) > 3 else redirect(to)

    site = elm(world, {"/": redirect(to) if "www" in to else answer})
    insecure = world.new_client().trusted
    insecure.check_hostname = False

    met = world.visit(HOME, CLUB, trusted=insecure)

    assert summary(met) == (Outcome.OK, "ok")
    assert (met.final_url, met.proposed_url) == (to, None)


@pytest.mark.parametrize(
    "expected",
    [
        Expected(name="Elm Hall Lunch Club"), Expected(name="The Lunch Club of Elm Hall"),
        Expected(phones=("+44 191 498 0123",)), Expected(postcodes=("NE28 9ND",)),
        Expected(charity_numbers=("1122334",)), Expected(),
    ],
)  # fmt: skip
def test_redirect_to_a_page_that_still_names_the_service_is_ok_and_proposed(expected: Expected, world: World) -> None:
    elm(world, {"/": redirect("http://elm-hall.example.net/home")})
    world.server.add("elm-hall.example.net", {"/home": LUNCH})

    met = world.visit(HOME, expected)

    assert summary(met) == (Outcome.MOVED, "ok")
    assert met.proposed_url == met.final_url == "http://elm-hall.example.net/home"
    assert met.has_named


def test_redirect_within_the_site_that_names_the_service_is_proposed(world: World) -> None:
    elm(world, {"/lunch": redirect("/groups/lunch"), "/groups/lunch": LUNCH})

    met = world.visit(DEEP, CLUB)

    assert (met.outcome, met.proposed_url) == (Outcome.MOVED, f"http://{HOST}/groups/lunch")


@pytest.mark.parametrize("expected", [CLUB, Expected()])
def test_redirect_to_another_site_that_does_not_name_the_service_is_gone(expected: Expected, world: World) -> None:
    elm(world, {"/": redirect("http://casino.example.com/")})
    world.server.add("casino.example.com", {"/": CASINO})

    assert summary(world.visit(HOME, expected)) == (Outcome.UNRELATED, "gone")


def test_redirect_to_a_picture_elsewhere_says_nothing(world: World) -> None:
    elm(world, {"/": redirect("http://casino.example.com/a.png")})
    world.server.add("casino.example.com", {"/a.png": Reply(body=b"\x89PNG", headers={"Content-Type": "image/png"})})

    assert summary(world.visit(HOME, CLUB)) == (Outcome.UNREADABLE, None)


def test_leaflet_is_content_though_it_is_no_page(world: World) -> None:
    elm(world, {"/lunch": Reply(body=b"%PDF-1.7", headers={"Content-Type": "application/pdf"})})

    met = world.visit(DEEP, CLUB)

    assert (met.outcome, met.text) == (Outcome.OK, None)


def test_page_that_is_now_about_something_else_is_gone_and_stays_so(world: World) -> None:
    site = elm(world, {"/": LUNCH})
    first = world.visit(HOME, CLUB)
    site.routes["/"] = CASINO
    second = world.visit(HOME, CLUB, first.as_previous())
    world.clock.jump(days=1)

    third = world.visit(HOME, CLUB, second.as_previous())

    assert summary(first) == (Outcome.OK, "ok")
    assert summary(second) == summary(third) == (Outcome.CHANGED, "gone")
    assert third.since == second.at


def test_page_that_never_named_the_service_is_not_called_changed(world: World) -> None:
    elm(world, {"/": CASINO})

    assert world.visit(HOME, CLUB).outcome is Outcome.OK


def test_page_redrawn_that_keeps_some_words_of_the_name_is_ok(world: World) -> None:
    site = elm(world, {"/": LUNCH})
    first = world.visit(HOME, CLUB)
    site.routes["/"] = page("Welcome", "We meet in the hall for lunch on Tuesdays, and there is tea afterwards.")

    assert world.visit(HOME, CLUB, first.as_previous()).outcome is Outcome.OK


def test_redirects_without_end_say_nothing(world: World) -> None:
    site = elm(world, {"/": redirect("/")})

    assert summary(world.visit(HOME)) == (Outcome.ENDLESS_REDIRECTS, None)
    assert site.paths == ["/robots.txt", *["/"] * 6]


def test_five_redirects_are_followed(world: World) -> None:
    chain: dict[str, Route] = {f"/{step}": redirect(f"/{step + 1}") for step in range(5)}
    elm(world, {**chain, "/5": LUNCH})

    assert world.visit(f"http://{HOST}/0", CLUB).final_url == f"http://{HOST}/5"


def test_domain_that_is_unknown_on_two_days_is_gone(world: World) -> None:
    site = elm(world, {"/": LUNCH})
    well = world.visit(HOME, CLUB)
    site.is_registered = False
    first = world.visit(HOME, CLUB, well.as_previous())
    world.clock.jump(hours=1)
    hour_later = world.visit(HOME, CLUB, first.as_previous())
    world.clock.jump(days=1)
    day_later = world.visit(HOME, CLUB, hour_later.as_previous())
    world.clock.jump(days=30)
    month_later = world.visit(HOME, CLUB, day_later.as_previous())

    assert summary(first) == summary(hour_later) == (Outcome.NAME_UNKNOWN, "fail")
    assert summary(day_later) == summary(month_later) == (Outcome.NAME_GONE, "gone")
    assert month_later.since == first.at
    assert month_later.has_named


def test_domain_that_nobody_answers_for_is_a_failure(world: World) -> None:
    elm(world, {}, is_answered_for=False)

    assert summary(world.visit(HOME)) == (Outcome.NAME_UNANSWERED, "fail")


def test_domain_with_answers_that_are_no_addresses_is_a_failure(world: World) -> None:
    elm(world, {}, answers=lambda: [("elm", 80)])

    assert world.visit(HOME).outcome is Outcome.NAME_UNANSWERED


def test_domain_with_no_addresses_is_unknown(world: World) -> None:
    elm(world, {}, answers=list)

    assert world.visit(HOME).outcome is Outcome.NAME_UNKNOWN


def test_our_own_network_that_is_down_says_nothing(world: World) -> None:
    elm(world, {}, is_registered=False)
    settings = replace(world.settings, well_known_names=("down.example.org",))

    assert summary(world.visit(HOME, settings=settings)) == (Outcome.OWN_NETWORK, None)


@pytest.mark.parametrize(
    "challenge",
    [
        page("Just a moment...", "Checking your browser before you go on."),
        page("Just a moment...", "Checking your browser before you go on.", status=503),
        page("Attention Required!", "Please complete the captcha.", status=403),
        page("Elm Hall", "x" * 1000, status=403, cf_mitigated="challenge"),
    ],
)
def test_challenge_says_nothing_whatever_its_status(challenge: Reply, world: World) -> None:
    elm(world, {"/": challenge})

    assert summary(world.visit(HOME)) == (Outcome.CHALLENGED, None)


def test_page_that_its_scripts_draw_says_nothing(world: World) -> None:
    elm(world, {"/": page("Elm Hall", head="<script src=app.js></script>")})

    assert summary(world.visit(HOME, CLUB)) == (Outcome.NEEDS_SCRIPT, None)


def test_page_with_scripts_that_names_the_service_is_ok(world: World) -> None:
    elm(world, {"/": page("Elm Hall Lunch Club", "Tuesdays.", head="<script src=app.js></script>")})

    assert world.visit(HOME, CLUB).outcome is Outcome.OK


def test_page_of_markup_with_no_words_is_empty(world: World) -> None:
    elm(world, {"/": page("")})

    assert summary(world.visit(HOME)) == (Outcome.EMPTY, None)


def test_noindex_is_reported_from_header_and_from_page_and_remembered(world: World) -> None:
    site = elm(world, {"/": page("Elm", "Lunch.", X_Robots_Tag="noindex", ETag='"one"')})
    site.routes["/page"] = page("Elm", "Lunch.", head='<meta name="robots" content="NOINDEX, follow">')
    by_header = world.visit(HOME)
    by_page = world.visit(f"{HOME}page")
    site.routes["/"] = Reply(status=304)
    unchanged = world.visit(HOME, previous=by_header.as_previous())

    assert (by_header.is_noindex, by_page.is_noindex, unchanged.is_noindex) == (True, True, True)


def test_certificate_that_expired_is_recorded_and_the_page_read_without_trust() -> None:
    with new_world("expired") as world:
        site = elm(world, {"/": LUNCH})

        met = world.visit(f"https://{HOST}/", CLUB)

    assert summary(met) == (Outcome.TLS_TROUBLE, "fail")
    assert met.reason.endswith("It has expired.")
    assert met.text is not None
    assert met.text.startswith("Lunch every Tuesday")
    assert set(site.asked[-1].headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}


def test_certificate_for_another_name_is_recorded(world: World) -> None:
    world.server.add("oak.example.org", {"/": LUNCH})

    met = world.visit("https://oak.example.org/")

    assert met.outcome is Outcome.TLS_TROUBLE
    assert met.reason.endswith("It is for another name.")


def test_certificate_that_is_trusted_is_ok(world: World) -> None:
    elm(world, {"/": LUNCH})

    assert world.visit(f"https://{HOST}/").outcome is Outcome.OK


def test_host_that_speaks_no_tls_is_tls_trouble(world: World) -> None:
    elm(world, {}, answers=lambda: [("127.0.0.1", world.server.ports[80])])

    met = world.visit(f"https://{HOST}/")

    assert (met.outcome, met.document) == (Outcome.TLS_TROUBLE, None)


def test_site_that_opted_out_is_left_alone_with_all_names_below(world: World) -> None:
    site = elm(world, {"/": LUNCH})

    met = world.visit(HOME, opted_out=["Example.org"])

    assert summary(met) == (Outcome.OPTED_OUT, None)
    assert (site.asked, site.looked_up) == ([], 0)


def test_redirect_to_a_site_that_opted_out_is_not_followed(world: World) -> None:
    elm(world, {"/": redirect("http://shy.example.com/")})
    shy = world.server.add("shy.example.com", {"/": LUNCH})

    assert world.visit(HOME, opted_out=["shy.example.com"]).outcome is Outcome.OPTED_OUT
    assert shy.asked == []


def test_what_is_no_web_address_is_refused_as_a_value(world: World) -> None:
    with pytest.raises(InvalidValue):
        world.visit("gopher://elm-hall.example.org/")


@pytest.mark.parametrize("outcome", list(Outcome), ids=lambda outcome: str(outcome.code))
def test_every_outcome_has_a_code_of_its_own_and_a_sentence(outcome: Outcome) -> None:
    assert Outcome.of(outcome.code) is outcome
    assert outcome.sentence.endswith(".")
    assert outcome.symbol in ("ok", "fail", "gone", None)


def test_code_that_no_outcome_has_is_refused() -> None:
    with pytest.raises(ValueError, match="No outcome"):
        Outcome.of("fine")
