"""A plot of dots as an SVG: a row for each group, a dot for each tool. The same figures make the same bytes."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

#: Colours that colour-blind readers tell apart (Okabe and Ito), a tool each.
COLOURS = ("#999999", "#e69f00", "#cc79a7", "#0072b2", "#009e73", "#d55e00")
LEFT, WIDTH, ROW, TOP = 150, 520, 24, 50
#: Dots of equal shares stand below each other.
RADIUS, STEP = 3, 4


def dots(
    title: str,
    tools: Iterable[str],
    rows: Sequence[tuple[str, Mapping[str, float]]],
    ticks: Iterable[tuple[float, str]],
    left: int = LEFT,
) -> str:
    """The SVG; `left` is the room for the names of rows, in its units. Places are shares of the width, 0 to 1: of each tool's dot in its row, and of each tick."""
    colours = dict(zip(tools, COLOURS, strict=False))
    places = list(colours)
    height = TOP + ROW * len(rows) + 10
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + WIDTH + 30} {height}" '
        'font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]
    at = LEFT
    for tool, colour in colours.items():
        lines.append(
            f'<circle cx="{at}" cy="14" r="5" fill="{colour}"/><text x="{at + 9}" y="18">{escape(tool)}</text>'
        )
        at += 30 + 7 * len(tool)
    for share, label in ticks:
        x = _x(share, left)
        lines.append(f'<path d="M{x} {TOP - 8}V{height - 8}" stroke="#ddd"/>')
        lines.append(f'<text x="{x}" y="{TOP - 12}" text-anchor="middle" fill="#555">{label}</text>')
    for number, (name, shares) in enumerate(rows):
        y = TOP + ROW * number + 6
        lines.append(f'<text x="{left - 10}" y="{y + 4}" text-anchor="end">{escape(name)}</text>')
        lines += [
            f'<circle cx="{_x(share, left)}" cy="{y + STEP * (2 * places.index(tool) - len(places) + 1) // 2}" r="{RADIUS}" fill="{colours[tool]}"/>'
            for tool, share in shares.items()
        ]
    return "\n".join([*lines, "</svg>", ""])


def _x(share: float, left: int) -> str:
    return f"{left + WIDTH * share:.1f}"
