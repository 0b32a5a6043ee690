"""The handout: as a page, as plain text and as a tagged PDF, in four layouts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote

import pytest
from babel.support import NullTranslations
from pypdf import PdfReader

from directory.domain.eligibility.person import DayPart
from directory.domain.home import Home
from directory.domain.messages import say
from directory.domain.parts import Phone, Schedule
from directory.domain.shortlist.facts import How
from directory.domain.shortlist.shortlist import Item, Shortlist
from directory.domain.times.sessions import Session
from directory.queries.shortlist import Listed, listed
from index.finder import UK_TIME
from tests.conftest import compiled_geography
from tests.web import world
from tests.web.desk import Site, copied
from tests.web.markup import Markup
from web.handout.coming import easily_told
from web.handout.easy import easy_sentences
from web.handout.page import LAYOUTS, LONGEST_WHAT, Handout, Layout, Leaf, Part, handout
from web.handout.pictures import PICTURES
from web.handout.send import CODE
from web.handout.text import email_address, handout_text, text_address
from web.language import catalogue
from web.shortlist.code import code_svg
from web.shortlist.link import links

ALL = (world.CHOIR, world.SHED, world.FADING_BAND, world.CLOSED_BAND, world.REFUGE)
ADDRESS = "https://signpost.example.org/shortlist/x"


@pytest.fixture(scope="module")
def site(filled_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The tiny catalogue, judged as of its day; these tests only read it."""
    made = copied(filled_home, tmp_path_factory.mktemp("handout"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def mapped_site(
    filled_home: Home, geography_cache: Path, mirror: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """The same where there are lines between wards to draw."""
    folder = tmp_path_factory.mktemp("mapped")
    made = copied(filled_home, folder)
    (folder / "geography").unlink()
    (folder / "geography").symlink_to(compiled_geography(geography_cache, mirror / "geography"))
    yield made
    made.close()


def a_list(*ids: str, note: str = "") -> Shortlist:
    return Shortlist(made_on=world.TODAY, items=tuple(Item(service_id=one, note=note) for one in ids))


def address_of(site: Site, shortlist: Shortlist) -> str:
    with site.app.app_context():
        return f"/shortlist/{links().token(shortlist)}/handout"


def found(site: Site, *ids: str) -> dict[str, Listed]:
    return listed(site.rooms.database(), ids, world.TODAY)


def told(site: Site, *ids: str, note: str = "") -> Handout:
    return handout(a_list(*ids, note=note), found(site, *ids), world.NOW.astimezone(UK_TIME), {world.DEMONSTRATION})


def leaf_of(one: Listed) -> Leaf:
    """The leaf of the choir, with some of what is known of it changed."""
    [leaf] = handout(
        a_list(world.CHOIR), {world.CHOIR: one}, world.NOW.astimezone(UK_TIME), {world.DEMONSTRATION}
    ).leaves
    return leaf


@pytest.mark.parametrize("layout", Layout)
def test_the_page_is_sound_in_every_layout_and_says_what_a_patient_needs(site: Site, layout: Layout) -> None:
    page = site.page(f"{address_of(site, a_list(*ALL, note='Use the side door'))}?layout={layout}")

    for words in (
        "Wallsend Community Choir",
        "Tuesdays, 10am to 12 noon",
        "Tuesday 24 November",
        "Oakwood Hall, 3 Hall Lane, Wallsend, NE28 9ND",
        "0191 234 5678",
        "Ask for the secretary.",
        "Use the side door",
        "call 999",
        "Printed 21 November 2026.",
        "<p>This is a demonstration. The groups here are invented.</p>",
        'aria-current="true"',
    ):
        assert words in page
    assert Markup(page).faults == []


def test_an_unknown_layout_is_the_plain_one(site: Site) -> None:
    address = address_of(site, a_list(world.CHOIR))

    unknown = site.page(f"{address}?layout=poster")
    assert unknown.replace("?layout=poster", "") == site.page(address)


def test_a_handout_of_real_services_does_not_say_that_they_are_invented(site: Site) -> None:
    assert told(site, world.CHOIR).is_invented
    assert not told(site, world.CLOSED_CLUB).is_invented


def test_what_has_closed_is_left_out_and_named(site: Site) -> None:
    made = told(site, world.CHOIR, world.CLOSED_BAND)

    assert [leaf.name for leaf in made.leaves] == ["Wallsend Community Choir"]
    assert made.left_out == ("Tyne Ukulele Band",)
    assert made.title == "A group for you"
    assert "Left out, as it has closed: Tyne Ukulele Band." in handout_text(made, ADDRESS)


def test_an_address_kept_private_is_on_no_handout(site: Site) -> None:
    address = address_of(site, a_list(world.REFUGE))
    whole = site.page(address) + site.page(f"{address}.txt") + text_of(pdf_of(site, address))

    assert "The address is kept private. Ask when you get in touch" in whole
    for secret in ("Secret Street", "NE28 9ND"):
        assert secret not in whole


def test_what_is_not_in_the_catalogue_is_not_on_the_handout(site: Site) -> None:
    absent = "00000000-0000-4000-8000-000000000009"

    assert told(site, absent).leaves == ()


@pytest.mark.parametrize(
    ("how", "warning"),
    [
        (How.LIKELY_CLOSED, "Ring before you go. This group may have closed."),
        (How.PAUSED, "It is not on. Ring before you go."),
        (How.DOUBTED, "Ring before you go. We are not sure that it is running."),
    ],
)
def test_a_doubt_is_told_with_what_to_do(site: Site, how: How, warning: str) -> None:
    choir = found(site, world.CHOIR)[world.CHOIR]

    assert leaf_of(replace(choir, facts=replace(choir.facts, how=how))).warning == warning


def test_a_pause_is_told_with_its_end(site: Site) -> None:
    choir = found(site, world.CHOIR)[world.CHOIR]
    paused = replace(choir, facts=replace(choir.facts, how=How.PAUSED), paused_until=date(2026, 12, 31))

    assert leaf_of(paused).warning == "It is not on until 31 December 2026. Ring before you go."


def test_who_said_that_it_runs_is_told_with_a_date_that_paper_can_keep(site: Site) -> None:
    [band] = told(site, world.LIVING_BAND).leaves
    [choir] = told(site, world.CHOIR).leaves
    [shed] = told(site, world.SHED).leaves

    assert band.checked == "The group told us that it runs, on 3 November 2026."
    assert band.warning is None
    assert (choir.checked, choir.warning) == ("We checked that it runs, on 3 March 2026.", None)
    assert shed.checked == "Nobody has told us yet that it runs."
    assert shed.warning == "Ask before you go. Nobody has checked this group lately."


def test_without_a_number_nobody_is_told_to_ring(site: Site) -> None:
    [leaf] = told(site, world.FADING_BAND).leaves

    assert (leaf.phone, leaf.ask_for) == (None, None)
    assert leaf.warning == "Ask before you go. This group may have closed."


def test_no_name_of_a_person_is_printed_from_what_a_source_says_of_a_number(site: Site) -> None:
    choir = found(site, world.CHOIR)[world.CHOIR]
    named = replace(choir.page.service, phones=(Phone(number="01912345678", description="Ask for Harbans"),))

    assert leaf_of(replace(choir, page=replace(choir.page, service=named))).ask_for is None


@pytest.mark.parametrize(
    ("description", "what"),
    [
        ("A choir. We sing.", "A choir. We sing."),
        (f"A choir. {'We sing ' * 30}.", "A choir."),
        ("sing " * 60, f"{('sing ' * 32).strip()}…"),
        ("Singing for all", "Singing for all"),
        (None, None),
    ],
)
def test_as_many_sentences_are_told_as_fit(site: Site, description: str | None, what: str | None) -> None:
    choir = found(site, world.CHOIR)[world.CHOIR]
    leaf = leaf_of(replace(choir, entry=replace(choir.entry, description=description)))

    assert leaf.what == what
    assert len(leaf.what or "") <= LONGEST_WHAT


def test_what_is_not_known_is_to_be_asked(site: Site) -> None:
    [leaf] = told(site, world.FADING_BAND).leaves

    assert {part.key: part.lines for part in leaf.parts if part.key in ("when", "cost")} == {
        "when": ("Ask when it is.",),
        "cost": ("Ask what it costs.",),
    }


def easy(**changes: object) -> list[tuple[str, str]]:
    leaf = Leaf(
        place=1,
        name="Choir",
        what="We sing. All can come.",
        parts=(),
        phone=None,
        dial=None,
        ask_for=None,
        note="",
        cautions=(),
        checked="",
    )
    return [*easy_sentences(replace(leaf, **changes))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("key", "line", "sentences"),
    [
        ("when", "Tuesdays, 10am to 12 noon", ["It is on: Tuesdays, 10am to 12 noon."]),
        ("when", "Ask when it is.", ["Ask when it is."]),
        ("where", "Oakwood Hall, 3 Hall Lane", ["Go to: Oakwood Hall, 3 Hall Lane."]),
        (
            "where",
            "The address is kept private. Ask when you get in touch",
            ["The address is private.", "Ask when you get in touch."],
        ),
        ("cost", "Free", ["It is free."]),
        ("cost", "£3.50", ["It costs £3.50."]),
        ("cost", "£2 a session", ["Cost: £2 a session."]),
        ("join", "Just turn up.", ["How to join: Just turn up."]),
        ("when", say("{times}. {told}", times="Mondays", told="Ring."), ["It is on: Mondays. Ring."]),
    ],
)
def test_easy_read_tells_one_fact_in_a_sentence(key: str, line: str, sentences: list[str]) -> None:
    said = easy(what=None, parts=(Part(key=key, title="", lines=(line,)),))

    assert said == [(key, sentence) for sentence in sentences]


MORNING = time(10)


@pytest.mark.parametrize(
    ("start", "hours", "is_certain", "sentences"),
    [
        (MORNING, 2, True, ["The next time is Tuesday 24 November.", "It starts at 10am.", "It ends at 12 noon."]),
        (MORNING, None, True, ["The next time is Tuesday 24 November, 10am."]),
        (time(0), 24, True, ["The next time is Tuesday 24 November, all day and night."]),
        (None, None, False, ["The next time is Tuesday 24 November, in the evening.", "Ask first if it is on."]),
    ],
)
def test_easy_read_tells_of_the_next_time_what_is_known_of_it(
    start: time | None, hours: int | None, is_certain: bool, sentences: list[str]
) -> None:
    on = date(2026, 11, 24)
    starts = datetime.combine(on, start, UK_TIME) if start else None
    session = Session(
        on=on,
        start=starts,
        end=starts + timedelta(hours=hours) if starts and hours else None,
        certain=is_certain,
        schedule=Schedule(day_part=DayPart.EVENING),
    )
    part = Part(
        key="when",
        title="",
        lines=("Tuesdays", "Next: Tuesday"),
        easy=tuple(easily_told(session, world.TODAY)),
    )

    assert [sentence for _, sentence in easy(what=None, parts=(part,))] == ["It is on: Tuesdays.", *sentences]


def test_easy_read_begins_with_the_warning_and_ends_with_the_note() -> None:
    said = easy(
        cautions=("Ring first.", "It may have closed."),
        phone="0191 498 0123",
        ask_for="Ask for the warden.",
        note="Door 2",
    )

    assert said == [
        ("warn", "Ring first."),
        ("warn", "It may have closed."),
        ("what", "We sing."),
        ("what", "All can come."),
        ("phone", "Phone 0191 498 0123."),
        ("ask", "Ask for the warden."),
        ("note", "Door 2"),
    ]
    assert {key for key, _ in said} <= {*PICTURES}


def test_the_plain_text_says_it_all(site: Site) -> None:
    answer = site.client.get(f"{address_of(site, a_list(world.CHOIR, note='Use the side door'))}.txt")

    assert answer.content_type == "text/plain; charset=utf-8"
    for words in (
        "1. Wallsend Community Choir",
        "This is a demonstration. The groups here are invented.",
        "When: Tuesdays, 10am to 12 noon. Next: Tuesday 24 November, 10am to 12 noon",
        "Phone: 0191 234 5678. Ask for the secretary.",
        "Note: Use the side door",
        "http://localhost/shortlist/",
    ):
        assert words in answer.text


def test_an_email_too_long_holds_names_numbers_and_the_link(site: Site) -> None:
    made = told(site, *ALL)
    whole, cut = (email_address(made, ADDRESS, longest) for longest in (100_000, 900))

    assert "Oakwood%20Hall" in whole
    assert "%0D%0A" in whole
    assert "Oakwood%20Hall" not in cut
    assert "Wallsend%20Community%20Choir%3A%200191%20234%205678" in cut
    assert cut.endswith("https%3A%2F%2Fsignpost.example.org%2Fshortlist%2Fx")


def test_a_text_message_holds_as_many_names_as_fit_and_always_the_link(site: Site) -> None:
    made = told(site, *ALL)

    assert text_address(made, ADDRESS, 90).count("%0A") == 1
    assert text_address(made, ADDRESS, 10).endswith("body=https%3A%2F%2Fsignpost.example.org%2Fshortlist%2Fx")


def pdf_of(site: Site, address: str, layout: Layout = Layout.PLAIN) -> PdfReader:
    answer = site.client.get(f"{address}.pdf?layout={layout}")
    assert answer.status_code == 200
    assert answer.content_type == "application/pdf"
    return PdfReader(BytesIO(answer.data))


def objects_of(pdf: PdfReader) -> list[Any]:
    return [pdf.get_object(number) for number in range(1, len(pdf.xref[0]) + 1)]


def figures(pdf: PdfReader) -> list[str]:
    """What is said of each picture, for who does not see it."""
    return [str(one["/Alt"]) for one in objects_of(pdf) if "/S" in one and one["/S"] == "/Figure"]


def fonts_of(pdf: PdfReader) -> set[str]:
    """The names of its faces, without the letters that stand before each."""
    return {str(one["/BaseFont"]).partition("+")[2] for one in objects_of(pdf) if "/BaseFont" in one}


def text_of(pdf: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in pdf.pages)


@pytest.mark.parametrize("layout", Layout)
def test_the_pdf_is_tagged_titled_and_says_its_language(site: Site, layout: Layout) -> None:
    pdf = pdf_of(site, address_of(site, a_list(*ALL)), layout)
    root: Any = pdf.root_object

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in root
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Groups for you"
    assert pdf.xmp_metadata is not None
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.xmp_metadata.stream.get_data()


@pytest.mark.parametrize(
    ("layout", "size", "words"),
    [
        (Layout.PLAIN, 18, "Tuesdays, 10am to 12 noon"),
        (Layout.LARGE, 24, "Tuesdays, 10am to 12 noon"),
        (Layout.EASY, 20, "It starts at 10am."),
        (Layout.CARD, 14, "Tuesdays, 10am to 12 noon"),
    ],
)
def test_the_pdf_is_set_in_a_readable_face_at_its_size(site: Site, layout: Layout, size: int, words: str) -> None:
    pdf = pdf_of(site, address_of(site, a_list(world.CHOIR)), layout)
    sizes: list[float] = []
    pdf.pages[0].extract_text(
        visitor_text=lambda text, _cm, _tm, _font, points: sizes.append(points) if text.strip() else None
    )

    assert words in text_of(pdf)
    assert "Ask for the secretary." in text_of(pdf)
    assert "This is a demonstration." in text_of(pdf)
    assert all("AtkinsonHyperlegibleNext" in font for font in fonts_of(pdf))
    assert max(set(sizes), key=sizes.count) == pytest.approx(size)


def test_each_card_is_a_small_page_of_its_own(site: Site) -> None:
    pdf = pdf_of(site, address_of(site, a_list(world.CHOIR, world.SHED)), Layout.CARD)

    assert len(pdf.pages) == 2
    assert pdf.pages[0].mediabox.height == pytest.approx(595.28, abs=0.1)
    assert all("call 999" in page.extract_text() for page in pdf.pages)


def test_every_picture_has_words_that_say_what_it_is_or_is_none_of_the_content(site: Site) -> None:
    pdf = pdf_of(site, address_of(site, a_list(world.CHOIR)), Layout.EASY)

    assert figures(pdf) == ["A code that leads to this list on a phone"]


MAP = "A map with the place in its middle, and around it: "


@pytest.mark.parametrize("layout", Layout)
def test_the_page_and_the_pdf_show_where_it_is(mapped_site: Site, layout: Layout) -> None:
    address = address_of(mapped_site, a_list(world.CHOIR, world.REFUGE))
    page, pdf = mapped_site.page(f"{address}?layout={layout}"), pdf_of(mapped_site, address, layout)
    [drawn] = [alt for alt in figures(pdf) if alt.startswith(MAP)]

    # The address of the refuge is private.
    assert page.count(f'aria-label="{MAP}') == 1
    assert Markup(page).faults == []
    for words in ("The line at the foot is a mile long.", "Crown copyright"):
        assert words in page
        assert words in " ".join(text_of(pdf).split())
    # Its names are letters, and none of them is lost for want of a face.
    assert drawn.removeprefix(MAP).split(", ")[0] in text_of(pdf)
    assert all("AtkinsonHyperlegibleNext" in font for font in fonts_of(pdf))


@pytest.mark.usefixtures("urdu")
def test_the_names_on_a_map_are_english_whatever_the_page_is_in(mapped_site: Site) -> None:
    page = mapped_site.page(f"/ur{address_of(mapped_site, a_list(world.CHOIR))}")
    [names] = [tag for tag in page.split("<") if tag.startswith("g ") and "sp-smap__n" in tag]

    assert 'lang="en-GB" dir="ltr"' in names


def test_what_a_source_says_is_never_markup_of_the_sheet(site: Site) -> None:
    pdf = pdf_of(site, address_of(site, a_list(world.CHOIR, note='#read("/etc/passwd") *bold* $x$')))

    assert '#read("/etc/passwd") *bold* $x$' in text_of(pdf)


class Sample(NullTranslations):
    """A little of what we say, in Urdu."""

    said: ClassVar = {
        "Groups for you": "آپ کے لیے گروپ",
        "A group for you": "آپ کے لیے ایک گروپ",
        "When": "کب",
        "Phone": "فون",
        "Phone: {number}": "فون: {number}",
        "Ask for the {role}.": "{role} سے بات کریں۔",
        "secretary": "سیکرٹری",
        "{words}.": "{words}۔",
        "Page {page} of {pages}": "صفحہ {page} از {pages}",
    }

    def ugettext(self, message: str) -> str:
        return self.said.get(message, message)


@pytest.fixture
def urdu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "translations", lambda code: Sample())


@pytest.mark.usefixtures("urdu")
@pytest.mark.parametrize("layout", Layout)
def test_the_pdf_of_another_language_is_in_that_language_with_letters_of_its_own(site: Site, layout: Layout) -> None:
    pdf = pdf_of(site, f"/ur{address_of(site, a_list(*ALL))}", layout)
    root: Any = pdf.root_object

    assert root["/Lang"] == "ur"
    assert pdf.metadata is not None
    assert pdf.metadata.title == "آپ کے لیے گروپ"
    assert any(font.startswith("NotoNaskhArabic") for font in fonts_of(pdf))
    assert "en-GB" in {one["/Lang"] for one in objects_of(pdf) if "/Lang" in one}
    assert "0191 234 5678" in text_of(pdf)


@pytest.mark.parametrize("code", ["cy", "pl", "pa"])
def test_the_pdf_says_the_language_of_its_address(site: Site, code: str) -> None:
    root: Any = pdf_of(site, f"/{code}{address_of(site, a_list(world.CHOIR))}").root_object

    assert root["/Lang"] == code


@pytest.mark.usefixtures("urdu")
def test_the_plain_text_and_the_email_are_in_the_language_of_the_address(site: Site) -> None:
    address = f"/ur{address_of(site, a_list(world.CHOIR, note='Use the side door.'))}"
    text, page = site.client.get(f"{address}.txt").text, site.page(address)

    assert text.startswith("آپ کے لیے ایک گروپ\n")
    assert "فون: \u20680191 234 5678\u2069۔ سیکرٹری سے بات کریں۔" in text
    assert "http://localhost/ur/shortlist/" in text
    assert f"mailto:?subject={quote('آپ کے لیے ایک گروپ')}" in page
    assert "%2Fur%2Fshortlist%2F" in page


def test_the_code_leads_to_the_list_in_the_language_of_its_page(site: Site) -> None:
    address = address_of(site, a_list(world.CHOIR))
    drawn = code_svg(f"http://localhost/pl{address.removesuffix('/handout')}", CODE)
    code = drawn.rpartition('d="')[2]

    assert code in site.page(f"/pl{address}")
    assert code not in site.page(address)


def test_every_layout_is_offered() -> None:
    assert [layout for layout, _ in LAYOUTS] == [*Layout]
