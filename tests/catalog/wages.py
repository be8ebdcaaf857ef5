"""A small world for the pipeline: 12 occupations in 18 regions, and wages files about them in Job Bank's layout."""

from pathlib import Path

from catalog.models import Dataset, DataVersion, Release
from occupations.models import NocGroup, Wage
from regions.codes import ECONOMIC_REGIONS
from regions.models import Region

OCCUPATIONS = [
    "11100",
    "12200",
    "21232",
    "21311",
    "22220",
    "31301",
    "31303",
    "42201",
    "64100",
    "65200",
    "72106",
    "75110",
]
COLUMNS = {
    "code": "NOC_CNP",
    "area": "ER_Code_Code_RE",
    "low": "Low_Wage_Salaire_Minium",
    "median": "Median_Wage_Salaire_Median",
    "high": "High_Wage_Salaire_Maximal",
    "comment": "Wage_Comment_F",
}
HEADER = ",".join(COLUMNS.values())


def make_world() -> None:
    NocGroup.objects.bulk_create(NocGroup(code=code, name_fr=code, name_en=code) for code in OCCUPATIONS)
    Region.objects.bulk_create(
        Region(code=code, name_fr=code, name_en=code, economic_region=economic)
        for economic, code in ECONOMIC_REGIONS.items()
    )


def lines(add: float = 0, occupations=OCCUPATIONS) -> list[str]:
    """Return 216 lines: line 2 of a file is occupation 11100 in the whole of Québec, line 3 in region 11."""
    return [
        f"NOC_{code},ER{area},{20 + number + add},{25 + number + add},{35 + number + add},Comparé à l’an dernier"
        for number, code in enumerate(occupations)
        for area in ECONOMIC_REGIONS
    ]


def text_of(data_lines: list[str], header: str = HEADER) -> str:
    return "\r\n".join([header, *data_lines, ""])


def write(directory: Path, data_lines: list[str], name: str = "wages.csv", header: str = HEADER) -> Path:
    path = directory / name
    path.write_text(text_of(data_lines, header), encoding="utf-8", newline="")
    return path


def public_state() -> dict:
    """Return all that the public sees of wages, and what could make it see something else."""
    return {
        "facts": list(Wage.objects.order_by("pk").values_list()),
        "live": list(Dataset.objects.filter(pk="wages").values_list("live_release_id", "validators")),
        "states": list(Release.objects.exclude(state="failed").order_by("pk").values_list("pk", "state")),
        "data version": DataVersion.objects.values_list("number", flat=True).first(),
    }
