import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from catalog.problems import BadFile
from occupations.models import RegulatoryBody
from sectors.models import Grouping, Organization
from tests.files import load, load_embedded, write_csv

HEADER = "code,kind,short_name,name_fr,name_en,field_fr,field_en,website,evidence,groupings"
ROW = ("x", "association", "", "Nom", "", "Domaine", "Field", "https://x.example", "compiled", "01")


@pytest.fixture
def groupings(db):
    translation.activate("en")
    for slug in ("naics", "sector-groupings", "sector-grouping-codes"):
        load_embedded(slug)


class TestEmbedded:
    @pytest.fixture(autouse=True)
    def _loaded(self, groupings):
        for slug in ("sector-organizations", "organization-groupings"):
            assert load_embedded(slug).counts.rejected == 0

    def test_every_committee_has_a_sector(self):
        committees = Organization.objects.filter(kind=Organization.Kind.COMMITTEE)
        assert committees.count() == 28
        assert not Organization.objects.filter(groupings=None).exists()

    def test_nearly_every_sector_has_an_association(self):
        associations = Organization.objects.filter(kind=Organization.Kind.ASSOCIATION)
        without = Grouping.objects.exclude(organizations__organization__in=associations)
        assert list(without.values_list("code", flat=True)) == ["34"]  # hospitals: none is known

    def test_nothing_passes_for_verified(self):
        assert not Organization.objects.filter(evidence=Organization.Evidence.OFFICIAL).exists()


@pytest.mark.usefixtures("groupings")
class TestRefused:
    @pytest.mark.parametrize(
        ("place", "value", "message"),
        [
            (1, "club", "column kind, “club”"),
            (7, "http://x.example", "column website, “http://x.example”"),
            (8, "sure", "column evidence, “sure”"),
            (3, "", "column name_fr"),
        ],
    )
    def test_organization(self, tmp_path, place, value, message):
        row = [*ROW[:place], value, *ROW[place + 1 :]]
        with pytest.raises(BadFile, match=message):
            load("sector-organizations", write_csv(tmp_path / "o.csv", HEADER, [row]))
        assert not Organization.objects.exists()

    @pytest.mark.parametrize(("codes", "message"), [("", "A value is required"), ("99", "The code is not known")])
    def test_sectors(self, tmp_path, codes, message):
        load("sector-organizations", write_csv(tmp_path / "o.csv", HEADER, [ROW]))
        with pytest.raises(BadFile, match=message):
            load("organization-groupings", write_csv(tmp_path / "g.csv", HEADER, [(*ROW[:-1], codes)]))


@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.django_db
class TestCheckLinks:
    @pytest.fixture
    def site(self, sites):
        def make(code, path, **fields):
            url = f"{sites}/{path}"
            Organization.objects.create(
                code=code, kind="association", name_fr=code, field_fr="x", website=url, evidence="compiled", **fields
            )
            return url

        return make

    def test_lists_those_that_do_not_answer(self, site, capsys):
        site("here", "200")
        site("refuses-robots", "403")
        gone = site("gone", "404")
        broken = site("broken", "500")
        site("retired", "404?retired", retired_on="2026-01-01")
        RegulatoryBody.objects.create(code="body", name_fr="Ordre", is_order=True, website="https://127.0.0.1:1/")
        with pytest.raises(CommandError, match="Sites that do not answer: 3 of 5"):
            call_command("check_links")
        assert capsys.readouterr().out.splitlines() == [
            "https://127.0.0.1:1/  ConnectionError  Ordre",
            f"{broken}  500  broken",
            f"{gone}  404  gone",
        ]

    def test_says_when_all_answer_and_visits_each_once(self, site, capsys):
        site("here", "200")
        site("same", "200")
        call_command("check_links")
        assert capsys.readouterr().out == "Sites that answer: all 1.\n"
