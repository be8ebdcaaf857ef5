"""The codes that datasets name a region by."""

from typing import Annotated

from pydantic import StringConstraints

QUEBEC = "00"  # "Ensemble du Québec", the level that every place falls back to

# The Labour Force Survey gives one figure for two regions together, under a code of the portal's own.
MERGED_REGIONS = {"09-10": ("09", "10")}
# Statistics Canada's census metropolitan areas (SGC 2021) that have figures here: Montréal, Québec. Each crosses
# several regions, so it is no level of any of them.
METROPOLITAN_AREAS = ("462", "421")

REGION = r"^(0\d|1[0-7])$"
AREA = r"^(0\d|1[0-7]|09-10|462|421)$"

RegionCode = Annotated[str, StringConstraints(pattern=REGION)]  # where publishers know regions only
AreaCode = Annotated[str, StringConstraints(pattern=AREA)]  # where figures come from the Labour Force Survey

# Statistics Canada's economic regions (SGC 2021), which federal publishers use: "24" is the province, and each of the
# others is one administrative region. Two RCMs moved from Montérégie to Estrie in 2021 in the latter only.
ECONOMIC_REGIONS = {
    "24": "00",
    "2410": "11",
    "2415": "01",
    "2420": "03",
    "2425": "12",
    "2430": "05",
    "2433": "17",
    "2435": "16",
    "2440": "06",
    "2445": "13",
    "2450": "14",
    "2455": "15",
    "2460": "07",
    "2465": "08",
    "2470": "04",
    "2475": "02",
    "2480": "09",
    "2490": "10",
}


def levels(code: str) -> list[str]:
    """Return where to look for the figure of a place: itself, the merged region that it is in, the whole of Québec."""
    merged = [wider for wider, members in MERGED_REGIONS.items() if code in members]
    return list(dict.fromkeys([code, *merged, QUEBEC]))
