"""The codes that datasets name a region by."""

from typing import Annotated

from pydantic import StringConstraints

RegionCode = Annotated[str, StringConstraints(pattern=r"^(0\d|1[0-7])$")]

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
