from decimal import Decimal

import pytest
from django.utils import translation

from catalog.models import Dataset
from catalog.problems import BadFile, RejectedLine
from sectors.datasets.published import industries
from sectors.models import IndustryStatistic, LabourForceMonth
from tests.files import load, load_embedded, write_csv
from tests.sectors.statcan import EARNINGS, EMPLOYMENT, YEARS, earnings, jobs, write, write_zip

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
Measure = IndustryStatistic.Measure


@pytest.fixture
def in_english():
    translation.activate("en")


def figures(measure, codes):
    rows = IndustryStatistic.objects.live().of(measure).filter(industries=codes)
    return [(row.year, row.value, row.status) for row in rows]


def series(industry, values=(10, 11, 12.5), years=YEARS, **about):
    return [jobs(year, industry, value, **about) for year, value in zip(years, values, strict=True)]


def parts(directory, full_time, part_time):
    """Write the two extracts: each begins with its own characteristic."""
    return write(directory / "full.csv", EMPLOYMENT, full_time), write(directory / "part.csv", EMPLOYMENT, part_time)


class TestCodesInBrackets:
    @pytest.mark.parametrize(
        ("label", "codes"),
        [
            ("Manufacturing [31-33]", "31-33"),
            ("Utilities [22,221]", "22"),
            ("Mining, quarrying, and oil and gas extraction [21, 2100]", "21"),
            ("Trade [41-45N]", "41 44-45"),
            ("Trade [41, 44-45]", "41 44-45"),
            ("Forestry, logging and support [11N]", "113 1153"),
            ("Forestry [113, 1153]", "113 1153"),
            ("Agriculture [111-112, 1100, 1151-1152]", "111 112 1151 1152"),
            ("Finance, insurance, real estate, rental and leasing [52-53]", "52 53"),
            ("Durables [321, 327, 331-333]", "321 327 331 332 333"),
            ("Total, all industries", "all"),
            ("Industrial aggregate excluding unclassified businesses [11-91N]", "all"),
            ("Industrial aggregate including unclassified businesses [00-91N]", None),  # the same, a little more
            ("Goods producing industries [11-33N]", None),
            ("Company management [55,551,5511]", "55"),
            ("Wholesale [41]", "41"),
            ("Unclassified industries", None),
        ],
    )
    def test_become_codes(self, label, codes):
        assert industries(label) == codes

    def test_in_another_form_are_refused(self):
        with pytest.raises(RejectedLine):
            industries("Trade [41 and 44]")


class TestEmployment:
    def test_two_extracts_are_added_up(self, tmp_path):
        part = [
            jobs(2001, "Built [23]", 1.5, about="Part-time employment"),
            jobs(2002, "Built [23]", "", "x", about="Part-time employment"),
            jobs(2003, "Built [23]", 2, "E", about="Part-time employment"),
        ]
        load("industry-employment", *parts(tmp_path, series("Construction [23]"), part))
        assert figures(Measure.PART_TIME, "23") == [(2001, 1500, ""), (2002, None, "x"), (2003, 2000, "E")]
        assert figures(Measure.EMPLOYED, "23") == [(2001, 11_500, ""), (2002, None, "x"), (2003, 14_500, "")]
        release = Dataset.objects.get(slug="industry-employment").live_release
        assert (release.kind, release.label, release.reference_period) == ("official", "2003", "2001-2003")

    def test_the_full_table_in_its_archive(self, tmp_path):
        rows = [
            *series("Total, all industries", about="Labour force", geo="Canada"),
            *series("Total, all industries", (100, 101, 102), about="Employment", unit="Persons"),
            *series(
                "Total, all industries", (5, 5.1, 5.2), about="Unemployment rate", unit="Percentage", scale="units"
            ),
            *series("Manufacturing [31-33]", (40, 41, 42), about="Employment"),
            *series("Manufacturing [31-33]", (30, 31, 32)),
            *series("Manufacturing [31-33]", (10, 10, 10), about="Part-time employment"),
            *series("Goods-producing sector", about="Employment"),
            *series("Manufacturing [31-33]", about="Employment", geo="Québec, Quebec"),
            jobs(2000, "Manufacturing [31-33]", 39, about="Employment"),
            [*jobs(2001, "Manufacturing [31-33]", 1)[:5], "Men+", "15 years and over", *jobs(2001, "", 1)[7:]],
            *series("Old trade [41]", (1, 2), (2001, 2002), terminated="t"),
        ]
        outcome = load("industry-employment", write_zip(tmp_path / "14100023.zip", EMPLOYMENT, rows))
        assert (outcome.counts.loaded, outcome.counts.rejected) == (12, 0)
        assert figures(Measure.EMPLOYED, "all")[0] == (2001, 100_000, "")
        assert figures(Measure.EMPLOYED, "31-33") == [(2001, 40_000, ""), (2002, 41_000, ""), (2003, 42_000, "")]
        assert not list(tmp_path.rglob("*.unpacked"))

    def test_the_embedded_edition(self):
        assert load_embedded("industry-employment").counts.loaded == 3 * 360
        live = IndustryStatistic.objects.live()
        assert live.of(Measure.EMPLOYED).filter(year=2024).count() == 15
        assert live.of(Measure.PART_TIME).filter(status="x", value=None).count() == 67
        assert live.get(measure=Measure.FULL_TIME, industries="113 1153", year=2001).value == 20_400


class TestEarnings:
    def test_flags_stay_with_the_figures(self, tmp_path):
        rows = [
            earnings(2001, "Utilities [22,221]", 1130.8),
            earnings(2002, "Utilities [22,221]", "", "F"),
            earnings(2003, "Utilities [22,221]", 1170.25, "A"),
            earnings(2003, "Utilities [22,221]", 1100, overtime="Excluding overtime"),
        ]
        load("industry-earnings", write(tmp_path / "earnings.csv", EARNINGS, rows))
        assert figures(Measure.WEEKLY_EARNINGS, "22") == [
            (2001, Decimal("1130.80"), ""),
            (2002, None, "F"),
            (2003, Decimal("1170.25"), "A"),
        ]

    def test_the_embedded_edition(self):
        assert load_embedded("industry-earnings").counts.loaded == 360
        assert IndustryStatistic.objects.live().filter(value=None).count() == 7


class TestRefused:
    """Nothing is lost: the release that was live stays so."""

    @pytest.fixture(autouse=True)
    def _live(self, tmp_path):
        (tmp_path / "first").mkdir()
        rows = [earnings(year, f"{name} [{name}]", 900 + year) for name in ("22", "23") for year in YEARS]
        self.rows, self.folder = rows, tmp_path
        self.release = load("industry-earnings", write(tmp_path / "first" / "e.csv", EARNINGS, rows)).release

    def refused(self, header=EARNINGS) -> str:
        with pytest.raises(BadFile) as error:
            load("industry-earnings", write(self.folder / "e.csv", header, self.rows))
        assert Dataset.objects.get(slug="industry-earnings").live_release == self.release
        assert IndustryStatistic.objects.live().count() == 6
        return str(error.value)

    def test_unknown_flag(self):
        self.rows[1] = earnings(2002, "22 [22]", 1000, "Z")
        message = self.refused()
        assert "line 3, column STATUS, “Z”. The status flag is not known" in message

    def test_figure_without_value_nor_flag(self):
        self.rows[1] = earnings(2002, "22 [22]", "")
        assert "column VALUE, “”. There is no figure, and no status flag" in self.refused()

    def test_suppressed_figure_that_is_there(self):
        self.rows[1] = earnings(2002, "22 [22]", 1000, "x")
        assert "The status flag says that there is no figure" in self.refused()

    def test_unknown_unit(self):
        self.rows[1] = earnings(2002, "22 [22]", 1000, scale="millions")
        assert "column UOM, “Current dollars, millions”" in self.refused()

    def test_missing_year(self):
        del self.rows[1]
        assert self.refused() == (
            "e.csv: the series “22, weekly-earnings” stops at 2001 and goes on at 2003; years are missing."
        )

    def test_missing_year_in_french(self):
        translation.activate("fr")
        del self.rows[1]
        assert self.refused().replace("\u00a0", " ") == (
            "e.csv : la série « 22, weekly-earnings » s’arrête en 2001 et reprend en 2003 ; il manque des années."
        )

    def test_missing_last_year(self):
        del self.rows[2]
        assert self.refused() == (
            "e.csv: the series “22, weekly-earnings” has no line for 2003, which other series of the file have."
        )

    def test_missing_first_year(self):
        self.rows = [row for row in self.rows if row[0] != 2001]
        assert self.refused() == "e.csv: the series begin in 2002 where 2001 was expected."

    def test_the_same_figure_twice(self):
        self.rows.append(earnings(2002, "The same [22, 221]", 1000))
        assert "was already given on line 3" in self.refused()

    def test_renamed_column(self):
        header = [name.replace("STATUS", "STATUT") for name in EARNINGS]
        assert self.refused(header) == "e.csv, line 1: column “STATUS” not found; was it renamed to “STATUT”?"


class TestEmploymentRefused:
    """The two extracts are one edition: what is wrong in one of them leaves the live one as it was."""

    @pytest.fixture(autouse=True)
    def _live(self, tmp_path):
        self.folder = tmp_path
        self.part = series("Construction [23]", about="Part-time employment")
        files = parts(tmp_path, series("Construction [23]"), self.part)
        self.release = load("industry-employment", *files).release

    def refused(self, header=EMPLOYMENT) -> str:
        extract = write(self.folder / "part.csv", header, self.part)
        with pytest.raises(BadFile) as error:
            load("industry-employment", self.folder / "full.csv", extract)
        assert Dataset.objects.get(slug="industry-employment").live_release == self.release
        assert len(figures(Measure.EMPLOYED, "23")) == 3
        return str(error.value)

    def test_unknown_flag(self):
        self.part[1] = jobs(2002, "Construction [23]", 11, "Q", about="Part-time employment")
        assert "part.csv" in self.refused()
        assert "line 3, column STATUS, “Q”. The status flag is not known" in self.refused()

    def test_missing_year(self):
        del self.part[1]
        assert "the series “23, part-time” stops at 2001 and goes on at 2003; years are missing." in self.refused()

    def test_renamed_column(self):
        header = [name.replace("VALUE", "VALEUR") for name in EMPLOYMENT]
        assert self.refused(header) == "part.csv, line 1: column “VALUE” not found; was it renamed to “VALEUR”?"


class TestLabourForce:
    HEADER = "month,employed,full_time,part_time,unemployment_rate,participation_rate,employment_rate"

    def test_the_embedded_edition(self):
        assert load_embedded("labour-force").counts.loaded == 88
        last = LabourForceMonth.objects.live().latest("month")
        assert (str(last), last.employed, last.unemployment_rate) == ("2026-04", 4_579_000, Decimal("6.2"))

    def test_a_missing_month_is_refused(self, tmp_path):
        rows = [(month, 4000, 3000, 1000, 5.1, 65, 61) for month in ("2026-01", "2026-03")]
        with pytest.raises(BadFile, match="stops at 2026-01 and goes on at 2026-03"):
            load("labour-force", write_csv(tmp_path / "months.csv", self.HEADER, rows))

    def test_a_rate_above_100_is_refused(self, tmp_path):
        with pytest.raises(BadFile, match="column unemployment_rate, “510”"):
            load("labour-force", write_csv(tmp_path / "m.csv", self.HEADER, [("2026-01", 4, 3, 1, 510, 65, 61)]))
