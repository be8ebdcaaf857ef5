"""Lists of businesses as agencies, towns and chambers of commerce hold them: a CSV file in a layout of the portal's."""

import re

from django.utils.translation import gettext_lazy as _

from businesses.datasets.establishment import SHARED, obey_removals
from businesses.datasets.places import place
from businesses.listing import LISTS, settle
from businesses.models import Establishment
from catalog import licences
from catalog.models import Kind
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Edition, Layout, registry

POSTAL_CODE = re.compile(r"([A-Z]\d[A-Z])[\s-]*(\d[A-Z]\d)")
SIZE = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6})|\s*(\+))?")
IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

OPTIONAL = (
    "enterprise",
    "legal_name",
    "address",
    "postal_code",
    "telephone",
    "website",
    "industry_id",
    "activity",
    "size",
    "size_year",
    "latitude",
    "longitude",
)
HEADERS = {
    "identifier": "identifier",
    "trade_name": "name",
    "locality": "municipality",
    "enterprise": "neq",
    "industry_id": "naics",
}


def listed(source: str, prefix: str):
    """Return what prepares the lines of the lists of one dataset."""

    def prepare(raw: dict) -> dict:
        """Take a line's identifier, size and postal code apart."""
        raw = {name: text.strip() for name, text in raw.items()}
        name, legal_name = raw.pop("trade_name"), raw.pop("legal_name")
        postal_code = postal_code_of(raw["postal_code"])
        has_size = bool(raw["size"])
        return raw | {
            "key": f"{prefix}-{identifier_of(raw.pop('identifier'))}",
            "source_id": source,
            "legal_name": legal_name or name,
            "trade_name": name if legal_name and legal_name != name else "",
            "postal_code": postal_code,
            "fsa": postal_code[:3],
            "size_of": Establishment.SizeOf.ESTABLISHMENT if has_size else "",
            "industry_confidence": Establishment.Confidence.GIVEN if raw["industry_id"] else "",
            **sizes_of(raw.pop("size")),
        }

    return prepare


def identifier_of(text: str) -> str:
    if not IDENTIFIER.fullmatch(text.lower()):
        raise RejectedLine("code-format" if text else "missing", "identifier", text)
    return text.lower()


def postal_code_of(text: str) -> str:
    if not text:
        return ""
    if not (found := POSTAL_CODE.fullmatch(text.upper())):
        raise RejectedLine("code-format", "postal_code", text)
    return f"{found[1]} {found[2]}"


def sizes_of(text: str) -> dict[str, str | None]:
    """Return the bracket that "12", "10-19" or "500+" means, in persons, for the contract to read."""
    if not text:
        return {"size_min": None, "size_max": None}
    if not (found := SIZE.fullmatch(text)):
        raise RejectedLine("number", "size", text)
    low, high = found[1], None if found[3] else found[2] or found[1]
    if high and int(high) < int(low):
        raise RejectedLine("inverted", "size", text)
    return {"size_min": low, "size_max": high}


def layout(source: str, prefix: str) -> Layout:
    names = ("identifier", "trade_name", "locality", *OPTIONAL)
    return Layout(
        name="portal",
        columns={name: HEADERS.get(name, name) for name in names},
        optional=frozenset(OPTIONAL),
        encodings=("utf-8-sig", "cp1252"),
        prepare=listed(source, prefix),
    )


registry.register(
    DatasetDefinition(
        slug=LISTS,
        title=_("Lists of businesses"),
        description=_(
            "Businesses that agencies, municipalities and chambers of commerce list, with the telephone and the "
            "website that the enterprise register does not give."
        ),
        publisher=_("The organizations that keep them"),
        homepage="",
        **licences.CC_BY,
        layouts=(layout(LISTS, "list"),),
        edition=Edition(kind=Kind.THIRD_PARTY),
        checks=(place, obey_removals),
        when_live=settle,
        **SHARED,
    )
)
