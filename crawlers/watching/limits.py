"""Every limit of reading pages and feeds, in one place."""

from datetime import date, timedelta

MAX_BYTES = 2_000_000
"""Bytes of one document that are read: what a host is asked for in a day. Of a longer page the rest is left out."""

MAX_TEXT = 300_000
"""Characters of a page's text that are looked through: a long report has that many, no page about a group does."""

MAX_VALUE = 1_000
"""Characters of one value, such as a title or the name of a place."""

MAX_URL = 2_000
"""Characters of an address: the longest that browsers and servers agree to take."""

MAX_LINKS = 2_000
"""Links kept of one page: the largest real page seen has 900."""

MAX_ELEMENTS = 30_000
"""Elements of a page whose main text is looked for with care: the largest real page seen has 3,000."""

MAX_TAGS = 150_000
"""Tags of a feed that is read: real feeds of two million bytes have half as many."""

MIN_OWN_TEXT = 60
"""Characters of text below which a page with scripts says nothing without them: "Loading" and a cookie notice's title
are shorter, the shortest real page is longer (judgement)."""

MAX_SNIPPET = 300
"""Characters of the words that a finding is shown with."""

MAX_TRIED = 400
"""Numbers on a page that are looked at for whether they are telephone numbers: each takes half a millisecond."""

FEED_BEGINS_WITHIN = 20_000
"""Characters within which a feed's first element is: what its reader makes of pages that are none takes long."""

MAX_FOUND = 50
"""Telephone numbers, e-mail addresses, postcodes or charity numbers kept of one page: a page with more is a list."""

MAX_SCRIPT = 500_000
"""Characters of one JSON-LD script that are read."""

MAX_DEPTH = 12
"""How deep embedded values may lie in one another: an event's place's address's country is at 4."""

MAX_NODES = 3_000
"""Embedded things and values of one syntax on one page."""

MAX_VALUES = 200
"""Values of one field of one embedded thing, such as the events of an organization."""

MAX_ITEM_PAIRS = 6_000
"""Microdata values of a page that is read for them, each counted once for every item it lies in: their reader compares
all of an item's with one another. A page of 200 events has 3,000."""

MAX_ITEM_REFERENCES = 50
"""References from microdata items to other elements, each of which is searched for in the whole page."""

MAX_CARDS = 400
"""Elements of a page with the class of a microformat."""

MAX_CARD_MARKUP = 300_000
"""Characters of all microformats of a page: their reader takes a second for that many."""

EARLIEST = date(1990, 1, 1)
"""No page is older than the web; an earlier date is one that nobody filled in, such as 1970."""

POSTS_AHEAD = timedelta(days=2)
"""How far ahead a post may be dated: by clocks that are wrong, and time zones nobody wrote."""

EVENTS_AHEAD = timedelta(days=730)
"""How far ahead an event is believed. A slip of the pen in the year is mostly further off."""

MAX_ITEMS = 2_000
"""Items read of one feed: the largest real one seen has 300."""

RECURS_BACK = timedelta(days=1_096)
"""How far back the days of a recurring event are worked out: seasons are learnt from two years, and one is to spare."""

MAX_OCCURRENCES = 1_200
"""Days kept of one recurring event: one for each day of the window would be 1,827."""

MAX_DAYS_WORKED = 500_000
"""Days gone through for all recurring events of one calendar: about two seconds. Later ones count only their start."""

MAX_LINE = 20_000
"""Characters of one line of a calendar: a rule with a thousand exceptions has that many."""

SILENT_AFTER_GAPS = 4
"""A feed is silent when its newest item is older than its usual gap times this."""

SILENT_AFTER = timedelta(days=120)
"""And never before this: many groups stop over the summer."""
