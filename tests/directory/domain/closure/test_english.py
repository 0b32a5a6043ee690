"""What notices in English say on a service's own page: closed, closing, paused, converted, at risk, or nothing."""

from datetime import date

import pytest

from directory.domain.closure.reading import read_closure

ON = date(2026, 3, 10)
NAMES = ("Wallsend Lunch Club",)

CLOSED = (
    "The group has closed.",
    "Wallsend Lunch Club has now closed.",
    "We have sadly closed.",
    "Sadly, WLC has closed for good.",
    "The club closed in March 2024.",
    "The club closed on 31st March 2024 after thirty years.",
    "This service is now closed.",
    "This service is closed.",
    "NOW CLOSED",
    "PERMANENTLY CLOSED",
    "Wallsend Lunch Club - now closed",
    "The lunch club at St. Mark's has closed its doors for the last time.",
    "It is with great sadness that we have had to close the club.",
    "Due to a lack of volunteers the group no longer runs.",
    "Wallsend Lunch Club no longer exists.",
    "Please note that the club is no longer running.",
    "The project has come to an end.",
    "The project came to an end in December 2025.",
    "The project ended in 2023.",
    "The charity was wound up in 2019.",
    "The charity has been dissolved.",
    "The society disbanded in 2022.",
    "Our group has disbanded.",
    "The club ceased to operate last year.",
    "We have ceased trading.",
    "The group folded after the death of its founder.",
    "The drop-in has stopped running.",
    "The club will close on 31 March 2024.",
    "We are closing our doors for good on 20 December 2025.",
    "Thank you to everyone for all your support over the years.",
    "Thank you for supporting us over the past twenty years.",
    "The service has been discontinued.",
    "The scheme has been withdrawn.",
    "This group does not meet any more.",
    "The playgroup is no longer in operation.",
    "We will not be reopening.",
    "Our last ever session was held on 12 July 2025.",
    "The lunch club is no more.",
    "After much thought, the committee has closed the club.",
    "The trustees have wound up the charity.",
    "Wallsend Lunch Club, which met in the Memorial Hall, has closed.",
    "The group met for many years but has now closed.",
    "We've closed.",
    "The company has gone into liquidation.",
    "All our sessions have now ended.",
    "Following the closure of Wallsend Lunch Club in 2024, members were sent a letter.",
    "The club is permanently closed.",
    "The group was forced to close in January 2025.",
)

CLOSING = (
    "We will close on 30 June 2026.",
    "The club will be closing at the end of June 2026.",
    "We are sorry to say that the group is closing.",
    "The committee has decided to close the club.",
    "We have taken the difficult decision to wind up the charity.",
    "Wallsend Lunch Club is to close in August 2026.",
    "The service will cease on 31 May.",
    "Our final session will be on 16 April 2026.",
    "Our last ever meeting is on Thursday 30 April.",
    "The project is coming to an end.",
    "The project will end in September 2026.",
    "The project ends on 30 September 2026.",
    "Members voted to disband the society.",
    "We will no longer be running after Easter 2026.",
    "The group will not be continuing.",
    "It is with regret that we announce the closure of Wallsend Lunch Club.",
    "The club closes for good in May 2026.",
    "We are winding down the charity this summer.",
    "Sadly we are unable to continue.",
    "The club is due to close next month.",
    "At the meeting on 3 February 2026 we decided to close.",
)

PAUSED = (
    "The club is temporarily closed.",
    "We are closed until further notice.",
    "Closed until further notice.",
    "All sessions are suspended until further notice.",
    "We are closed from 20 December to 4 January.",
    "The club will be closed on Monday 6 April.",
    "The club is taking a break over the summer.",
    "We close for the summer on 18 July and reopen on 5 September.",
    "We will be closed over Christmas.",
    "There will be no sessions in August.",
    "The group is not currently running.",
    "Our sessions are currently on hold.",
    "The club is paused while we look for a new hall.",
    "We are closed for refurbishment.",
    "The club is closed due to flooding.",
    "We have closed temporarily.",
    "From September we will be closed on Mondays.",
    "We are currently closed.",
    "The charity is currently dormant.",
    "This week's session is cancelled.",
    "Because of the pandemic the club is not meeting at the moment.",
    "No lunch club during half term, 16 to 20 February.",
    "The lunch club has been postponed until May 2026.",
    "Temporary closure: the kitchen is being repaired.",
    "We are closed today because of the snow.",
)

AT_RISK = (
    "We will have to close unless we find a new treasurer.",
    "If we cannot find a new hall, the club will close.",
    "The club may have to close.",
    "The club could close by the end of the year.",
    "Our funding has ended.",
    "Our funding comes to an end in March 2026.",
    "Funding for the project ended in March.",
    "We have lost our funding.",
    "The club is at risk of closure.",
    "Wallsend Lunch Club is under threat of closure.",
    "The future of the club is uncertain.",
    "We are running a reduced service.",
    "We have had to reduce our opening hours.",
    "We need your help to stay open.",
    "The club faces closure.",
    "The group has closed but members continue to meet in each other's homes.",
    "We were due to close in May but have been saved.",
    "We are closing the Tuesday session but Thursdays will carry on.",
    "The club has closed, but we hope to reopen.",
    "The Tuesday group has closed.",
    "We face a funding gap from April.",
    "The club will fold if no one comes forward.",
    "Help us save our lunch club from closure.",
    "The project is funded until June 2026.",
    "We are running out of money.",
)

CONVERTED = (
    "We have merged with Howdon Lunch Club.",
    "The charity became a CIO in 2021.",
    "The club has changed its name to Wallsend Friends.",
    "Wallsend Lunch Club is now known as Wallsend Friends.",
    "The group is now part of Tyne Neighbours.",
    "The charity closed and its assets were transferred to a new CIO.",
    "We are becoming a charitable incorporated organisation.",
    "Wallsend Lunch Club has been taken over by Tyne Neighbours.",
    "The society has been renamed.",
    "The association will merge with its neighbour in May 2026.",
    "The group has closed and is now part of Howdon Friends.",
    "The service has been replaced by Tyne Meals.",
    "We have converted to a community interest company.",
)

NOTHING = (
    "The high street is closed for roadworks.",
    "Station Road has closed.",
    "Please make sure the doors are closed.",
    "Applications have now closed.",
    "The consultation closed on 3 March 2026.",
    "Our survey has closed.",
    "The school has closed.",
    "The shop has closed.",
    "Bookings have now closed.",
    "Comments are closed.",
    "The closing date for entries is 30 April.",
    "We close at 5pm.",
    "The club closes at 2.30pm.",
    "Closed Mondays.",
    "Closed on Sundays and bank holidays.",
    "We are closed on bank holidays.",
    "Open Tuesday to Friday, 10am to 2pm, closed Saturday and Sunday.",
    "This is a closed group on Facebook.",
    "This is a closed session for members.",
    "We work closely with the council.",
    "We are close to the station.",
    "The waiting list is closed.",
    "The group is closed to new members.",
    "Registration closes on Friday.",
    "The library has closed so we now meet at St. Mark's Hall.",
    "Barclays has closed its branch in the high street.",
    "The hall where we meet has closed.",
    "Howdon Lunch Club has closed.",
    "Many clubs have closed in recent years.",
    "If your group has closed, please tell us.",
    "Has your group closed?",
    "When we are closed, please leave a message.",
    "If the club is ever wound up, its property goes to a charity with like aims.",
    "The club shall cease to exist if two thirds vote for it.",
    "We have not closed.",
    "Contrary to rumours, the club is not closing.",
    "We have reopened.",
    "The club closed in 2020 and reopened in 2022.",
    "We no longer meet in the library; we now meet in the hall.",
    "We no longer accept cheques.",
    "The Trust has ceased accepting applications for grants.",
    "The evening closed with a song.",
    "The meeting closed at 9pm.",
    "People who are no longer able to live alone are welcome.",
    "We support people whose day centre has closed.",
    "We help to close the gap in healthy life expectancy.",
    "The season has ended.",
    "Our Facebook page has closed.",
    "The enclosed garden was disclosed to be a close neighbour.",
    "We help older people who may have to close their accounts.",
    "Emergency food for people whose benefits have stopped.",
    "We no longer have a waiting list.",
    "The sale ends on Sunday.",
    "The lunch ends with a quiz.",
    "We were founded in 1984 and incorporated in 2001.",
    "Our car park is closed on 4 May.",
    "Closing ceremony of the games.",
    "We meet in the old school, which closed in 1974.",
    "All children must be collected before the club closes.",
    "The centre has closed.",
    "Our office is closed over Christmas.",
    "Barclays and the post office have closed.",
    "A group like this has closed in every town.",
)

TABLE = [
    (kind, text)
    for kind, texts in (
        ("closed", CLOSED),
        ("closing", CLOSING),
        ("paused", PAUSED),
        ("at_risk", AT_RISK),
        ("converted", CONVERTED),
        ("nothing", NOTHING),
    )
    for text in texts
]


def said(text: str) -> str:
    """The kinds of the notices that ``text`` gives of the service itself, on its own page."""
    reading = read_closure(text, names=NAMES, is_own_page=True, on=ON)
    return " ".join(notice.kind for notice in reading.notices if notice.is_own) or "nothing"


@pytest.mark.parametrize(("kind", "text"), TABLE)
def test_a_notice_in_english_is_read_as_what_it_says(kind: str, text: str) -> None:
    assert said(text) == kind


def test_the_table_covers_every_class_with_sentences_enough() -> None:
    assert len(TABLE) >= 150
