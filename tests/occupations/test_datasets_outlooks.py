from collections import Counter

import pytest

from catalog.models import Dataset
from catalog.problems import BadFile
from occupations.datasets.outlooks import iso_date, plain_text
from occupations.demonstration.outlooks import LEVELS, regional_level
from occupations.models import Outlook
from tests.files import load, load_embedded, read_embedded, write_xlsx

HEADER = (
    "NOC_Code",
    "NOC Title",
    "Outlook",
    "Employment Trends",
    "Release Date",
    "Province",
    "Economic Region Code",
    "Economic Region Name",
    "LANG",
)
DECEMBER_8_2025 = 45_999  # as Excel counts days


def row(code="31301", outlook="Very good", trends="", released=DECEMBER_8_2025, area=2400, language="EN"):
    return [f"NOC_{code}", "a title", outlook, trends, released, "QC", area, "an area", language]


def french(**fields):
    return row(**{"outlook": "Très bonnes", "language": "FR"} | fields)


@pytest.fixture
def workbooks(tmp_path, classes, regions, scale):
    """Write the two workbooks, in the order in which nobody would give them."""

    def write(english_rows, french_rows):
        return (
            write_xlsx(tmp_path / "outlook_fr.xlsx", HEADER, french_rows),
            write_xlsx(tmp_path / "outlook_en.xlsx", HEADER, english_rows),
        )

    return write


@pytest.mark.django_db
class TestOfficialWorkbooks:
    def test_the_two_languages_make_one_row(self, workbooks):
        english = [
            row(trends="<p>Retirements are&nbsp;many.</p><p>Few leave.</p>"),
            row(outlook="limited", area=2440),
            row(area=3530),
        ]
        french_rows = [
            french(trends="<p>Les départs sont nombreux&nbsp;: bonne nouvelle.</p>"),
            french(outlook="limitées", area=2440),
            french(area=3530),
        ]
        outcome = load("outlooks", *workbooks(english, french_rows))

        counts = outcome.counts
        assert (counts.read, counts.out_of_scope, counts.rejected, counts.loaded) == (6, 2, 0, 2)
        quebec, montreal = Outlook.objects.order_by("region")
        assert (quebec.region_id, quebec.level_id) == ("00", "job-bank-2024:very-good")
        assert quebec.trends_en == "Retirements are\xa0many.\nFew leave."
        assert quebec.trends_fr == "Les départs sont nombreux\xa0: bonne nouvelle."
        assert (montreal.region_id, montreal.level_id, montreal.trends_fr) == ("06", "job-bank-2024:limited", "")

    @pytest.mark.parametrize(
        ("released", "period"), [(DECEMBER_8_2025, "2025-2027"), ("2025-01-17", "2024-2026"), ("soon", "")]
    )
    def test_the_period_follows_from_the_release_date(self, workbooks, released, period):
        release = load("outlooks", *workbooks([row(released=released)], [french(released=released)])).release
        assert (release.label, release.reference_period, release.kind) == (period, period, "official")

    @pytest.mark.parametrize(
        ("english", "french_row", "code", "column", "value"),
        [
            (row(outlook="Fair"), french(), "unknown-label", "Outlook", "Fair"),
            (row(area=2499), french(area=2499), "unknown-code", "Economic Region Code", "2499"),
            (row(code="99999"), french(code="99999"), "unknown-code", "NOC_Code", "99999"),
        ],
    )
    def test_what_is_not_known_is_rejected(self, workbooks, english, french_row, code, column, value):
        with pytest.raises(BadFile) as error:
            load("outlooks", *workbooks([english], [french_row]))
        problem = error.value.problem
        assert (problem.file, problem.line, problem.column, problem.value) == ("outlook_en.xlsx", 2, column, value)
        assert problem.details["reason"] == code

    def test_workbooks_that_disagree_are_refused(self, workbooks):
        with pytest.raises(BadFile) as error:
            load("outlooks", *workbooks([row()], [french(outlook="Bonnes")]))
        problem = error.value.problem
        assert (problem.code, problem.column, problem.value) == ("parts-disagree", "Outlook", "31301 00")

    @pytest.mark.parametrize(("language", "code"), [("EN", "parts"), ("ES", "part"), ("", "part")])
    def test_the_first_line_tells_the_language(self, workbooks, language, code):
        with pytest.raises(BadFile) as error:
            load("outlooks", *workbooks([row()], [french(language=language)]))
        assert error.value.problem.code == code
        str(error.value)


@pytest.mark.django_db
def test_the_embedded_outlooks_load_whole():
    for slug in ("regions", "noc", "outlook-scales"):
        load_embedded(slug)
    outlooks, demonstration = load_embedded("outlooks"), load_embedded("outlooks-demonstration")

    assert (outlooks.counts.loaded, outlooks.counts.rejected, outlooks.release.kind) == (370, 0, "third-party")
    levels = Counter(Outlook.objects.filter(release=outlooks.release).values_list("level_id", flat=True))
    assert levels["job-bank-2024:very-good"] == 10
    assert levels["job-bank-2024:undetermined"] == 28
    assert (demonstration.counts.loaded, demonstration.release.kind) == (6_290, "demonstration")
    assert Dataset.objects.get(slug="outlook-scales").live_release.loaded == 26


def test_the_demonstration_levels_follow_their_rule():
    provincial = {line["noc"]: line["level"] for line in read_embedded("outlooks/province_2025_2027.csv")}
    regional = read_embedded("outlooks/regions_demonstration.csv")
    assert [line["level"] for line in regional] == [
        regional_level(line["noc"], line["region"], provincial[line["noc"]]) for line in regional
    ]
    assert {(line["noc"], line["region"]) for line in regional} == {
        (code, f"{region:02d}") for code in provincial for region in range(1, 18)
    }


def test_the_rule_stays_on_the_scale():
    regions = [f"{region:02d}" for region in range(1, 18)]
    assert {regional_level("31301", region, "very-good") for region in regions} <= set(LEVELS[:2])
    assert {regional_level("31301", region, "very-limited") for region in regions} <= set(LEVELS[-2:])
    assert {regional_level("31301", region, "undetermined") for region in regions} == {"undetermined"}


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        ("Plain text.", "Plain text."),
        ("<p>One</p>\n<ul><li>two</li><li>three</li></ul>", "One\ntwo\nthree"),
        ("&lt;p&gt;Escaped&lt;/p&gt;", "Escaped"),
        ("A<br />B<br>C", "A\nB\nC"),
        ("Fewer than 5 < 6 jobs &amp; more", "Fewer than 5 < 6 jobs & more"),
        ("<script>alert(1)</script><b>Bold</b>", "alert(1)Bold"),
        ("Mais\xa0: oui   non", "Mais\xa0: oui non"),
    ],
)
def test_narratives_become_plain_text(markup, text):
    assert plain_text(markup) == text


@pytest.mark.parametrize(
    ("given", "date"),
    [("45999", "2025-12-08"), ("2025-12-08", "2025-12-08"), ("99999999999", ""), ("December", ""), ("", "")],
)
def test_release_dates(given, date):
    assert iso_date(given) == date
