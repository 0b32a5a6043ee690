"""A code that a phone's camera reads as a link, drawn as SVG."""

from functools import lru_cache
from io import BytesIO

import segno

KEPT = 64
"""Codes kept in memory: the page of a list, its handout and its PDF share one, and nothing of them takes longer."""

QUIET = 4
"""Empty squares around the code: readers need them."""


@lru_cache(maxsize=KEPT)
def code_svg(address: str, title: str) -> str:
    """The code of an address, as large as whatever it stands in; ``title`` says what it is."""
    drawn = BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(drawn, kind="svg", border=QUIET, xmldecl=False, nl=False, omitsize=True, title=title, light="#fff")
    return drawn.getvalue().decode()
