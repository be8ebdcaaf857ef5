"""A business as schema.org says it: https://schema.org/LocalBusiness."""

from businesses.models import Establishment


def business(establishment: Establishment, address: str) -> dict:
    """Return the JSON-LD of a business, with what is known and nothing else; `address` is that of its page."""
    place = {
        "@type": "PostalAddress",
        "streetAddress": establishment.address,
        "addressLocality": establishment.locality,
        "postalCode": establishment.postal_code,
        "addressRegion": "QC",
        "addressCountry": "CA",
    }
    data = {
        "@context": "https://schema.org",
        # A place that one can go to, or the firm alone where its address is not shown.
        "@type": "LocalBusiness" if establishment.address else "Organization",
        "@id": address,
        "mainEntityOfPage": address,
        "name": establishment.name,
        "legalName": establishment.legal_name,
        "address": {name: value for name, value in place.items() if value},
        "telephone": establishment.telephone,
        "url": establishment.website,
        "naics": establishment.industry_id,
        "identifier": establishment.enterprise
        and {"@type": "PropertyValue", "propertyID": "NEQ", "value": establishment.enterprise},
    }
    if establishment.size_min is not None:
        size = {"@type": "QuantitativeValue", "minValue": establishment.size_min, "maxValue": establishment.size_max}
        data["numberOfEmployees"] = {name: value for name, value in size.items() if value is not None}
    if establishment.precision == Establishment.Precision.GIVEN and establishment.address:
        data["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": establishment.latitude,
            "longitude": establishment.longitude,
        }
    return {name: value for name, value in data.items() if value}
