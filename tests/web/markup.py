"""What every page must be: well-formed, with one first heading, headings in order and a label for every field."""

from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
_DRAWING = frozenset({"path", "circle", "rect"})
_FIELDS = frozenset({"input", "select", "textarea"})


def _holds_code(tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether a script or style stands in the page, and not in a file of our own; what no browser runs is no script."""
    is_script = tag == "script" and attributes.get("type") != "application/ld+json"
    return tag == "style" or (is_script and not (attributes.get("src") or "").startswith("/"))


class Markup(HTMLParser):
    """Reads a page and keeps what is wrong with it in ``faults``."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.title = ""
        self._open: list[str] = []
        self._fields: list[str | None] = []
        self._labels: set[str | None] = set()
        self._references: set[str] = set()
        self.feed(page)
        self.close()
        self._conclude()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if len(attributes) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if "id" in attributes:
            self.ids.append(attributes["id"] or "")
        if _holds_code(tag, attributes) or "style" in attributes or any(name.startswith("on") for name in attributes):
            self.faults.append(f"<{tag}> holds a script or style, which the content security policy forbids")
        if tag in ("link", "img") and not (attributes.get("href") or attributes.get("src") or "").startswith("/"):
            self.faults.append(f"<{tag}> asks another host")
        if tag in _FIELDS and attributes.get("type") != "hidden":
            self._fields.append(attributes.get("id"))
        if tag == "label":
            self._labels.add(attributes.get("for"))
        for name in ("aria-labelledby", "aria-describedby"):
            self._references.update((attributes.get(name) or "").split())
        if tag[0] == "h" and tag[1:].isdigit():
            self.headings.append(int(tag[1:]))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _DRAWING:
            self.faults.append(f"<{tag}/> closes itself")

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        # In a drawing, a title is the name of one mark.
        if self._open and self._open[-1] == "title" and "svg" not in self._open:
            self.title += data

    def _conclude(self) -> None:
        if self._open:
            self.faults.append(f"never closed: {self._open}")
        if len(set(self.ids)) != len(self.ids):
            self.faults.append("an id is given twice")
        if self.headings.count(1) != 1 or self.headings[0] != 1:
            self.faults.append(f"headings do not begin with the one first heading: {self.headings}")
        if any(after > before + 1 for before, after in zip(self.headings, self.headings[1:], strict=False)):
            self.faults.append(f"headings leave out a level: {self.headings}")
        if set(self._fields) - self._labels:
            self.faults.append(f"fields without a label: {set(self._fields) - self._labels}")
        if self._references - set(self.ids):
            self.faults.append(f"names things that are not there: {self._references - set(self.ids)}")
        if not self.title.strip():
            self.faults.append("no title")
