"""The addresses that search engines are told."""

from xml.etree import ElementTree

import pytest

from occupations.models import NocGroup
from tests.occupations.detail.world import CLASSES, build

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
LINK = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture
def sitemap(client, db):
    build()

    def sitemap() -> dict[str, dict[str, str]]:
        """Return {address: {language: address}} as /sitemap.xml says it."""
        response = client.get("/sitemap.xml")
        assert response.headers["Content-Type"] == "application/xml"
        return {
            url.find(LOCATION).text: {link.get("hreflang"): link.get("href") for link in url.findall(LINK)}
            for url in ElementTree.fromstring(response.content)
        }

    return sitemap


def test_every_address_answers_and_names_both_languages_as_its_page_does(client, sitemap):
    listed = sitemap()
    for address, alternates in listed.items():
        page = client.get(address).page  # `page`: an answer in HTML, not a redirection
        named = {link["hreflang"]: link["href"] for link in page.find("link", rel="alternate")}
        assert [link["href"] for link in page.find("link", rel="canonical")] == [address]
        assert alternates == {language: named[language] for language in ("fr", "en")}
    assert "http://testserver/fr/metiers/31301-infirmiers-autorises-infirmieres-autorisees/" in listed
    assert "http://testserver/en/about/" in listed
    unit_groups = [code for code in CLASSES if len(code) == 5]
    assert sum("/metiers/" in address for address in listed) == 2 + len(CLASSES) + len(unit_groups)
    assert "http://testserver/fr/metiers/31110-dentistes/employeur/" in listed


def test_retired_classes_are_left_out_and_open_doors_are_not(sitemap):
    NocGroup.objects.filter(pk="31302").update(retired_on="2026-03-01")
    listed = sitemap()
    assert not any("31302" in address for address in listed)
    assert "http://testserver/fr/formations/" in listed


def test_it_is_made_once_and_robots_txt_names_it(client, sitemap, django_assert_max_num_queries):
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()
    with django_assert_max_num_queries(6):
        sitemap()
    with django_assert_max_num_queries(0):
        sitemap()


def test_it_is_under_the_portal_s_own_address(settings, sitemap, client):
    settings.SITE_URL = "https://imt.example.org"
    assert all(address.startswith("https://imt.example.org/") for address in sitemap())
    assert "Sitemap: https://imt.example.org/sitemap.xml" in client.get("/robots.txt").content.decode()
