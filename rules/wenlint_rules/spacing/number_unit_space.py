from collections.abc import Iterator

from wenlint import Document, Finding, delete, insert, rule
from wenlint.document.convention import wanted
from wenlint.search.patterns import lazy, sought

#: Units of more than one letter; single letters are names as often: `4K`, `5G`, `3D`, `A4`.
UNITS = (
    "km|cm|mm|nm|kg|mg|mL|ml|dB|kHz|MHz|GHz|THz|Hz|kW|MW|GW|kV|mV|mA|mAh|kWh|kPa|MPa|hPa|Pa|kJ|kcal|mol|lx|lm|ms|ns"
    "|KB|MB|GB|TB|PB|KiB|MiB|GiB|TiB|kbps|Mbps|Gbps|bps|rpm|ppm|dpi|fps|kN|rad"
)
#: Group 1 is the space, if there is one. A number in a name (`DDR4-16GB`, `v2.5ms`) is not measured.
PLACE = sought(rf"(?<![A-Za-z0-9_.,/\-])[0-9][0-9,.]{{0,15}}(?<=[0-9])([ ]?)(?=(?:{UNITS})(?![A-Za-z0-9_/\-²³]))")
#: A file's name.
FILE = lazy(r"[A-Za-z]{2,4}\.[A-Za-z]")


@rule(
    languages={"zh", "ja", "ko"},
    needs="0123456789",
    default=False,
    style="units",
    bad={
        "各条道路的长度分别为 1 km，2 km，3 km，4 km，5 km，6 km，7 km，8 km，9 km，10⟦⟧km。": "各条道路的长度分别为 1 km，2 km，3 km，4 km，5 km，6 km，7 km，8 km，9 km，10 km。",
        "各条道路的长度分别为1km，2km，3km，4km，5km，6km，7km，8km，9km，1.5⟦ ⟧km。": "各条道路的长度分别为1km，2km，3km，4km，5km，6km，7km，8km，9km，1.5km。",
    },
    good=[
        "内存 16GB，硬盘 1 TB。",
        "各条道路的长度分别为 1 km，2 km，3 km，4 km，5 km，6 km，7 km，8 km，9 km，4K 电视，5G 网，20%，30℃，90°，DDR4-16GB，10px。",
        "各条道路的长度分别为 1 km，2 km，3 km，4 km，5 km，6 km，7 km，8 km，9 km，见 10GB.zip 和 `16GB`。",
        "各条道路的长度分别为1km，2km，3km，4km，5km，6km，7km，8km，9km，10 公里。",
    ],
    source="SI Brochure, 5.4.3; 中文文案排版指北",
    disputed="The SI Brochure wants a space before `%` and `℃`, too; 中文文案排版指北 puts none before `%` and `°`.",
)
def number_unit_space(document: Document) -> Iterator[Finding]:
    """A space missing or extra between a number and its unit: `16GB`, `16 GB`.

    The standard asks for a space, much of the industry writes none. What a document does in nine of ten places
    is its convention; `style.units` may also be `always`, `never` or `ignore`. Degrees, per cent and units of
    one letter are left alone.
    """
    prose = document.prose
    places = [place.span(1) for place in document.find(PLACE) if not FILE.match(prose, place.end())]
    spaced = sum(end > start for start, end in places)
    right = wanted(document.settings.style.units, {"always": spaced, "never": len(places) - spaced})
    for start, end in places:
        if right == "always" and start == end:
            yield insert(start, " ", "no space between a number and its unit")
        elif right == "never" and start < end:
            yield delete((start, end), "space between a number and its unit")
