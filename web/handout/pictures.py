"""The pictures of a handout: plain line drawings beside words that say the same."""

PICTURES = {
    "what": '<circle cx="16" cy="16" r="12"/><path d="M16 14v9M16 9v2"/>',
    "when": '<path d="M5 7h22v20H5zM5 13h22M11 4v6M21 4v6M10 18h4M18 18h4M10 22.5h4"/>',
    "where": '<path d="M16 29c-6-8-9-12.5-9-17a9 9 0 0 1 18 0c0 4.5-3 9-9 17z"/><circle cx="16" cy="12" r="3.5"/>',
    "travel": '<path d="M5 6h22v17H5zM5 15h22M16 6v9"/><path d="M8 23v4h4v-4M20 23v4h4v-4"/>',
    "access": '<path d="M8 29V4h16v25M4 29h24M19 16v3"/>',
    "cost": '<circle cx="16" cy="16" r="12"/><path d="M20 11c-2-3-7-2-7 2 0 5 0 7-2 9h10M10 17h8"/>',
    "join": '<path d="M6 4h20v24H6zM11 11h10M11 16h10M11 21h6"/>',
    "phone": '<path d="M9 4l4 1 2 6-3 2.5c1.5 3 3.5 5 6.5 6.5L21 17l6 2 1 4c0 3-2 5-5 5C12 28 4 20 4 9c0-3 2-5 5-5z"/>',
    "ask": '<circle cx="16" cy="10" r="6"/><path d="M4 29c0-7 5-10 12-10s12 3 12 10"/>',
    "note": '<path d="M6 4h20v17l-7 7H6zM26 21h-7v7M11 11h10M11 16h6"/>',
    "warn": '<path d="M16 4L30 28H2zM16 12v8M16 23v2"/>',
}
"""What stands inside a drawing 32 wide and 32 high, without its strokes."""


def picture_svg(key: str) -> str:
    """A picture as a file of its own, drawn in black."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#000" stroke-width="2.2"'
        f' stroke-linecap="round" stroke-linejoin="round">{PICTURES[key]}</svg>'
    )
