from collections import defaultdict

import pytest
from django.utils import translation

from catalog.models import Dataset
from catalog.problems import BadFile
from regions.codes import MERGED_REGIONS, METROPOLITAN_AREAS
from sectors.demonstration import employment as jobs
from sectors.demonstration.prospects import LEVELS, SCALE, prospect
from sectors.models import RegionalEmployment, SectorProspect
from tests.files import load, load_embedded, read_embedded, write_csv

EMPLOYMENT = "grouping,region,year,employed,status"
PROSPECTS = "grouping,region,scale,level,period"


@pytest.fixture
def world(db):
    """The sectors, the regions and the scales."""
    translation.activate("en")
    for slug in ("regions", "naics", "sector-groupings", "sector-grouping-codes", "outlook-scales"):
        load_embedded(slug)


@pytest.mark.usefixtures("world")
class TestEmployment:
    def test_a_real_edition_replaces_the_demonstration(self, tmp_path):
        load_embedded("regional-employment-demonstration")
        assert RegionalEmployment.objects.live().count() == 4_674
        rows = [("05", "462", 2026, 61_200, ""), ("05", "09-10", 2026, "", "x"), ("03", "09-10", 2026, 9_800, "E")]
        release = load("regional-employment", write_csv(tmp_path / "jobs.csv", EMPLOYMENT, rows)).release
        assert (release.label, release.reference_period, release.kind) == ("2026", "2026", "third-party")
        found = (
            RegionalEmployment.objects.live().for_region("09-10").order_by("grouping").values_list("employed", "status")
        )
        assert list(found) == [(9_800, "E"), (None, "x")]

    @pytest.mark.parametrize(
        ("row", "message"),
        [
            (("05", "06", 2026, 100, "Q"), "column status, “Q”. The status flag is not known"),
            (("05", "06", 2026, "", ""), "column employed, “”. There is no figure"),
            (("42", "06", 2026, 100, ""), "column grouping, “42”. The code is not known"),
            (("05", "18", 2026, 100, ""), "column region, “18”. The code is not in the expected form"),
        ],
    )
    def test_a_bad_line_refuses_the_file(self, tmp_path, row, message):
        load_embedded("regional-employment-demonstration")
        with pytest.raises(BadFile) as error:
            load("regional-employment", write_csv(tmp_path / "jobs.csv", EMPLOYMENT, [row]))
        assert message in str(error.value)
        assert Dataset.objects.get(slug="regional-employment").live_release is None
        assert RegionalEmployment.objects.live().count() == 4_674


@pytest.mark.usefixtures("world")
class TestProspects:
    def test_a_real_edition_replaces_the_demonstration(self, tmp_path):
        load_embedded("sector-prospects-demonstration")
        assert SectorProspect.objects.live().count() == 41 * 18
        rows = [("05", "00", "imt-2022", "deficit", "2027-2029")]
        release = load("sector-prospects", write_csv(tmp_path / "p.csv", PROSPECTS, rows)).release
        assert (release.label, release.kind) == ("2027-2029", "third-party")
        assert SectorProspect.objects.live().get().level.label_en == "Deficit"

    def test_two_scales_are_refused(self, tmp_path):
        levels = (("imt-2022", "deficit"), (SCALE, "growth"))
        rows = [("05", region, *level, "2027-2029") for region, level in zip(("01", "02"), levels, strict=True)]
        with pytest.raises(BadFile, match=r"p\.csv: the levels are of several scales.*: imt-2022, sector-growth"):
            load("sector-prospects", write_csv(tmp_path / "p.csv", PROSPECTS, rows))

    def test_an_unknown_level_is_refused(self, tmp_path):
        with pytest.raises(BadFile, match="“sector-growth:boom”"):
            load(
                "sector-prospects", write_csv(tmp_path / "p.csv", PROSPECTS, [("05", "00", SCALE, "boom", "2027-2029")])
            )


class TestRules:
    """The embedded files are what the rules make, and nothing else."""

    def test_employment(self):
        published = {
            (line["industries"], int(line["year"])): int(line["full_time"] or 0) + int(line["part_time"] or 0)
            for line in read_embedded("statistics/employment.csv")
        }
        population = {line["code"]: int(line["population"] or 0) for line in read_embedded("geography/regions.csv")}
        for code in ("00", *MERGED_REGIONS, *METROPOLITAN_AREAS):
            del population[code]
        found = defaultdict(dict)
        for line in read_embedded("statistics/regional_demonstration.csv"):
            value = int(line["employed"]) if line["employed"] else None
            assert (line["status"] == "x") is (value is None)
            found[line["grouping"], int(line["year"])][line["region"]] = value
        assert len(found) == 41 * 6
        for (grouping, year), figures in found.items():
            persons = jobs.provincial(grouping, published, year)
            assert figures == {"00": persons} | jobs.regional(grouping, persons, population, year)
            regions = [figure for area, figure in figures.items() if area not in {"00", *METROPOLITAN_AREAS}]
            known, missing = sum(figure or 0 for figure in regions), regions.count(None)
            assert len(regions) == 16
            assert all((figures[area] or 0) <= persons for area in METROPOLITAN_AREAS)
            assert persons - missing * jobs.SUPPRESSED_BELOW <= known <= persons

    def test_the_parts_of_an_industry_add_up(self):
        whole = defaultdict(int)
        for industries, percentage in jobs.PART_OF.values():
            whole[industries] += percentage
        assert set(whole.values()) == {100}
        assert len(jobs.PART_OF | jobs.GUESSED) == 41

    def test_prospects(self):
        lines = read_embedded("outlooks/sectors_demonstration.csv")
        assert len(lines) == 41 * 18
        assert all(line["level"] == prospect(line["grouping"], line["region"]) for line in lines)
        assert {line["level"] for line in lines if line["region"] == "00"} == set(LEVELS)
        assert {line["scale"] for line in lines} == {SCALE}
