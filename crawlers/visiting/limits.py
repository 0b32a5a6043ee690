"""Every limit of visiting web pages, in one place; docs/methods.md tells how a visit is judged."""

MAX_PAGE_BYTES = 2_000_000
"""Bytes of one page, both as they travel and unpacked: real pages of groups have 20 to 300 thousand."""

MAX_ROBOTS_BYTES = 500_000
"""Bytes of one robots.txt: RFC 9309 asks for at least 500 kibibytes, and real ones have a few hundred bytes."""

MAX_URL_CHARACTERS = 2_000
"""Characters of an address: what browsers and servers have always borne."""

TOTAL_S = 20.0
"""Seconds from the first packet to the last byte of one answer: a slow drip may not hold a visit up."""

MAX_REDIRECTS = 5
"""How often an address may send us on."""

MAX_CODINGS = 2
"""Content codings one answer may be wrapped in: a server that compresses twice by mistake, and no more."""

LEAST_GAP_S = 5.0
"""Seconds between two requests of one host or one address, at least."""

MOST_CRAWL_DELAY_S = 60.0
"""Seconds of Crawl-delay that are honoured; some sites ask for days, and would never be seen again."""

GAP_OF_RESPONSE = 10
"""Times the last response time that a host is left alone: a host that labours is asked less."""

PAGES_A_DAY = 20
"""Requests of one host in one day (UTC), robots rules among them."""

BYTES_A_DAY = 2_000_000
"""Bytes from one host in one day (UTC), as they travel."""

MOST_RETRY_AFTER_S = 86_400.0
"""Seconds of Retry-After that are honoured: a day, since a site that asks for a year would never be seen again."""

LONGEST_WAIT_S = 300.0
"""Seconds one visit waits for its turn; past them the visit is put off. The longest gap (10 x 20 s) fits."""

ROBOTS_FRESH_S = 86_400.0
"""Seconds for which robots rules are remembered: they are fetched daily."""

PROBES_FRESH_S = 86_400.0
"""Seconds for which it is remembered what a site says of addresses that do not exist."""

NAME_GONE_AFTER_S = 72_000.0
"""Seconds after which a name that is still unknown is gone: two days, less what a schedule slips by."""

ENDPOINTS_TRIED = 2
"""Addresses of one name that are tried in turn: one of each family."""

SAME_TEXT = 0.85
"""Share of five-word shingles in common from which two pages say the same."""

SHINGLE_WORDS = 5
"""Words of one shingle."""

NAME_ALIKE = 85
"""Token-sort ratio, 0 to 100, from which words on a page are the name of the service."""

OPENING_CHARACTERS = 500
"""Characters at the start of a page in which a for-sale notice or a challenge stands."""

LITTLE_TEXT = 600
"""Characters below which a page is all links, or a challenge and nothing else."""

NO_TEXT = 200
"""Characters below which a page with scripts has not drawn itself yet."""

LINKS_AWAY = 0.6
"""Share of links to other hosts above which a page with little text may be parked."""

PARKED_SIGNS = 2
"""Signs that together make a page parked."""

HOST_WIDE_SERVICES = 5
"""Services of one host that fail together from which the cause is the host's."""
