"""Every number of the simulated world, with its reason: on purpose, it is not the world that the model believes in."""

from directory.domain.status.history import FirstSource, GroupKind

# Services

KINDS = {
    GroupKind.INFORMAL: 0.40,
    GroupKind.CHARITY: 0.27,
    GroupKind.PROJECT: 0.15,
    GroupKind.COMPANY: 0.11,
    GroupKind.PUBLIC: 0.07,
}
"""What community directories are made of: mostly small groups without a number."""

SOURCES = {FirstSource.IMPORT: 0.50, FirstSource.CRAWL: 0.25, FirstSource.OWNER: 0.25}
"""A young directory has imported most of what it holds."""

RAN_AT_FIRST = {FirstSource.IMPORT: 0.93, FirstSource.CRAWL: 0.90, FirstSource.OWNER: 0.995}
"""Imported lists are never clean, and pages outlive their groups."""

STOPPED_BEFORE_DAYS = (30, 900)
"""How long before the first sight something had stopped that did not run any more: lists are months or years old."""

SEEN_YEARS = (1.9, 4.4)
"""How long ago services were first seen: long enough for some three in ten to have closed."""

HAZARD = {
    GroupKind.INFORMAL: 0.12,
    GroupKind.CHARITY: 0.04,
    GroupKind.COMPANY: 0.09,
    GroupKind.PUBLIC: 0.03,
    GroupKind.PROJECT: 0.10,
}
"""Closures a year of each kind, before frailty: business deaths of the ONS, 2022 and 2023; charities live longer."""

FRAILTY_SHAPE = 0.8
"""Of the gamma distribution of how frail groups of one kind are: many hardly ever close, a few do at once."""

FRAILTY_MEAN = 1.35
"""Frail groups close early and are gone, so that a mean above 1 leaves about three in ten closed."""

FUNDED = {GroupKind.PROJECT: 0.55, GroupKind.INFORMAL: 0.06, GroupKind.CHARITY: 0.06, GroupKind.COMPANY: 0.04}
"""The share whose grant and its last day are known: funders publish projects more than running costs."""

FUNDED_YEARS = (0.5, 4.5)
"""From the first sight to the last day of the money: grants run for one year to three, and more may be coming."""

FOLLOW_ON_KNOWN = 0.30
"""The share of grants of which a renewal is known."""

ENDS_WITH_MONEY = 0.38
"""How often the end of a grant ends the service, where no renewal is known."""

ENDS_DESPITE_RENEWAL = 0.05

AFTER_MONEY_DAYS = 45.0
"""The mean time from the last money to the last session: a little is always left over."""

# Websites

HAS_SITE = 0.72
"""One group in four has a phone number and a notice in the library."""

CHECK_DAYS = (7, 14, 30, 60)
"""How often a site is looked at: what a budget of visits makes of busy and quiet pages."""

JITTER = 0.25
"""By what share of the gap looks are early or late: queues are never on time."""

BLOCKED = 0.06
"""Looks that a wall against robots turns away: they show nothing."""

NOISE = 0.004
"""Looks that fail for a reason of a minute's length."""

OUTAGES_A_YEAR = 1.3
"""Of a site that somebody looks after; nobody's site has more."""

OUTAGES_A_YEAR_ALONE = 2.6

OUTAGE_DAYS, OUTAGE_SPREAD = 1.2, 2.0
"""Outages are over in about a day, but their tail is heavy: one in a hundred lasts four months."""

MOVES_A_YEAR = 0.03
"""Domains that lapse while the group goes on at another address."""

MOVED_FAILS = 0.30
"""The share of those that answer with an error instead of a seller's page."""

FOUND_AGAIN = 0.60
"""The share of moved sites that are found at their new address; the old one of the others is looked at for ever."""

FOUND_DAYS, FOUND_SPREAD = 120.0, 1.0

STANDS_FOR_EVER = 0.18
"""Sites of closed groups that cost nobody anything and stand for as long as their host does."""

STANDS_DAYS, STANDS_SPREAD = 330.0, 1.2
"""How long the others stand: until the bill of the year after, and some for years."""

ERRORS_FIRST = 0.65
"""Sites that answer with errors before their domain is gone."""

ERRORS_DAYS, ERRORS_SPREAD = 250.0, 1.3

# Words of closing on websites

LOOKS_A_READING = 5
"""Words are read in every fifth look: a page that did not change is not read again."""

SAYS_IT_CLOSED = 0.40
"""Closed groups that say so on their page."""

SAYS_AFTER_DAYS = (-30, 120)
"""When they do: from a month before to a while after."""

FALSE_WORDS_A_YEAR = 0.008
"""Of running groups: one session that has closed, or another group on the same page."""

FALSE_WORDS_DAYS, FALSE_WORDS_SPREAD = 90.0, 0.7

# Feeds

IN_FEED = 0.49
FEED_DAYS = 30
"""Directories are published monthly."""

DROPPED_A_YEAR = 0.07
"""Services that a directory drops while they run: its editor's, or its software's doing."""

DROPPED_DAYS, DROPPED_SPREAD = 500.0, 1.5
"""Until it is listed again: mostly never, within these years."""

FEED_NOTICES = 0.70
"""Directories that drop what has closed, in the end."""

FEED_NOTICES_DAYS, FEED_NOTICES_SPREAD = 280.0, 1.0

# Registers

REGISTERED = {GroupKind.CHARITY: 0.95, GroupKind.COMPANY: 0.90, GroupKind.PUBLIC: 0.35, GroupKind.PROJECT: 0.25}
"""Bodies whose number is known: projects are run by somebody who has one."""

REGISTER_DAYS = 30

OVERDUE_A_YEAR = 0.11
"""Treasurers who are late."""

OVERDUE_DAYS, OVERDUE_SPREAD = 150.0, 0.8

TRANSFERRED_A_YEAR = 0.010
"""Running bodies that change their form: a quarter of registered mergers keep their name."""

CEASES = 0.75
"""Closed bodies that are struck off within years; others are forgotten by their trustees and the register."""

CEASES_DAYS, CEASES_SPREAD = 330.0, 0.7
"""After the last accounts that are not sent."""

ENDS_BY_TRANSFER = 0.08
"""Closed bodies that hand what is left to another."""

# Phones

HAS_PHONE = 0.29
"""Numbers that anybody calls to ask."""

CALL_DAYS = (60, 300)
"""Between calls: volunteers' time."""

ANSWERED = 0.58
"""Calls that a running group answers: most are answered at home, in the evening or never."""

ANSWERED_AFTER = 0.33
"""A mobile goes on ringing in the pocket of whoever ran it."""

MISDIALLED = 0.01

NUMBER_CHANGES_A_YEAR = 0.04

NUMBER_STANDS_DAYS, NUMBER_STANDS_SPREAD = 300.0, 1.0
"""Until the number of a closed group is dead."""

# Words

FALSE = 0.07
"""Reports that are wrong: the wrong door, the wrong day, the wrong group."""

ASKED_DAYS = 180
"""How often owners are asked to confirm."""

OWNER_REPLIES = {FirstSource.OWNER: (6.0, 2.0), FirstSource.IMPORT: (0.35, 2.5), FirstSource.CRAWL: (0.2, 3.0)}
"""Beta distributions of how often owners reply: who registered a group replies, and some never do."""

OWNER_SAYS_CLOSED = 0.35
"""Owners of closed groups who say so, given that they reply to anything."""

CLICKS_WITHOUT_READING = 0.02
"""Replies that confirm a group that has closed."""

VISITS_A_YEAR, VISITS_SPREAD = 0.75, 1.1
"""Visits of link workers: known groups see one a month, most see none in years."""

VISITS_GO_ON = 0.5
"""What is left of visits once a group has closed: word gets round."""

TOLD = 0.40
"""Visits to a closed group that meet somebody who says so."""

WORKERS = 30
"""Link workers of an area."""

PUBLIC_REPORTS_A_YEAR = 0.10
"""Reports of people who use the directory."""

# Events

POSTS_EVENTS = 0.46
"""Groups that post or publish their sessions."""

EVENTS_A_YEAR, EVENTS_SPREAD = 24.0, 0.9
"""From one a quarter to several a week."""

REGULAR = 0.5
"""The share of those whose events are a fixed number of days apart; others post when something happens."""

SEASONAL = 0.25
"""Groups that keep to terms, or to the summer."""

SEASON_KNOWN = 0.4
"""The share of those that say so where it can be read."""

IN_TERM, IN_SUMMER = (6, 7, 8), (11, 12, 1, 2, 3)
"""The months off of either."""

QUIET_MONTHS = {8: 0.5, 12: 0.7}
"""What is left of everybody's events in August and December."""

STOPS_POSTING_A_YEAR = 0.10
"""Groups that go on and post no more: whoever posted has left."""

FADES = 0.30
"""Closing groups whose events thin out before."""

FADES_DAYS = 120

UNTIDIED = 0.06
"""Calendars that repeat for weeks after the last session."""

UNTIDIED_DAYS = (14, 150)
