"""Every limit of crawling, in one place."""

MAX_BYTES = 100_000_000
"""Bytes of one document: the largest real one seen has 4 million."""

TIMEOUT_S = 30.0
"""How long a host may take over each step of an answer."""

MAX_REDIRECTS = 5
"""How often an address may send us on."""

MAX_FILES = 200
"""Files in one package."""

MAX_UNPACKED = 300_000_000
"""Bytes of all files of a package together, once unpacked: the largest real package seen has 8 million."""
