"""A handout as a tagged PDF (PDF/UA-1), set in Atkinson Hyperlegible Next by typst."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import typst

from web.handout.easy import easy_sentences
from web.handout.page import Handout, Layout
from web.handout.pictures import PICTURES, picture_svg
from web.handout.text import EMERGENCY, INVENTED, left_out_in_words

_SHEET = Path(__file__).with_name("handout.typ")
_FONTS = Path(__file__).parents[2] / "data" / "fonts"


def handout_pdf(handout: Handout, layout: Layout, code: str, at: datetime) -> bytes:
    """The handout as it is printed; ``code`` is an SVG that leads to its list, and ``at`` the moment it is made.

    What the catalogue says goes to typst as values: none of it is read as markup.
    """
    told = {
        **asdict(handout),
        "layout": layout.value,
        "code": code,
        "emergency": EMERGENCY,
        "invented": INVENTED if handout.is_invented else None,
        "closed": left_out_in_words(handout) if handout.left_out else None,
        "sentences": [[*easy_sentences(leaf)] for leaf in handout.leaves],
        "pictures": {key: picture_svg(key) for key in PICTURES},
    }
    compiler = typst.Compiler(str(_SHEET), root=str(_SHEET.parent), font_paths=[str(_FONTS)], ignore_system_fonts=True)
    made = compiler.compile(
        format="pdf",
        sys_inputs={"handout": json.dumps(told)},
        pdf_standards="ua-1",
        timestamp=int(at.timestamp()),
    )
    assert isinstance(made, bytes)
    return made
