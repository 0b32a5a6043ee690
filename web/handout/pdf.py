"""A handout as a tagged PDF (PDF/UA-1) in the language of the request, set by typst.

Atkinson Hyperlegible Next has no letters of Punjabi and Urdu: Noto Sans Gurmukhi and Noto Naskh Arabic stand in.
"""

import json
from datetime import datetime
from pathlib import Path

import msgspec
import typst
from flask import get_template_attribute

from directory.domain.messages import Message, say
from web.handout.easy import easy_sentences
from web.handout.page import Handout, Layout
from web.handout.pictures import PICTURES, picture_svg
from web.handout.send import CODE
from web.handout.text import EMERGENCY, INVENTED, left_out_in_words
from web.language.languages import ENGLISH
from web.language.prefix import language
from web.language.speak import in_this_language
from web.search.outlines import ATTRIBUTION
from web.search.small_map import SmallMap

_SHEET = Path(__file__).with_name("handout.typ")
_FONTS = Path(__file__).parents[2] / "data" / "fonts"

_PHONE = say("Phone")
_CODE_LEADS = say("The code leads to this list on a phone.")
_PAGE_OF = say("Page {page} of {pages}", page="{page}", pages="{pages}")
"""What stands at the foot of each page; the sheet knows the numbers."""


def handout_pdf(handout: Handout, layout: Layout, code: str, at: datetime) -> bytes:
    """The handout as it is printed; ``code`` is an SVG that leads to its list, and ``at`` the moment it is made.

    What the catalogue says goes to typst as values: none of it is read as markup.
    """
    told = {
        "layout": layout.value,
        "language": language().code,
        "region": "GB" if language() is ENGLISH else None,
        "direction": language().direction,
        "code": code,
        "pictures": {key: picture_svg(key) for key in PICTURES},
        **_words(handout),
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


def _map(of: SmallMap) -> dict[str, str]:
    """A map as a file of its own, with what is said of it."""
    drawn = str(get_template_attribute("parts/small_map.html", "drawing")(of))
    return {"drawn": drawn, "told": of.told, "key": of.key, "attribution": ATTRIBUTION}


def _words(handout: Handout) -> dict[str, object]:
    """All that is to be read: a message as it is said under ``ours``, what somebody else wrote as a bare string."""
    words: dict[str, object] = msgspec.to_builtins(
        {
            "handout": handout,
            "sentences": [[*easy_sentences(leaf)] for leaf in handout.leaves],
            "maps": [leaf.map and _map(leaf.map) for leaf in handout.leaves],
            "invented": INVENTED if handout.is_invented else None,
            "closed": left_out_in_words(handout) if handout.left_out else None,
            "emergency": EMERGENCY,
            "phone": _PHONE,
            "code_is": CODE,
            "code_leads": _CODE_LEADS,
            "page_of": _PAGE_OF,
        },
        enc_hook=_said,
    )
    return words


def _said(message: object) -> dict[str, str]:
    assert isinstance(message, Message)
    return {"ours": in_this_language(message)}
