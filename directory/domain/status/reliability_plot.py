"""A picture of how often what was called closed with some chance had really closed, as SVG."""

from collections.abc import Sequence

from directory.domain.status.evaluation import Bin

_SIDE = 320
"""Of the square in which chances and shares are drawn."""

_LEFT, _TOP, _RIGHT, _BOTTOM = 56, 16, 16, 48
"""Room for the words around it."""

_LARGEST = 12.0
"""The radius of the dot of a bin that holds all cases; areas are as the counts, but no dot is too small to see."""

_SMALLEST = 3.0


def reliability_plot(bins: Sequence[Bin]) -> str:
    """The picture: a dot for each bin, on the line where chances and shares are equal.

    Its title and its description say the same in words.
    """
    width, height = _LEFT + _SIDE + _RIGHT, _TOP + _SIDE + _BOTTOM
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'aria-labelledby="title desc" font-family="sans-serif" font-size="12" fill="#222">',
        '<title id="title">How often services called closed had really closed</title>',
        f'<desc id="desc">{_described(bins)}</desc>',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        *_axes(),
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#767676" stroke-dasharray="4 4"/>',
        *_dots(bins),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _described(bins: Sequence[Bin]) -> str:
    said = (f"{one.share_closed:.3f} of {one.count:,} at {one.mean_p_closed:.3f}" for one in bins)
    return f"Share that had closed, by the mean chance of it: {'; '.join(said)}."


def _axes() -> list[str]:
    lines = [f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" fill="none" stroke="#222"/>']
    for tenths in range(0, 11, 2):
        share = tenths / 10
        lines.append(f'<text x="{_x(share)}" y="{_y(0) + 18}" text-anchor="middle">{share:.1f}</text>')
        lines.append(f'<text x="{_LEFT - 8}" y="{_y(share) + 4}" text-anchor="end">{share:.1f}</text>')
    middle = _TOP + _SIDE / 2
    return [
        *lines,
        f'<text x="{_x(0.5)}" y="{_y(0) + 38}" text-anchor="middle">Chance of having closed, as calculated</text>',
        f'<text x="16" y="{middle:g}" text-anchor="middle" transform="rotate(-90 16 {middle:g})">'
        "Share that had closed</text>",
    ]


def _dots(bins: Sequence[Bin]) -> list[str]:
    total = sum(one.count for one in bins)
    return [
        f'<circle cx="{_x(one.mean_p_closed)}" cy="{_y(one.share_closed)}" '
        f'r="{max(_SMALLEST, _LARGEST * (one.count / total) ** 0.5):.1f}" fill="#1d70b8">'
        f"<title>{one.least:.1f} to {one.most:.1f}: {one.count:,} services</title></circle>"
        for one in bins
    ]


def _x(share: float) -> float:
    return round(_LEFT + _SIDE * share, 1)


def _y(share: float) -> float:
    return round(_TOP + _SIDE * (1 - share), 1)
