"""A sector or a class of NAICS as schema.org describes one, for the programs that read pages."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from catalog.models import Kind
from occupations.linked_data import place
from regions.models import Region
from sectors.figures import Figures, Series
from sectors.models import Grouping, Industry, IndustryStatistic, SectorDescription

NAICS = {"@type": "DefinedTermSet", "name": "North American Industry Classification System (NAICS) Canada 2022"}
Measure = IndustryStatistic.Measure


def graph(*things: dict) -> dict:
    """Return what one page says, as one document (https://schema.org)."""
    return {"@context": "https://schema.org", "@graph": list(things)}


def breadcrumbs(steps: Sequence[tuple[str, str]]) -> dict:
    """Return the `BreadcrumbList` of (name, address) pairs, from the widest to the page itself."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def term(thing: Grouping | Industry, address: str, description: SectorDescription | None) -> dict:
    """Return the `DefinedTerm` of a class of NAICS, or of one of the portal's sectors, in the active language.

    Its description is the portal's own; without one there is none, because the official texts are not the portal's.
    """
    own = {"@type": "DefinedTermSet", "name": _("The 41 sectors of activity")}
    said = {
        "@type": "DefinedTerm",
        "name": thing.name,
        "termCode": thing.code,
        "url": address,
        "inDefinedTermSet": NAICS if isinstance(thing, Industry) else own,
    }
    return said | ({"description": description.text["summary"]} if description else {})


def datasets(name: str, figures: Figures, quebec: Region, download: str) -> list[dict]:
    """Return the `Dataset` of each series that the page shows; `download` is the address of its CSV file.

    A demonstration is left out: this vocabulary has no badge to put beside a figure.
    """
    series = [(measure, figures.series(measure)) for measure in (Measure.EMPLOYED, Measure.WEEKLY_EARNINGS)]
    return [
        dataset(name, measure, found, quebec, download)
        for measure, found in series
        if found and found.release.kind != Kind.DEMONSTRATION
    ]


def dataset(name: str, measure: Measure, series: Series, quebec: Region, download: str) -> dict:
    definition = series.release.definition
    of = " + ".join(series.names) or name  # the wider industry that the figures are of
    return {
        "@type": "Dataset",
        "name": f"{measure.label} – {of}",
        "description": f"{definition.title}. {definition.description}",
        "creator": {"@type": "Organization", "name": str(definition.publisher)},
        "license": definition.licence_url,
        "isBasedOn": definition.homepage,
        "temporalCoverage": f"{series.points[0].year}/{series.points[-1].year}",
        "spatialCoverage": place(quebec),
        "variableMeasured": str(measure.label),
        "distribution": {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": download},
    }
