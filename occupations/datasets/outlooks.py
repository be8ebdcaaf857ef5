"""Employment outlooks: the scales, Job Bank's two workbooks (one a language), and the demonstration levels."""

import re
from datetime import date, timedelta
from functools import partial
from html import unescape

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog import licences
from catalog.contracts import RowContract
from catalog.models import Kind
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Edition, Layout, MassChange, registry
from occupations.datasets.noc import UnitGroupCode
from occupations.models import Outlook, OutlookLevel
from regions.codes import ECONOMIC_REGIONS, RegionCode
from regions.models import QUEBEC

PORTAL = {"publisher": _("The portal"), "homepage": "", **licences.PORTAL}
SCALE = "job-bank-2024"
LABELS = {
    "en": {
        "very good": "very-good",
        "good": "good",
        "moderate": "moderate",
        "limited": "limited",
        "very limited": "very-limited",
        "undetermined": "undetermined",
    },
    "fr": {
        "très bonnes": "very-good",
        "bonnes": "good",
        "modérées": "moderate",
        "limitées": "limited",
        "très limitées": "very-limited",
        "indéterminées": "undetermined",
    },
}
EXCEL_EPOCH = date(1899, 12, 30)
LINE_ENDS = re.compile(r"<(?:br|/p|/li|/div|/h\d)\b[^>]*>", re.IGNORECASE)


# --- Scales -------------------------------------------------------------------------------------------------


class OutlookLevelRow(RowContract):
    code: str = Field(pattern=r"^[a-z0-9-]+:[a-z-]+$", max_length=60)
    scale: str = Field(min_length=1, max_length=50)
    rank: int | None = Field(None, ge=1)
    label_fr: str = Field(min_length=1, max_length=60)
    label_en: str = Field(min_length=1, max_length=60)
    sentence_fr: str = Field(min_length=1, max_length=400)
    sentence_en: str = Field(min_length=1, max_length=400)


def portal_level(raw: dict) -> dict:
    return raw | {"code": f"{raw['scale']}:{raw.pop('code')}", "rank": raw["rank"] or None}


registry.register(
    DatasetDefinition(
        slug="outlook-scales",
        title=_("Scales of employment outlooks"),
        description=_(
            "The levels of each scale used over the years, and what they mean for a job seeker in the portal’s own "
            "words. Levels of two scales cannot be compared."
        ),
        model=OutlookLevel,
        contract=OutlookLevelRow,
        key=("code",),
        edition=Edition(kind=Kind.PORTAL),
        layouts=(
            Layout(
                name="portal",
                columns={
                    "code": "level",
                    "scale": "scale",
                    "rank": "rank",
                    "label_fr": "label_fr",
                    "label_en": "label_en",
                    "sentence_fr": "sentence_fr",
                    "sentence_en": "sentence_en",
                },
                prepare=portal_level,
            ),
        ),
        **PORTAL,
    )
)


# --- Job Bank -----------------------------------------------------------------------------------------------


class OutlookRow(RowContract):
    unit_group_id: UnitGroupCode
    region_id: RegionCode
    level_id: str
    trends_fr: str = ""
    trends_en: str = ""
    released_on: str = ""


def official_outlook(raw: dict, language: str) -> dict:
    area = raw["region_id"].strip()
    if (region := ECONOMIC_REGIONS.get(area.removesuffix("00") if len(area) == 4 else "")) is None:
        raise RejectedLine("unknown-code", "region_id", area)
    if (level := LABELS[language].get(raw["level_id"].strip().casefold())) is None:
        raise RejectedLine("unknown-label", "level_id", raw["level_id"])
    return {
        "unit_group_id": raw["unit_group_id"].strip().removeprefix("NOC_"),
        "region_id": region,
        "level_id": f"{SCALE}:{level}",
        f"trends_{language}": plain_text(raw["trends"]),
        "released_on": iso_date(raw["released_on"]),
    }


def plain_text(markup: str) -> str:
    """Return the paragraphs of an HTML text, one a line; the markup may itself be escaped."""
    text = unescape(strip_tags(LINE_ENDS.sub("\n", unescape(markup))))
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def iso_date(text: str) -> str:
    """Return the date of an Excel serial number (days since the end of 1899) or of an ISO date; "" when neither."""
    try:
        return (
            (EXCEL_EPOCH + timedelta(days=int(text))).isoformat() if text.isdigit() else str(date.fromisoformat(text))
        )
    except (OverflowError, ValueError):
        return ""


def edition(cursor, stage: str, layout: str) -> Edition:
    """Word the edition from the commonest date of release, for the workbooks do not say which years they are about.

    They are three years from that of the release (in November or December, or corrected in the next months).
    """
    if layout == "portal":
        return Edition(kind=Kind.THIRD_PARTY)  # a file that someone rewrote is not the publisher's
    cursor.execute(f"SELECT mode() WITHIN GROUP (ORDER BY released_on) FROM {stage}")
    (released,) = cursor.fetchone()
    if released is None:
        return Edition()
    published_on = date.fromisoformat(released)
    first = published_on.year if published_on.month > 6 else published_on.year - 1
    period = f"{first}-{first + 2}"
    return Edition(label=period, reference_period=period, published_on=published_on)


def portal_outlook(raw: dict) -> dict:
    return {"region_id": QUEBEC} | raw | {"level_id": f"{SCALE}:{raw['level_id'].strip()}"}


def workbook(language: str) -> Layout:
    """Both workbooks have the same English headers: the language of the first line tells them apart."""
    return Layout(
        name=f"job-bank-{language}",
        part=language,
        sheet="",
        columns={
            "unit_group_id": "NOC_Code",
            "level_id": "Outlook",
            "trends": "Employment Trends",
            "released_on": "Release Date",
            "region_id": "Economic Region Code",
            "language": "LANG",
        },
        scope=("region_id", "24"),
        begins={"language": language},
        prepare=partial(official_outlook, language=language),
    )


registry.register(
    DatasetDefinition(
        slug="outlooks",
        title=_("Employment outlooks"),
        description=_(
            "The prospects of each occupation over three years in Québec and its regions, on a scale of five "
            "levels, from very good to very limited."
        ),
        publisher=_("Employment and Social Development Canada, Job Bank"),
        homepage="https://open.canada.ca/data/en/dataset/b0e112e9-cf53-4e79-8838-23cd98debe5b",
        **licences.CANADA,
        model=Outlook,
        contract=OutlookRow,
        key=("unit_group_id", "region_id"),
        parts_are_columns=True,
        depends_on=("noc", "regions", "outlook-scales"),
        edition=edition,
        mass_change=MassChange(code="unit_group_id"),
        layouts=(
            workbook("en"),
            workbook("fr"),
            Layout(
                name="portal",
                columns={"unit_group_id": "noc", "level_id": "level"},
                prepare=portal_outlook,
            ),
        ),
    )
)


# --- Demonstration ------------------------------------------------------------------------------------------

registry.register(
    DatasetDefinition(
        slug="outlooks-demonstration",
        title=_("Regional outlooks (demonstration)"),
        description=_(
            "Levels made by a rule from those of the whole of Québec, to show what the pages look like. They are not "
            "forecasts, and give way to the first real regional outlooks."
        ),
        model=Outlook,
        contract=OutlookRow,
        key=("unit_group_id", "region_id"),
        depends_on=("noc", "regions", "outlook-scales"),
        edition=Edition(kind=Kind.DEMONSTRATION),
        layouts=(
            Layout(
                name="portal",
                columns={"unit_group_id": "noc", "region_id": "region", "level_id": "level"},
                prepare=portal_outlook,
            ),
        ),
        **PORTAL,
    )
)
