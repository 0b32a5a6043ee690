"""A handout as plain text for an e-mail, and as the few words of a text message, in the language of the request."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from directory.domain.messages import Message, listed, say
from web.handout.page import Handout, Leaf
from web.language.speak import in_this_language

INVENTED = say("This is a demonstration. The groups here are invented.")
EMERGENCY = say("If you or somebody else is in danger, call 999.")
_STOPS = ".۔।"
"""What ends a sentence in the languages of the site, where it asks and calls for nothing."""


def handout_text(handout: Handout, address: str) -> str:
    """The whole handout, with the link to its list."""
    parts: list[Iterable[str]] = [
        [handout.title],
        *([[INVENTED]] if handout.is_invented else []),
        *(_leaf(leaf) for leaf in handout.leaves),
        *([[left_out_in_words(handout)]] if handout.left_out else []),
        [say("This list, as it stands today:"), address],
        [EMERGENCY, handout.printed],
    ]
    return "\n\n".join("\n".join(in_this_language(line) for line in part) for part in parts) + "\n"


def left_out_in_words(handout: Handout) -> Message:
    """Which services of the list are not on the handout."""
    return say("Left out, as it has closed: {names}.", names=listed(handout.left_out))


def email_address(handout: Handout, address: str, longest: int) -> str:
    """The ``mailto:`` address of an e-mail that says it all or, where that is too long, the names and numbers."""
    whole = _email(handout, handout_text(handout, address))
    return whole if len(whole) <= longest else _email(handout, _names_and_link(handout, address, longest // 2))


def text_address(handout: Handout, address: str, longest: int) -> str:
    """The ``sms:`` address of a message with names, numbers and the link, as many as fit."""
    return f"sms:?&body={quote(_names_and_link(handout, address, longest), safe='')}"


def _email(handout: Handout, body: str) -> str:
    lines = body.replace("\n", "\r\n")
    return f"mailto:?subject={quote(in_this_language(handout.title), safe='')}&body={quote(lines, safe='')}"


def _names_and_link(handout: Handout, address: str, longest: int) -> str:
    """Names with numbers in order while they fit before the link, which is there always."""
    kept: list[str] = []
    for leaf in handout.leaves:
        line = f"{leaf.name}: {in_this_language(leaf.phone)}" if leaf.phone else leaf.name
        if len("\n".join((*kept, line, address))) > longest:
            break
        kept.append(line)
    return "\n".join((*kept, address))


def _leaf(leaf: Leaf) -> Iterator[str]:
    yield f"{leaf.place}. {leaf.name}"
    if leaf.what:
        yield leaf.what
    for part in leaf.parts:
        yield say("{title}: {lines}", title=part.title, lines=_run_on(*map(_without_stop, part.lines)))
    if leaf.phone:
        number = say("Phone: {number}", number=leaf.phone)
        yield _run_on(number, leaf.ask_for) if leaf.ask_for else number
    if leaf.note:
        yield say("Note: {note}", note=leaf.note)
    if leaf.warning:
        yield leaf.warning
    yield leaf.checked


def _without_stop(line: str) -> str:
    """What a line says in the language of the request; a stop may be of an abbreviation, where English has none."""
    said = in_this_language(line)
    return said.rstrip(_STOPS) if line.endswith(".") else said


def _run_on(*phrases: str) -> Message:
    """Phrases in one line, with a stop after each but the last."""
    *before, last = phrases
    return listed((*(say("{words}.", words=one) for one in before), last), between=" ")
