"""Whether the websites that the portal sends people to still answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import requests
from django.conf import settings

from catalog.fetch import HEADERS
from occupations.models import RegulatoryBody
from sectors.models import Organization

USER_AGENT = {"User-Agent": HEADERS["User-Agent"].replace("refreshes daily or less", "checks links now and then")}


@dataclass(frozen=True)
class Link:
    name: str
    url: str


def links() -> list[Link]:
    """Return the sites of regulatory bodies, committees and associations: each address once, in order of names."""
    bodies = RegulatoryBody.objects.current().exclude(website="").values_list("name_fr", "website")
    organizations = Organization.objects.current().exclude(website="").values_list("name_fr", "website")
    by_url = {url: name for name, url in [*bodies, *organizations]}
    return sorted((Link(name, url) for url, name in by_url.items()), key=lambda link: (link.name, link.url))


def problems(links: Iterable[Link]) -> Iterator[tuple[Link, str]]:
    """Visit each site once, one after the other, and yield those that do not answer, with what happened.

    A page is asked for and not read. Servers that refuse robots (403, 429) do answer, and are left in peace.
    """
    with requests.Session() as session:
        session.headers.update(USER_AGENT)
        for link in links:
            try:
                with session.get(link.url, timeout=settings.FETCH_TIMEOUT, stream=True) as response:
                    if response.status_code >= 400 and response.status_code not in {403, 429}:
                        yield link, str(response.status_code)
            except requests.RequestException as error:
                yield link, type(error).__name__
