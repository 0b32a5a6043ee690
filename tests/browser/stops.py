"""Walks a page by the Tab key, and keeps how each stop looked while it had the focus."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

_STOP = """before => {
  const look = each => {
    const style = getComputedStyle(each);
    return ['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'backgroundColor', 'borderColor',
            'borderWidth', 'textDecoration'].map(name => style[name]).join(' | ');
  };
  const left = before && document.querySelector(`[data-stop="${before.number}"]`);
  const wasSeen = !left || look(left) !== before.look;
  const at = document.activeElement;
  if (!at || at === document.body) return {number: null, wasSeen};
  if (at.dataset.stop === undefined) at.dataset.stop = document.querySelectorAll('[data-stop]').length;
  const box = at.getBoundingClientRect();
  const [from, to] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const over = document.elementFromPoint((from + to) / 2, (top + bottom) / 2);
  const isCovered = to <= from || bottom <= top || !(at.contains(over) || over?.contains(at));
  return {number: Number(at.dataset.stop), what: at.outerHTML.slice(0, 160), look: look(at), isCovered, wasSeen};
}"""
"""What has the focus now, how it looks and whether something lies over the middle of what the window shows of it; and
whether what had it ``before`` looks otherwise now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One stop: ``what`` has the focus, whether that ``is_seen``, and whether something else lies over it."""

    what: str
    is_seen: bool
    is_covered: bool


def walk(page: Page, *, most: int) -> list[Stop]:
    """Press Tab from the top of ``page`` until it comes round; where it does not within ``most``, that is a trap."""
    stops: list[Stop] = []
    before: dict[str, Any] | None = None
    for _ in range(most):
        page.keyboard.press("Tab")
        at: dict[str, Any] = page.evaluate(_STOP, before)
        if before is not None and at["number"] == before["number"]:
            continue  # a date has several stops inside
        if before is not None:
            stops.append(Stop(what=before["what"], is_seen=at["wasSeen"], is_covered=before["isCovered"]))
        if at["number"] is None or at["number"] < len(stops):
            return stops
        before = at
    raise AssertionError(f"{most} times Tab did not lead round the page; the last stop is {stops[-1].what}")
