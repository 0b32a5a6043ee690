"""Search as a page and as JSON, through HTTP, over the tiny catalogue."""

from html import escape

import pytest
from flask.testing import FlaskClient

from tests.web import world
from tests.web.markup import Markup
from web.search.person import WHO_FOR

BAD = [
    ("near=ZZ99+9ZZ", "near"),
    ("near=nowhere+at+all", "near"),
    ("near=NE28&within=-1", "within"),
    ("near=NE28&within=9e9", "within"),
    ("near=NE28&within=nan", "within"),
    ("near=NE28&within=far", "within"),
    ("q=choir&page=0", "page"),
    ("q=choir&page=-3", "page"),
    ("q=choir&page=two", "page"),
    ("q=choir&page=99999999999999999999", "page"),
    ("q=" + "a" * 10_000, "q"),
    ("near=" + "a" * 10_000, "near"),
    ("q=cho%00ir", "q"),
    ("near=%00", "near"),
    ("q=%ff%fe", "q"),
    ("near=NE28%c3", "near"),
    ("age=two", "age"),
    ("age=400", "age"),
    ("gender=z", "gender"),
    ("home=nowhere+at+all", "home"),
    ("needs=stairs", "needs"),
    ("on=someday", "on"),
    ("at=noon", "at"),
    ("carer=perhaps", "carer"),
    ("free=perhaps", "free"),
    ("route=bus", "route"),
    ("travel=rocket", "travel"),
    ("speaks=%ff", "speaks"),
    ("pcn=%00", "pcn"),
    ("day=" + "a" * 10_000, "day"),
    ("&".join(f"need={number}" for number in range(41)), "need"),
]
DRAWN = {"q", "near", "within", *WHO_FOR.names}


def test_the_page_counts_and_names_what_was_found(client: FlaskClient) -> None:
    page = client.get("/search?q=choir&near=NE28+9ND&within=5km").text

    assert "services for “choir” within 5 km of NE28 9ND" in page
    assert f'<a href="/services/{world.CHOIR}">Wallsend Community Choir</a>' in page
    assert "Run by Wallsend Arts Trust" in page
    assert "<mark>choir</mark>" in page
    assert "Checked on 3 March 2026" in page
    assert "Temporarily closed" in page
    assert "“choir” within 5 km of NE28 9ND" in Markup(page).title


def test_what_has_probably_closed_comes_last_under_its_own_heading_and_what_has_closed_not_at_all(
    client: FlaskClient,
) -> None:
    page = client.get("/search?q=ukulele&near=NE28+9ND").text
    before, _, after = page.partition("These have probably closed")

    assert world.LIVING_BAND in before
    assert world.FADING_BAND not in before
    assert world.FADING_BAND in after
    assert "May have closed: call first" in after
    assert "1 has probably closed. It comes last: call before you tell anyone of it." in before
    assert world.CLOSED_BAND not in page
    assert "Funding ends 31 January 2027" in before


def test_pages_go_on_to_those_that_have_probably_closed(client: FlaskClient) -> None:
    documents = [client.get(f"/search.json?q=ukulele&near=NE28+9ND&size=2&page={page}").json for page in (1, 2, 3)]
    found = [one["id"] for document in documents if document for one in document["results"]]

    assert found[0] == world.LIVING_BAND
    assert found[-1] == world.FADING_BAND
    assert {document["likely_closed"] for document in documents if document} == {1}
    assert len(found) == len(set(found)) == (documents[0] or {})["total"]


def test_results_are_narrowed_to_whether_they_run(client: FlaskClient) -> None:
    document = client.get("/search.json?q=ukulele&status=likely_closed&status=at_risk").json
    page = client.get("/search?q=ukulele&status=likely_closed").text

    assert document is not None
    assert {one["id"] for one in document["results"]} == {world.LIVING_BAND, world.FADING_BAND}
    assert {one["value"]: one["count"] for one in document["facets"]["status"]} == {"at_risk": 1, "likely_closed": 1}
    assert "May have closed" in page.partition("Only these:")[2].partition("</ul>")[0]
    assert "Is it running" in page
    assert world.LIVING_BAND not in page.partition("near misses")[0]


def test_json_says_of_each_result_whether_it_runs_and_why(client: FlaskClient) -> None:
    document = client.get("/search.json?q=ukulele").json

    assert document is not None
    [status] = [one["status"] for one in document["results"] if one["id"] == world.LIVING_BAND]
    assert 0.9 < status.pop("p_open") < 1
    [reason] = status.pop("reasons")
    assert reason["text"] == "The people who run it said that it runs on 3 November 2026."
    assert status == {
        "state": "at_risk",
        "confirmed_on": "2026-11-03",
        "confirmed_by": "owner_open",
        "method": "owner",
        "funding": {"end_on": "2027-01-31"},
    }


def test_the_form_keeps_what_was_asked(client: FlaskClient) -> None:
    page = client.get("/search?q=choir&near=NE28+9ND&within=5km&category=needs:singing").text

    assert 'name="q" type="text" value="choir"' in page
    assert 'value="NE28 9ND"' in page
    assert '<option value="5km" selected>' in page
    assert '<input type="hidden" name="category" value="needs:singing">' in page


def test_a_registered_office_is_said_to_be_where_it_is_based(client: FlaskClient) -> None:
    page = client.get("/search?q=arts+trust&near=NE28+9ND").text

    assert "based in NE28 9ND" in page
    assert "Described by its register" in page


def test_a_filter_is_added_by_a_link_and_taken_away_by_another(client: FlaskClient) -> None:
    unfiltered = client.get("/search?q=choir").text
    filtered = client.get("/search?q=choir&category=needs:singing").text

    assert "category=needs:singing" in unfiltered
    assert "Remove " in filtered
    assert "1 service for “choir”" in filtered


def test_a_slip_is_corrected_and_said(client: FlaskClient) -> None:
    page = client.get("/search?q=telefone").text

    assert "Searched for “telephone”" in page


def test_nothing_found_leads_on(client: FlaskClient) -> None:
    page = client.get("/search?q=xyzzyplugh&near=NE28&category=needs:singing").text

    assert "0 services" in page
    assert "We know of nothing for “xyzzyplugh” within 10 km of NE28 with these filters</h2>" in page
    assert "We know of nothing for “xyzzyplugh”</h2>" in client.get("/search?q=xyzzyplugh").text
    assert "Take away the filters" in page
    assert "Look everywhere" in page
    assert "There may still be one" in page


def test_a_place_of_several_names_offers_the_others(client: FlaskClient) -> None:
    page = client.get("/search?q=choir&near=Newport").text

    assert "Did you mean another place?" in page
    assert "near=Newport" in page


def test_json_gives_the_same_results(client: FlaskClient) -> None:
    program = client.get("/search.json?q=choir&near=NE28+9ND&within=5km&size=1").json

    assert program is not None
    assert {"query", "total", "results", "facets", "suggestions", "rescues", "not_eligible", "topics"} <= set(program)
    assert program["total"] >= 2
    assert len(program["results"]) == 1
    assert program["results"][0]["id"] == world.CHOIR
    told = {"eligible", "met", "ask", "unmet", "why", "next_session", "open_now", "need"}
    assert told <= set(program["results"][0])
    assert program["results"][0]["identifiers"] == ["GB-CHC-1122334"]


def test_pages_follow_one_another_without_gap_or_repeat(client: FlaskClient) -> None:
    total = client.get("/search.json").json["total"]  # type: ignore[index]  # an answer of 200 has JSON
    ids = [
        one["id"]
        for number in range(1, total + 1)
        for one in client.get(f"/search.json?size=1&page={number}").json["results"]  # type: ignore[index]
    ]

    assert len(ids) == len(set(ids)) == total
    assert 'rel="next nofollow"' in client.get("/search?size=1").text
    assert 'rel="prev nofollow"' in client.get("/search?size=1&page=2").text


@pytest.mark.parametrize(("query_string", "field"), BAD)
def test_bad_input_is_explained_and_the_form_kept(client: FlaskClient, query_string: str, field: str) -> None:
    answer = client.get(f"/search?{query_string}", follow_redirects=True)
    page = answer.text

    assert answer.status_code == 400
    assert Markup(page).title.startswith("Error: ")
    assert Markup(page).faults == []
    assert "There is a problem" in page
    if field in DRAWN:
        assert f'<a href="#{field}">' in page
        assert ('<details class="sp-who" open>' in page) == (field in WHO_FOR.names)
        assert f'{field}-error" aria-invalid="true"' in page
        assert f'id="{field}-error"' in page


@pytest.mark.parametrize(("query_string", "field"), BAD)
def test_bad_input_has_one_shape_as_json(client: FlaskClient, query_string: str, field: str) -> None:
    answer = client.get(f"/search.json?{query_string}")

    assert answer.status_code == 400
    assert answer.json is not None
    assert set(answer.json) == {"error"}
    assert (answer.json["error"]["status"], answer.json["error"]["field"]) == (400, field)
    assert answer.json["error"]["message"].endswith((".", "?"))


@pytest.mark.parametrize("size", ["0", "101", "-1", "many"])
def test_a_size_out_of_bounds_is_refused(client: FlaskClient, size: str) -> None:
    answer = client.get(f"/search.json?size={size}")

    assert answer.status_code == 400
    assert answer.json is not None
    assert answer.json["error"]["field"] == "size"


@pytest.mark.parametrize("typed", ["a" * 10_000, '"><script>alert(1)</script>', "café 合唱"])
def test_what_was_typed_comes_back_as_text(client: FlaskClient, typed: str) -> None:
    page = client.get("/search", query_string={"q": typed, "near": "nowhere at all"}).text

    assert f'value="{escape(typed, quote=True).replace("&quot;", "&#34;")}"' in page
    assert "<script>" not in page


def test_an_answer_that_holds_a_postcode_is_kept_by_nobody_else(client: FlaskClient) -> None:
    assert client.get("/search?near=NE28+9ND").cache_control.private
    assert client.get("/search.json?near=NE28+9ND").cache_control.private


OF_A_MAN = "q=club&near=NE28+9ND&age=67&gender=m&home=NE28+9"


def test_a_card_says_whether_it_takes_the_person_when_it_is_on_and_what_it_costs(client: FlaskClient) -> None:
    page = client.get(f"/search?{OF_A_MAN}").text
    card = page.partition("Segedunum Friendship Club</a>")[2].partition("</li>\n<")[0]

    assert "<b>Eligible:</b> 65+</span>" in card
    assert '<span class="sp-vh">Eligible:</span> lives in NE28</span>' in card
    assert "<b>Ask about:</b> open to men" in card
    assert "<b>Open now</b>" in card
    assert "Next: Saturday 28 November, 10am to 12 noon" in card
    assert "<b>Free</b>" in card
    assert "<dt>Kind of help, from its description</dt>" in card
    assert "<dt>Listed under</dt><dd>Company</dd>" in card


def test_those_who_do_not_take_the_person_come_under_their_own_heading(client: FlaskClient) -> None:
    page = client.get(f"/search?{OF_A_MAN}").text

    taking, _, others = page.partition("These do not take this person, as far as we know")
    assert "Segedunum Friendship Club" in taking
    assert "Howdon Shed Club" not in taking
    assert "<b>Not eligible:</b> ages 18 to 60 only" in others
    assert '<span class="sp-read">from its description</span>' in others
    assert "1 other does not take this person, as far as we know. It comes last." in page
    assert "may not take" not in page


def test_cards_are_numbered_through_all_lists_of_a_page(client: FlaskClient) -> None:
    page, _, misses = client.get(f"/search?{OF_A_MAN}").text.partition("These are near misses")

    numbers = [int(part.partition("<")[0]) for part in page.split('aria-hidden="true">')[1:] if part[:1].isdigit()]

    assert numbers == [*range(1, page.count('<li class="sp-card') + 1)]
    assert len(numbers) > 1
    assert "sp-card" in misses
    assert "sp-pin" not in misses


def test_what_is_wrong_with_a_search_is_said_before_its_form(client: FlaskClient) -> None:
    page = client.get("/search?q=club&age=two").text

    assert (
        page.index("Your search needs a change</h1>") < page.index("There is a problem") < page.index('role="search"')
    )


def test_a_sentence_is_taken_apart_and_each_part_can_be_taken_out(client: FlaskClient) -> None:
    page = client.get("/search?q=club+near+NE28+for+over+65s").text

    assert "1 other does not take this person" in page
    assert 'href="/search?q=club+for+over+65s"' in page
    assert 'href="/search?q=club+near+NE28"' in page
    assert "<b>Eligible:</b> 65+" in page


def test_a_part_of_a_sentence_that_a_field_overrides_is_no_chip(client: FlaskClient) -> None:
    page = client.get("/search?q=club+in+Newcastle+for+women+over+60&near=NE28&age=25&gender=m").text

    assert "of NE28</h1>" in page
    assert "Read from your words:" not in page
    assert "Aged 25" in page


def test_without_the_place_of_a_sentence_the_distance_goes_too(client: FlaskClient) -> None:
    page = client.get("/search?q=club+near+NE28&within=5km").text

    assert '<a class="sp-chip" href="/search?q=club" rel="nofollow"><span class="sp-vh">Remove </span>Near NE28' in page
    assert client.get("/search?q=club").status_code == 200


def test_what_was_said_of_the_person_stays_in_the_form_and_can_be_taken_back(client: FlaskClient) -> None:
    page = client.get("/search?q=club&age=67&gender=m&needs=hearing_loop&speaks=Polish,Urdu&pcn=U12345").text

    assert 'name="age" type="text" value="67"' in page
    assert '<option value="m" selected>' in page
    assert 'value="hearing_loop" checked>' in page
    assert 'name="speaks" type="text" value="Polish, Urdu"' in page
    assert '<input type="hidden" name="pcn" value="U12345">' in page
    assert "For this person:" in page
    assert '<span class="sp-vh">Remove </span>Speaks Polish' in page


def test_facets_count_day_time_cost_and_kind_of_help(client: FlaskClient) -> None:
    page = client.get("/search?q=club").text

    for title in ("Kind of help", "Day", "Time of day", "Cost", "Told by"):
        assert f">{title}</h3>" in page
    assert 'href="/search?q=club&amp;day=sat"' in page
    assert 'href="/search?q=club&amp;cost=free"' in page
    assert "1 service for “club”" in client.get("/search?q=club&day=sat").text


def test_next_to_nothing_is_followed_by_near_misses(client: FlaskClient) -> None:
    page = client.get("/search?q=club&near=NE28&cost=free").text

    misses = page.partition("Not much was found. These are near misses")[2]
    assert "Without “Cost: Free”" in misses
    assert "Howdon Shed Club" in misses
    assert 'href="/search?q=club&amp;near=NE28"' in misses


def test_how_a_box_is_understood_is_given_as_json(client: FlaskClient) -> None:
    answer = client.get("/query.json?q=bereavement+group+for+men+near+NE28+evenings")

    assert answer.json == {
        "need": "bereavement group",
        "place": "NE28",
        "within_m": None,
        "days": None,
        "times": ["evening"],
        "age": None,
        "gender": "m",
        "free": None,
        "access": None,
    }
    assert answer.cache_control.private
    assert client.get("/query.json?q=choir+tonight").json["days"] == ["sat"]  # type: ignore[index]  # 200 has JSON


@pytest.mark.parametrize("query_string", ["q=%ff", "q=%00", "q=" + "a" * 501])
def test_a_box_that_cannot_be_read_is_refused_as_a_search_is(client: FlaskClient, query_string: str) -> None:
    answer, search = (client.get(f"/{name}.json?{query_string}") for name in ("query", "search"))

    assert answer.status_code == 400
    assert answer.json == search.json


@pytest.mark.parametrize("address", ["/", "/search", "/guide"])
def test_a_page_in_another_language_says_to_write_in_english(client: FlaskClient, address: str) -> None:
    assert 'id="in-english"' not in client.get(address).text
    assert client.get(f"/cy{address}").text.count('id="in-english"') == 1
