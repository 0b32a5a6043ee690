"""How much a search, a page or a change may ask for: every bound of the index, in one place."""

LONGEST_QUERY = 500
"""Characters of a search text; the longest real question seen in search logs of this kind is under 200."""

MOST_WORDS = 32
"""Words of a search text that count; later ones are ignored, so that no text costs more than another by much."""

DEEPEST_RESULT = 2_000
"""Nobody reads further; deeper reading is what exports are for."""

MOST_SORTED = 200
"""The best matches that are put in another order than theirs where that takes reading each: ten pages of them."""

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

LEAST_STRENGTH = 0.9
"""The weights of different cues in a text that show a need together: less is a chance."""

IN_NAME = 1.5
"""How much more a cue weighs in a name: with it a strong sign (0.6) there is enough."""

MOST_NEEDS = 8
"""Needs a service is shown and counted under, the clearest first; it is found by all that show."""

MOST_TRIED = 6
"""Changes to a question that are tried where it found next to nothing: each costs a search."""

MOST_SUGGESTIONS = 3
MOST_VALUES = 30
MOST_TRAITS = 100
"""Values of a facet, and of all facets that traits are, counted beside the results, commonest first."""

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

REMEMBERED_PLANS = 2_000
"""Questions whose reading is kept until the index changes: people ask for the same things."""

REMEMBERED_CRITERIA = 20_000
"""Criteria that an index build has seen, for they come again and again."""

FEW_DOCUMENTS = 200
"""Documents below which their criteria are judged one field after another: a page of results."""

REMEMBERED_VERDICTS = 300
"""Answers to "does it take somebody who …" kept for a part, each a byte for every set of criteria of one field."""

SMALL_HOURS = 4
"""Hours after midnight that belong to the evening before."""

OLDEST = 130
"""Years nobody is older than."""

THIN = 3
"""Results below which a search is helped with what a little change to it would find."""

MOST_CHOICES = 2
"""Choices that are each left out by itself; of more, all are left out together."""

MOST_RESCUES = 3
RESCUED = 3
"""Kinds of help given, and results shown of each."""

WIDER = (2.0, 5.0)
"""How many times as far is looked when next to nothing is near."""
