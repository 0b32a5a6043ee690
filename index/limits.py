"""How much a search, a page or a change may ask for: every bound of the index, in one place."""

LONGEST_QUERY = 500
"""Characters of a search text; the longest real question seen in search logs of this kind is under 200."""

MOST_WORDS = 32
"""Words of a search text that count; later ones are ignored, so that no text costs more than another by much."""

DEEPEST_RESULT = 2_000
"""Nobody reads further; deeper reading is what exports are for."""

DEFAULT_SIZE = 20
LARGEST_SIZE = 100

DEFAULT_WITHIN_M = 10_000.0
"""How far around a place is searched when nobody says: half an hour by bus in a town."""

SMALLEST_WITHIN_M = 50.0
LARGEST_WITHIN_M = 200_000.0

SHORTEST_PREFIX = 2
"""Letters before a ``*``: one letter would mean a tenth of the dictionary."""

SHORTEST_UNFINISHED = 3
"""Letters of a last word before it is taken for the beginning of a longer one."""

MOST_EXPANSIONS = 64
"""Words a prefix stands for; the most frequent are kept."""

SHORTEST_CORRECTED = 4
"""Letters of a word before a slip in it is corrected: among shorter words everything is near everything."""

TWO_SLIPS_FROM = 8
"""Letters of a word from which two slips are corrected and not one (docs/methods.md)."""

MOST_SUGGESTIONS = 3
MOST_CATEGORIES = 20
MOST_SOURCES = 50
"""Categories and sources counted beside the results, commonest first."""

HIGHLIGHT_LENGTH = 240
"""Characters of a description shown around what matched."""

REMEMBERED_WORDS = 500_000
"""Words whose analysis is kept in memory before the memory is begun again."""

TAIL_ENTRIES = 4_000
"""Changed entries kept in the tail before it is folded into a segment: it is scanned in memory by every reader."""

TAIL_BYTES = 32 * 2**20
LONGEST_FRAME = 256 * 2**20
"""Bytes of one change in the tail; a length above it can only be damage."""

FOLD_RATIO = 10
"""A segment less than this many times the size of what is being folded is folded with it, so that each entry is
rewritten a few times in its life and there are seldom more than three segments."""
