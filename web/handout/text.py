"""A handout as plain text for an e-mail, and as the few words of a text message."""

from collections.abc import Iterator
from urllib.parse import quote

from web.handout.page import Handout, Leaf

INVENTED = "This is a demonstration. The groups here are invented."
EMERGENCY = "If you or somebody else is in danger, call 999."


def handout_text(handout: Handout, address: str) -> str:
    """The whole handout, with the link to its list."""
    parts = [
        handout.title,
        *([INVENTED] if handout.is_invented else []),
        *("\n".join(_leaf(leaf)) for leaf in handout.leaves),
    ]
    if handout.left_out:
        parts.append(left_out_in_words(handout))
    parts.append(f"This list, as it stands today:\n{address}")
    parts.append(f"{EMERGENCY}\n{handout.printed}")
    return "\n\n".join(parts) + "\n"


def left_out_in_words(handout: Handout) -> str:
    """Which services of the list are not on the handout."""
    return f"Left out, as it has closed: {', '.join(handout.left_out)}."


def email_address(handout: Handout, address: str, longest: int) -> str:
    """The ``mailto:`` address of an e-mail that says it all or, where that is too long, the names and numbers."""
    whole = _email(handout, handout_text(handout, address))
    return whole if len(whole) <= longest else _email(handout, _names_and_link(handout, address, longest // 2))


def text_address(handout: Handout, address: str, longest: int) -> str:
    """The ``sms:`` address of a message with names, numbers and the link, as many as fit."""
    return f"sms:?&body={quote(_names_and_link(handout, address, longest), safe='')}"


def _email(handout: Handout, body: str) -> str:
    lines = body.replace("\n", "\r\n")
    return f"mailto:?subject={quote(handout.title, safe='')}&body={quote(lines, safe='')}"


def _names_and_link(handout: Handout, address: str, longest: int) -> str:
    """Names with numbers in order while they fit before the link, which is there always."""
    kept: list[str] = []
    for leaf in handout.leaves:
        line = f"{leaf.name}: {leaf.phone}" if leaf.phone else leaf.name
        if len("\n".join((*kept, line, address))) > longest:
            break
        kept.append(line)
    return "\n".join((*kept, address))


def _leaf(leaf: Leaf) -> Iterator[str]:
    yield f"{leaf.place}. {leaf.name}"
    if leaf.what:
        yield leaf.what
    for part in leaf.parts:
        yield f"{part.title}: {'. '.join(line.rstrip('.') for line in part.lines)}"
    if leaf.phone:
        yield f"Phone: {leaf.phone}{'. ' + leaf.ask_for if leaf.ask_for else ''}"
    if leaf.note:
        yield f"Note: {leaf.note}"
    if leaf.warning:
        yield leaf.warning
    yield leaf.checked
