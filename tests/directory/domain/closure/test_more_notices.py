"""More notices, in English and Welsh, for a service of another kind than those that the rules were first tried on."""

from datetime import date

import pytest

from directory.domain.closure.reading import read_closure

ON = date(2026, 6, 20)
NAMES = ("Byker Men's Shed", "Sied Dynion Byker")

CLOSED = (
    "Byker Men's Shed closed for the final time on 28 March 2026.",
    "It is with a heavy heart that we announce that the Shed has closed permanently.",
    "After fifteen wonderful years the Shed shut its doors in December.",
    "Unfortunately this project has now finished.",
    "The Shed has been forced to close owing to rising rents.",
    "We are sad to say that Byker Men's Shed is no longer operating.",
    "The organisation was dissolved on 1 April 2025.",
    "The service stopped in 2024.",
    "BMS has folded.",
    "Please be aware that this group no longer meets.",
    "We closed at the end of May 2026.",
    "The Shed will shut permanently on 1 June 2026.",
    "A huge thank you to all our members and donors for their support over the last twelve years.",
)
CLOSING = (
    "The Shed will be shutting its doors at the end of September 2026.",
    "With regret, the trustees have decided to dissolve the charity.",
    "We have made the hard decision to bring the project to an end.",
    "Our very last session will take place on 24 July 2026.",
    "Byker Men's Shed is closing down.",
    "The Shed is set to close in the autumn.",
    "We cannot continue without a workshop and will cease on 31 July.",
    "The charity is being wound up.",
)
PAUSED = (
    "The Shed is closed for two weeks from 3 August.",
    "We will be shut from 1 to 15 August 2026.",
    "Until further notice the Shed is closed.",
    "Workshops have been suspended while the roof is mended.",
    "The Shed is having a summer break and will be back on 7 September.",
    "We are closed throughout August.",
    "Due to illness there is no session this week.",
    "All activities are on hold.",
    "The Shed is temporarily shut.",
)
AT_RISK = (
    "The Shed is facing closure.",
    "Our grant runs out in October 2026.",
    "We might have to close our doors.",
    "Without more volunteers the Shed will close.",
    "There is a real danger of closure.",
    "The Shed needs £5,000 to stay open.",
    "The charity is under threat.",
    "Because of cuts we are operating with reduced hours.",
    "The Shed had decided to close but will now carry on.",
)
CONVERTED = (
    "Byker Men's Shed has joined with Walker Shed and is now called East End Sheds.",
    "The Shed is now a CIO and has changed its name.",
    "We merged with Walker Shed in January 2026.",
)
NOTHING = (
    "The bridge will be closed on 4 July.",
    "The Shed closes at four o'clock.",
    "We are closed every Wednesday.",
    "Nominations close on 1 July.",
    "The bank has closed its Byker branch.",
    "Walker Men's Shed has closed.",
    "The swimming pool has closed for good.",
    "The job advert has now closed.",
    "Keep the gate closed at all times.",
    "A close friend of the Shed has died.",
    "If we ever have to close we will let members know.",
    "We moved here when the shipyard closed in 1985.",
    "The project helps men whose jobs have ended.",
    "Is the Shed closing down?",
    "Our summer raffle has closed.",
    "The garage that we rented was closed in 2019.",
    "Men can feel that their working life is over.",
    "The Shed reopened in May 2026.",
    "Closed on Christmas Day and Boxing Day.",
)
WELSH = (
    ("closed", "Mae'r sied wedi cau am byth."),
    ("closed", "Mae'r elusen wedi dod i ben."),
    ("closing", "Byddwn yn cau ein drysau ar 31 Gorffennaf 2026."),
    ("closing", "Rydym wedi penderfynu dirwyn yr elusen i ben."),
    ("paused", "Bydd y sied ar gau dros yr haf."),
    ("paused", "Mae'r gweithdai wedi'u gohirio nes bydd rhybudd pellach."),
    ("at_risk", "Mae'r sied dan fygythiad."),
    ("converted", "Mae'r elusen wedi uno â Sied Walker."),
    ("nothing", "Mae'r banc wedi cau."),
    ("nothing", "Mae'r sied ar gau ar ddydd Sul."),
)
TABLE = [
    *(("closed", text) for text in CLOSED),
    *(("closing", text) for text in CLOSING),
    *(("paused", text) for text in PAUSED),
    *(("at_risk", text) for text in AT_RISK),
    *(("converted", text) for text in CONVERTED),
    *(("nothing", text) for text in NOTHING),
    *WELSH,
]


@pytest.mark.parametrize(("kind", "text"), TABLE)
def test_a_notice_of_another_service_is_read_as_what_it_says(kind: str, text: str) -> None:
    reading = read_closure(text, names=NAMES, is_own_page=True, on=ON)

    kinds = " ".join(notice.kind for notice in reading.notices if notice.is_own)

    assert (kinds or "nothing") == kind
