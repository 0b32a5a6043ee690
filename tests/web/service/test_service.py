"""The page of a service, and the same as JSON."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.web import world
from tests.web.desk import Site


def page_of(client: FlaskClient, service_id: str) -> str:
    answer = client.get(f"/services/{service_id}")
    assert answer.status_code == 200
    return answer.text


def test_a_page_says_what_who_when_where_cost_and_contact(client: FlaskClient) -> None:
    page = page_of(client, world.CHOIR)

    for words in (
        "Wallsend Community Choir",
        "Anyone who likes to sing",
        "Aged 16 and over",
        "Tuesdays, 10am to 12 noon",
        "Oakwood Hall, 3 Hall Lane, Wallsend, NE28 9ND",
        "No steps",
        "Free",
        'href="tel:+441912345678"',
        "0191 234 5678",
        "mailto:choir@example.org",
        "https://www.arts.example.org",
        "Singing",
    ):
        assert words in page


def test_words_of_a_source_are_never_markup(client: FlaskClient) -> None:
    assert "&lt;b&gt;No auditions&lt;/b&gt; &amp; no need" in page_of(client, world.CHOIR)


def test_each_field_shows_its_source_licence_and_dates(client: FlaskClient) -> None:
    page = page_of(client, world.CHOIR)

    assert "checked 3 Mar 2026" in page
    assert "It says somebody checked on 3 March 2026" in page
    assert "seen 20 Nov 2026" in page
    assert "Still said so on 20 November 2026" in page
    assert "It does not say that anybody checked" in page
    assert 'rel="external license">Open Government Licence v3.0' in page
    assert "https://example.org/demo-tyneside.csv" in page


def test_one_organization_of_two_sources_shows_both(client: FlaskClient) -> None:
    page = page_of(client, world.CHOIR)

    assert "Contains information of Tyneside groups." in page
    assert "Contains information of The register." in page
    assert "GB-CHC-1122334" in page
    assert "https://org-id.guide/list/GB-CHC" in page
    assert "£9,800 from The Example Fund for “Songs for all”, 1 April 2026 to 31 March 2027" in page


def test_the_badge_says_who_confirmed_it_and_when(client: FlaskClient) -> None:
    assert "Checked on 3 March 2026" in page_of(client, world.CHOIR)
    assert "Confirmed by the group 18 days ago" in page_of(client, world.LIVING_BAND)
    assert "Not confirmed by anybody yet" in page_of(client, world.TELEPHONE_CHOIR)


def test_what_nobody_stated_is_said_to_be_unknown(client: FlaskClient) -> None:
    page = page_of(client, world.TELEPHONE_CHOIR)

    for unknown in ("Days and times", "Cost", "How to join", "Ages"):
        assert f"{unknown}: not known. Ask" in page
    assert "Temporarily closed" in page


def test_a_registered_office_is_where_it_is_based_and_no_more_than_its_postcode(client: FlaskClient) -> None:
    page = page_of(client, world.TRUST_IN_REGISTER)
    program = client.get(f"/services/{world.TRUST_IN_REGISTER}.json").text

    assert "<b>Based in</b> Wallsend, NE28 9ND (for letters; not a place to visit)" in page
    assert "Home Street" not in page + program
    assert "Described by its register" in page


def test_a_confidential_address_is_nowhere(client: FlaskClient) -> None:
    page = page_of(client, world.REFUGE)
    program = client.get(f"/services/{world.REFUGE}.json").text

    assert "The address is kept private" in page
    for secret in ("Secret Street", "NE28"):
        assert secret not in page + program


def test_what_a_source_calls_a_confidential_place_is_nowhere(client: FlaskClient) -> None:
    page = page_of(client, world.REFUGE)
    program = client.get(f"/services/{world.REFUGE}.json").json

    assert program is not None
    origins = [
        origin for field in program["locations"][0].values() if "provenance" in field for origin in field["provenance"]
    ]
    assert origins
    assert not any("local_id" in origin for origin in origins)
    assert not re.search(r"<a [^>]*>\s*</a>", page)
    assert ">refuge</a>" in page
    assert ">house</a>" not in page


def test_what_holds_at_one_place_only_is_shown_with_its_source(client: FlaskClient) -> None:
    page = page_of(client, world.LUNCH)

    where = page.partition('id="where"')[2].partition('id="cost"')[0]
    call = where.partition('href="tel:+441912345670"')
    assert "<b>Phone, Elm Library</b>" in call[0]
    assert "In the reading room" in call[0]
    assert "Still said so on 20 November 2026" in call[2].partition("</details>")[0]
    when = page.partition('id="when"')[2].partition('id="where"')[0]
    assert "<b>At Elm Library</b> Thursdays, 12 noon to 2pm" in when
    assert ">lunch-library</a>" in when


def test_json_gives_what_holds_at_one_place_only_with_its_provenance(client: FlaskClient) -> None:
    program = client.get(f"/services/{world.LUNCH}.json").json

    assert program is not None
    at = {one["name"]["value"]: one["service_at_location"] for one in program["locations"]}
    library = at["Elm Library"]
    assert library["description"]["value"] == "In the reading room"
    assert library["schedules"]["value"][0]["byday"] == "TH"
    assert library["phones"]["value"][0]["number"] == "+441912345670"
    for name in ("description", "schedules", "phones"):
        assert [origin["local_id"] for origin in library[name]["provenance"]] == ["lunch-library"]
    assert library["service_id"] == world.LUNCH
    assert set(at["Willow Church"]) == {"service_id", "location_id"}


def test_a_service_its_source_no_longer_has_is_marked(client: FlaskClient) -> None:
    found = client.get("/search?q=handbells").text
    alive = client.get(f"/services/{world.CHOIR}.json").json
    gone = client.get(f"/services/{world.VANISHED}.json").json

    for page in (page_of(client, world.VANISHED), found):
        assert 0 < page.index("Not confirmed by anybody yet") < page.index("No longer on its source’s list")
    assert "Said so until 13 November 2026, and no longer" in page_of(client, world.VANISHED)
    assert "No longer on" not in page_of(client, world.CHOIR)
    assert alive is not None
    assert gone is not None
    assert (alive["is_live"], gone["is_live"]) == (True, False)


def test_evidence_its_source_took_back_is_not_held_against_the_service(client: FlaskClient) -> None:
    page = page_of(client, world.TRUST_IN_REGISTER)
    program = client.get(f"/services/{world.TRUST_IN_REGISTER}.json").json

    assert "The register said in error" not in page
    assert program is not None
    assert [one["provenance"]["is_live"] for one in program["evidence"]] == [False]
    assert not any(reason["weight"] < 0 for reason in program["status"]["reasons"])


def test_evidence_against_a_service_is_shown_with_its_day_and_what_it_counts(client: FlaskClient) -> None:
    page = page_of(client, world.CLOSED_CLUB)

    assert "<b>3 March 2026</b> The register says that the club has ceased to exist." in page
    counted = page.partition("What counts most")[2].partition("</ul>")[0]
    against = counted.partition("Counts against: </span>")[2].partition("</span>")[0]
    assert against == "Its register says that it has ceased: 1 check on 3 March 2026."


def test_a_running_service_says_how_likely_that_is_and_why(client: FlaskClient) -> None:
    box = page_of(client, world.LIVING_BAND).partition('<h2 id="trust">')[2].partition("</section>")[0]

    assert '<p class="sp-trustbox__say">Very likely, yes</p>' in box
    assert "Of every 20 groups with signs like these, 19 were running." in box
    assert "Funding ends on 31 January 2027." in box
    assert "The people who run it said that it runs on 3 November 2026." in box
    assert box.count('<text class="sp-tl__lane"') == 3
    assert "<b>3 November 2026</b> We meet every week." in box
    assert "<b>1 February 2026</b> Money from The Example Fund until 31 January 2027." in box


def test_a_drawing_says_the_same_in_words(client: FlaskClient) -> None:
    page = page_of(client, world.LIVING_BAND)

    description = page.partition('<desc id="tl-desc">')[2].partition("</desc>")[0]
    assert description == "The group says: 3 Nov 2026. Directories: until 20 Nov 2026. Money: until 31 Jan 2027."
    assert page.count('<path class="sp-tl__for"') == 2  # one mark, and the key
    assert page.count('class="sp-tl__time sp-tl__time--for"') == 2


def test_a_group_that_said_it_has_closed_says_who_said_so_and_where_to_go_instead(client: FlaskClient) -> None:
    page = page_of(client, world.CLOSED_BAND)

    assert "This group has closed" in page
    assert "<span>1 September 2026: We played our last tune in August.</span>" in page
    assert "Call before you tell anyone" not in page
    assert '<p class="sp-trustbox__say">No</p>' in page
    instead = page.partition('id="instead-title"')[2].partition("</section>")[0]
    assert f'href="/services/{world.LIVING_BAND}"' in instead
    assert "Confirmed by the group 18 days ago" in instead
    for closed in (world.CLOSED_BAND, world.FADING_BAND):
        assert closed not in instead


def test_a_group_that_has_probably_closed_says_to_call_first(client: FlaskClient) -> None:
    page = page_of(client, world.FADING_BAND)

    assert "This group has probably closed" in page
    assert "Call before you tell anyone about it." in page
    why = page.partition("Why we think so")[2].partition("</ul>")[0]
    told, nobody = "A link worker was told that it has closed", "A link worker found nobody there"
    assert 0 < why.index(told) < why.index(nobody)
    assert "lists it" not in why
    assert f'href="/services/{world.LIVING_BAND}"' in page
    assert "This group has" not in page_of(client, world.LIVING_BAND)


def test_json_says_whether_it_runs_with_every_reason(client: FlaskClient) -> None:
    program = client.get(f"/services/{world.LIVING_BAND}.json").json
    assert program is not None
    status = program["status"]
    [reason] = status.pop("reasons")
    money = status.pop("funding")
    chances = {name: status.pop(name) for name in ("p_open", "p_open_ahead")}

    assert status == {
        "state": "at_risk",
        "on": "2026-11-21",
        "is_declared": False,
        "confirmed_on": "2026-11-03",
        "confirmed_by": "owner_open",
        "method": "owner",
        "odds": {"words": "Very likely, yes", "running": 19, "of": 20},
    }
    assert 0.9 < chances["p_open"] < 1 > chances["p_open_ahead"] > 0.5
    assert (reason["channel"], reason["count"], reason["last_day"]) == ("owner_open", 1, "2026-11-03")
    assert (money["end_on"], money["funder"], money["amount"], money["words"]) == (
        "2027-01-31",
        "The Example Fund",
        500.0,
        "Funding ends on 31 January 2027.",
    )


def test_money_that_a_group_speaks_of_is_told_in_its_words_on_the_page_and_in_json(client: FlaskClient) -> None:
    page, program = page_of(client, world.LUNCH), client.get(f"/services/{world.LUNCH}.json").json
    words = "We are funded by the Example Fund until March 2028"

    assert "Money from Example Fund, until 31 March 2028" in page
    assert f"from the description: “{words}”" in page
    assert f"The group says: “{words}”." in page
    assert program is not None
    assert "read_funding" not in program["service"]
    [money] = program["funding"]
    assert (money["source"], money["description"], money["follow_on"]) == ("said by the group", words, "unknown")
    assert money["provenance"]["source_id"] == world.DEMONSTRATION
    assert (program["status"]["funding"]["said"], program["status"]["funding"]["end_on"]) == (words, "2028-03-31")


def test_json_of_a_service_without_a_sign_of_life_says_so(client: FlaskClient) -> None:
    program = client.get(f"/services/{world.TELEPHONE_CHOIR}.json").json

    assert program is not None
    status = program["status"]
    assert (status["state"], status["confirmed_on"], status["confirmed_by"], status["method"], status["funding"]) == (
        "unconfirmed", None, None, None, None,
    )  # fmt: skip


def test_a_page_leads_to_the_organizations_other_services(client: FlaskClient) -> None:
    assert f'href="/services/{world.TRUST_IN_REGISTER}"' in page_of(client, world.CHOIR)


def test_an_invented_service_is_marked_and_a_real_one_is_not(client: FlaskClient) -> None:
    assert "Invented for the demonstration" in page_of(client, world.TELEPHONE_CHOIR)
    assert "Invented for the demonstration" not in page_of(client, world.CLOSED_CLUB)


def test_json_gives_each_value_with_its_provenance(client: FlaskClient) -> None:
    program = client.get(f"/services/{world.CHOIR}.json").json

    assert program is not None
    name = program["service"]["name"]
    assert name["value"] == "Wallsend Community Choir"
    assert name["provenance"][0] | {"first_seen": "", "seen_until": ""} == {
        "source_id": "demo-tyneside",
        "local_id": "choir",
        "url": "https://example.org/demo-tyneside.csv",
        "licence": "OGL-UK-3.0",
        "first_seen": "",
        "seen_until": "",
        "is_live": True,
        "verified_on": "2026-03-03",
    }
    assert program["organization"]["identifiers"]["value"] == ["GB-CHC-1122334"]
    assert program["locations"][0]["name"]["value"] == "Oakwood Hall"
    assert program["funding"][0]["funder"] == "The Example Fund"
    assert {source["id"] for source in program["sources"]} == {"demo-tyneside", "gb-register", "gb-other-register"}


@pytest.mark.parametrize(
    "service_id",
    ["00000000-0000-5000-8000-000000000000", "x", world.CHOIR.upper(), "%00", "%ff", "a" * 5_000, "..", "1' OR '1'='1"],
)
def test_an_id_of_nothing_is_not_found(client: FlaskClient, service_id: str) -> None:
    page = client.get(f"/services/{service_id}")
    program = client.get(f"/services/{service_id}.json")

    assert (page.status_code, program.status_code) == (404, 404)
    assert "Search for a service" in page.text
    assert program.json is not None
    assert program.json["error"]["status"] == 404


def test_a_merged_service_is_gone_and_names_its_successor(client: FlaskClient) -> None:
    page = client.get(f"/services/{world.TRUST_IN_OTHER_REGISTER}")
    program = client.get(f"/services/{world.TRUST_IN_OTHER_REGISTER}.json")

    assert (page.status_code, program.status_code) == (410, 410)
    assert f'<a href="/services/{world.TRUST_IN_REGISTER}">Wallsend Arts Trust</a>' in page.text
    assert program.json is not None
    assert program.json["error"]["successor"] == {"id": world.TRUST_IN_REGISTER, "name": "Wallsend Arts Trust"}


def test_what_was_read_from_words_stands_beside_the_words(client: FlaskClient) -> None:
    page = page_of(client, world.SHED)

    for words, read_from in (
        ("Aged 18 to 60", "aged 18 to 60"),
        ("Men only", "for men"),
        ("Thursdays, 6pm to 8pm", "every Thursday 6pm to 8pm"),
        ("Costs £3", "£3"),
    ):
        assert f'{words} <span class="sp-read">from the description: “{read_from}”</span>' in page
    assert "Ages: not known" not in page
    assert "Days and times: not known" not in page


def test_json_gives_criteria_and_times_with_the_words_they_were_read_from(client: FlaskClient) -> None:
    program = client.get(f"/services/{world.SHED}.json").json

    assert program is not None
    ages = next(one for one in program["criteria"] if one["field"] == "age")
    assert ages == {
        "field": "age",
        "test": "needs",
        "values": [],
        "ages": [{"minimum": 18, "maximum": 60}],
        "amount": None,
        "strength": "must",
        "said_by": "description",
        "span": "aged 18 to 60",
        "note": None,
    }
    assert [(one["byday"], one["opens_at"], one["read_from"]) for one in program["schedules"]] == [
        ("TH", "18:00:00", "every Thursday 6pm to 8pm")
    ]
    assert isinstance(program["how"], list)
    assert not {"criteria", "how", "read_schedules"} & set(program["service"])


def test_json_gives_the_times_of_each_place_only_there(client: FlaskClient) -> None:
    program = client.get(f"/services/{world.LUNCH}.json").json

    assert program is not None
    assert program["schedules"] == []


def similar_to(client: FlaskClient, service_id: str) -> list[str]:
    return re.findall(r"<h3><a [^>]*>([^<]*)", page_of(client, service_id).partition("Similar groups nearby")[2])


def test_a_living_service_leads_to_others_like_it_and_never_to_itself(client: FlaskClient) -> None:
    assert similar_to(client, world.LUNCH) == ["Wallsend Community Choir"]
    assert similar_to(client, world.FRIENDS) == ["Segedunum Lunch Table"]


def test_the_other_services_of_its_organization_are_not_shown_as_similar_too(client: FlaskClient) -> None:
    assert "Wallsend Arts Trust" in similar_to(client, world.LIVING_BAND)
    assert similar_to(client, world.CHOIR) == []


def test_a_listing_stands_without_geography(site: Site, tmp_path: Path) -> None:
    (tmp_path / "geography").unlink()

    assert "Tuesdays, 10am to 12 noon" in site.page(f"/services/{world.CHOIR}")


def test_a_listing_stands_without_an_index(site: Site, tmp_path: Path) -> None:
    (tmp_path / "index").unlink()

    page = site.page(f"/services/{world.CHOIR}")

    assert "Tuesdays, 10am to 12 noon" in page
    assert "Similar groups nearby" not in page
