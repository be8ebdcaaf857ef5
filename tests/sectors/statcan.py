"""Small files in the layout of Statistics Canada's full tables."""

import csv
import io
import zipfile
from pathlib import Path

NAICS = "North American Industry Classification System (NAICS)"
ENDS = ("UOM", "UOM_ID", "SCALAR_FACTOR", "SCALAR_ID", "VECTOR", "COORDINATE", "VALUE", "STATUS", "SYMBOL")
ENDS += ("TERMINATED", "DECIMALS")
EMPLOYMENT = ("REF_DATE", "GEO", "DGUID", "Labour force characteristics", NAICS, "Gender", "Age group", *ENDS)
EARNINGS = ("REF_DATE", "GEO", "DGUID", "Type of employees", "Overtime", NAICS, *ENDS)
YEARS = (2001, 2002, 2003)


def ends(value, status="", unit="Persons in thousands", scale="thousands", terminated="") -> list:
    return [unit, "428", scale, "3", "v1", "6.1.1", value, status, "", terminated, "1"]


def jobs(year, industry, value, status="", about="Full-time employment", geo="Quebec", **end) -> list:
    return [
        year,
        geo,
        "2021A000224",
        about,
        industry,
        "Total - Gender",
        "15 years and over",
        *ends(value, status, **end),
    ]


def earnings(year, industry, value, status="", geo="Quebec", overtime="Including overtime", **end) -> list:
    end = {"unit": "Current dollars", "scale": "units"} | end
    return [year, geo, "2021A000224", "All employees", overtime, industry, *ends(value, status, **end)]


def text_of(header, rows) -> str:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows([header, *rows])
    return text.getvalue()


def write(path: Path, header, rows) -> Path:
    path.write_text(text_of(header, rows), encoding="utf-8-sig", newline="")
    return path


def write_zip(path: Path, header, rows) -> Path:
    """Write the archive that the publisher gives: the data, and a file of metadata of another shape."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            f"{path.stem}_MetaData.csv", '"Cube Title","Product Id"\n"Employment by industry","14100023"\n'
        )
        archive.writestr(f"{path.stem}.csv", text_of(header, rows).encode("utf-8-sig"))
    return path
