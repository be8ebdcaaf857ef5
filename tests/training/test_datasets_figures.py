"""Who gives what, durations and outcomes: layouts of the portal's own, and the rules of their demonstration figures."""

from collections import Counter

import pytest
from django.utils import translation

from catalog.problems import BadFile
from catalog.publication import rollback
from tests.files import load, load_embedded, read_embedded, write_csv
from training.demonstration.durations import duration
from training.demonstration.offerings import EVERYWHERE, PERIOD, language_of, may_give, offerings
from training.demonstration.outcomes import YEAR, outcome
from training.models import Credential, GraduateOutcome, Institution, Offering, Programme, ProgrammeDuration

OFFERINGS = "programme,institution,language,period"
DURATIONS = "programme,hours,months,period"
OUTCOMES = "programme,year,placement_rate,related_rate,weekly_earnings,studying_rate,status"
OFFERED = ("5333", "752470", "fr", "2026-2027")
LASTS = ("5333", "1680", "14", "2026")
FIGURES = ("5333", "2024", "91.4", "88", "1105", "4.5", "")


@pytest.fixture(autouse=True)
def _in_english():
    translation.activate("en")


@pytest.mark.usefixtures("plumbing", "centre")
class TestLayouts:
    def test_who_gives_what(self, tmp_path):
        release = load("programme-offerings", write_csv(tmp_path / "o.csv", OFFERINGS, [OFFERED])).release
        assert (release.label, release.reference_period, release.kind) == ("2026-2027", "2026-2027", "third-party")
        assert Institution.objects.giving("5333").get().code == "752470"

    def test_duration(self, tmp_path):
        load("programme-durations", write_csv(tmp_path / "d.csv", DURATIONS, [LASTS]))
        assert ProgrammeDuration.objects.live().values_list("hours", "months").get() == (1680, 14)

    def test_outcome(self, tmp_path):
        release = load("graduate-outcomes", write_csv(tmp_path / "g.csv", OUTCOMES, [FIGURES])).release
        assert (release.label, release.reference_period) == ("2024", "2024")
        found = GraduateOutcome.objects.live().get()
        assert [float(found.placement_rate), float(found.related_rate), found.weekly_earnings] == [91.4, 88.0, 1105]

    def test_too_few_answers(self, tmp_path):
        row = ("5333", "2024", "", "", "", "4.5", "few-graduates")
        load("graduate-outcomes", write_csv(tmp_path / "g.csv", OUTCOMES, [row]))
        found = GraduateOutcome.objects.live().get()
        assert (found.placement_rate, found.get_status_display()) == (
            None,
            "Too few graduates answered for figures to be published",
        )

    @pytest.mark.parametrize(
        ("slug", "header", "row", "place", "value", "message"),
        [
            ("programme-offerings", OFFERINGS, OFFERED, 0, "5334", "column programme, “5334”. The code is not known"),
            ("programme-offerings", OFFERINGS, OFFERED, 1, "752471", "column institution, “752471”. The code is not k"),
            ("programme-offerings", OFFERINGS, OFFERED, 1, "75247", "column institution, “75247”. The code is not in"),
            ("programme-offerings", OFFERINGS, OFFERED, 2, "es", "column language, “es”"),
            ("programme-durations", DURATIONS, LASTS, 1, "1680 h", "column hours, “1680 h”. A number was expected"),
            ("programme-durations", DURATIONS, LASTS, 2, "0", "column months, “0”"),
            ("graduate-outcomes", OUTCOMES, FIGURES, 2, "101", "column placement_rate, “101”"),
            ("graduate-outcomes", OUTCOMES, FIGURES, 4, "", "column weekly_earnings, “”. There is no figure, and"),
            (
                "graduate-outcomes",
                OUTCOMES,
                FIGURES,
                6,
                "few-graduates",
                "column status, “few-graduates”. The status f",
            ),
            ("graduate-outcomes", OUTCOMES, FIGURES, 6, "lost", "column status, “lost”"),
        ],
    )
    def test_a_bad_line_refuses_a_file_of_nothing_else(self, tmp_path, slug, header, row, place, value, message):
        line = [*row[:place], value, *row[place + 1 :]]
        with pytest.raises(BadFile, match=message):
            load(slug, write_csv(tmp_path / "f.csv", header, [line]))

    def test_a_duration_says_something(self, tmp_path):
        with pytest.raises(BadFile, match=r"column hours, “”\. A value is required"):
            load("programme-durations", write_csv(tmp_path / "d.csv", DURATIONS, [("5333", "", "", "2026")]))

    def test_a_real_edition_replaces_the_demonstration_until_it_is_rolled_back(self, tmp_path):
        english = (*OFFERED[:2], "en", OFFERED[3])
        load("programme-offerings-demonstration", write_csv(tmp_path / "d.csv", OFFERINGS, [OFFERED]))
        assert Offering.objects.live().get().language == "fr"
        load("programme-offerings", write_csv(tmp_path / "first.csv", OFFERINGS, [english]))
        assert Offering.objects.live().get().language == "en"
        load("programme-offerings", write_csv(tmp_path / "next.csv", OFFERINGS, [OFFERED, english]))
        assert Offering.objects.live().count() == 2
        rollback("programme-offerings")
        assert Offering.objects.live().get().language == "en"


@pytest.fixture(scope="module")
def programmes() -> list[dict]:
    return read_embedded("training/programmes.csv")


@pytest.fixture(scope="module")
def institutions() -> list[dict]:
    return read_embedded("training/institutions.csv")


@pytest.fixture(scope="module")
def regions(institutions) -> dict[str, str]:
    municipalities = {row["code"]: row["region"] for row in read_embedded("geography/municipalities.csv")}
    areas = {row["fsa"]: row["region"] for row in read_embedded("geography/postal_areas.csv")}
    return {
        row["code"]: municipalities.get(row["municipality"]) or areas[row["postal_code"][:3]] for row in institutions
    }


class TestRules:
    """The embedded files are what the rules make."""

    def test_who_gives_what(self, programmes, institutions, regions):
        embedded = [tuple(row.values()) for row in read_embedded("training/offerings_demonstration.csv")]
        made = sorted((*offering, PERIOD) for offering in offerings(programmes, institutions, regions))
        assert embedded == made

    def test_durations(self, programmes):
        embedded = {
            row["programme"]: (row["hours"], row["months"])
            for row in read_embedded("training/durations_demonstration.csv")
        }
        made = (duration(row["identifier"], row["credential"], row["cip"]) for row in programmes)
        texts = [tuple("" if value is None else str(value) for value in values) for values in made]
        assert embedded == dict(zip((row["identifier"] for row in programmes), texts, strict=True))

    def test_outcomes(self, programmes):
        embedded = {row["programme"]: row for row in read_embedded("training/outcomes_demonstration.csv")}
        assert embedded.keys() == {row["identifier"] for row in programmes}
        for row in programmes:
            made = vars(outcome(row["identifier"], row["credential"]))
            given = embedded[row["identifier"]]
            assert given["year"] == str(YEAR)
            assert {name: given[name] for name in made} == {
                name: "" if value is None else str(value) for name, value in made.items()
            }


class TestPlausible:
    def test_an_institution_gives_what_fits_it(self, programmes, institutions):
        by_code = {row["code"]: row for row in institutions}
        by_identifier = {row["identifier"]: row for row in programmes}
        for row in read_embedded("training/offerings_demonstration.csv"):
            institution, programme = by_code[row["institution"]], by_identifier[row["programme"]]
            assert may_give(institution, programme)
            assert language_of(institution) == row["language"]
            assert programme["title_en"] or row["language"] == "fr"

    def test_medicine_and_law_are_given_where_there_is_a_faculty_of_them(self):
        where: dict[str, set[str]] = {}
        for row in read_embedded("training/offerings_demonstration.csv"):
            where.setdefault(row["programme"], set()).add(row["institution"])
        four = {"975000", "976000", "977000", "979000"}
        assert where["doctorat-medecine"] <= four
        assert where["doctorat-medecine-veterinaire"] <= four
        assert where["maitrise-physiotherapie"] <= four
        assert where["baccalaureat-droit"] <= {*four, "978001"}

    def test_every_programme_of_today_is_given_somewhere(self, programmes):
        given = {row["programme"] for row in read_embedded("training/offerings_demonstration.csv")}
        today = [row for row in programmes if row["status"] != "ending"]
        assert {row["identifier"] for row in today if row["credential"] != Credential.CONTINUING} == given

    def test_a_common_trade_is_given_in_every_region(self, regions):
        rows = read_embedded("training/offerings_demonstration.csv")
        assert len({regions[row["institution"]] for row in rows if row["programme"] == "5333"}) >= 16

    def test_what_is_common_exists(self, programmes):
        assert {row["identifier"] for row in programmes} >= EVERYWHERE

    def test_hours_are_those_of_a_timetable(self, programmes):
        credentials = {row["identifier"]: row["credential"] for row in programmes}
        for row in read_embedded("training/durations_demonstration.csv"):
            counted = credentials[row["programme"]] in {"aep", "dep", "asp", "aec"}
            assert bool(row["hours"]) == counted
            assert not counted or (int(row["hours"]) % 15 == 0 and 240 <= int(row["hours"]) <= 1_800)

    def test_longer_studies_pay_more(self, programmes):
        credentials = {row["identifier"]: row["credential"] for row in programmes}
        earned, surveyed = Counter(), Counter()
        for row in read_embedded("training/outcomes_demonstration.csv"):
            if row["weekly_earnings"]:
                earned[credentials[row["programme"]]] += int(row["weekly_earnings"])
                surveyed[credentials[row["programme"]]] += 1
        means = {credential: earned[credential] / surveyed[credential] for credential in earned}
        assert means[Credential.DEP] < means[Credential.DEC_TECHNICAL] < means[Credential.BACHELOR]


@pytest.mark.django_db
def test_embedded():
    needed = ("regions", "rcms", "municipalities", "postal-areas", "training-sectors", "cip", "programmes")
    for slug in (*needed, "institutions", "noc", "programme-occupations"):
        load_embedded(slug)
    for slug in ("programme-offerings", "programme-durations", "graduate-outcomes"):
        release = load_embedded(f"{slug}-demonstration").release
        assert (release.kind, release.rejected) == ("demonstration", 0)
    plumbing = Programme.objects.get(occupations__unit_group="72300", occupations__kind="leads-to", credential="dep")
    near_sherbrooke = Institution.objects.giving(plumbing.pk).filter(region="05")
    assert near_sherbrooke.exists()
