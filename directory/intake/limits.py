"""Every limit of intake, in one place."""

MAX_TEXT = 20_000
"""Characters kept of one text field: the longest real description seen has 8,000."""

MAX_DRAWN_AREA = 100_000
"""Characters of an area drawn as GeoJSON: about 4,500 points to six decimals, of which a home takes 0.1 ms to judge."""

MAX_ISSUES_KEPT = 10_000
"""Issue rows kept for one run; the count in the run goes on."""

MAX_SHARED_KEY = 50
"""Organizations that may share one link key before it says nothing: such a key is a default value, not a name."""

FAR_FROM_POSTCODE_M = 5_000
"""How far coordinates may be from their own postcode before they are not believed (judgement)."""

BATCH = 500
"""Organizations resolved at a time, and ids named in one SQL statement."""
