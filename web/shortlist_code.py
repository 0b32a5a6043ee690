"""A code that a phone's camera reads as a link, drawn as SVG."""

from io import BytesIO

import segno

QUIET = 4
"""Empty squares around the code: readers need them."""


def code_svg(address: str, title: str) -> str:
    """The code of an address, as large as whatever it stands in; ``title`` says what it is."""
    drawn = BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(drawn, kind="svg", border=QUIET, xmldecl=False, nl=False, omitsize=True, title=title, light="#fff")
    return drawn.getvalue().decode()
