import pytest
from django.utils import translation

from catalog.models import Dataset
from catalog.problems import BadFile
from occupations.models import NocGroup
from tests.files import load, load_embedded, write_csv
from training.models import LEVELS, CipClass, Programme, ProgrammeOccupation, TrainingSector

HEADER = (
    "identifier,official_code,english_code,title_fr,title_en,credential,sector,sector_evidence,cip,prerequisites,"
    "evidence,status"
)
ROW = {
    "identifier": "5333",
    "official_code": "5333",
    "english_code": "5833",
    "title_fr": "Plomberie et chauffage",
    "title_en": "Plumbing and Heating",
    "credential": "dep",
    "sector": "07",
    "sector_evidence": "compiled",
    "cip": "46",
    "prerequisites": "language-4 mathematics-4",
    "evidence": "relayed",
    "status": "offered",
}
CIP = "Level,Hierarchical structure,Code,Parent,Class title,Superscript,Class definition"
LINKS = "programme,noc,kind,reviewed_on"


@pytest.fixture(autouse=True)
def _in_english():
    translation.activate("en")


def write_programmes(tmp_path, *changes: dict):
    return write_csv(tmp_path / "programmes.csv", HEADER, [(ROW | change).values() for change in changes])


def others(count: int) -> list[dict]:
    """Return lines of continuing education that have nothing special."""
    plain = {"official_code": "", "english_code": "", "credential": "continuing"}
    return [plain | {"identifier": f"cours-{number}"} for number in range(count)]


@pytest.mark.usefixtures("classes")
class TestProgrammes:
    def test_a_line_of_each_level(self, tmp_path):
        changes = (
            {},
            {"identifier": "221a0", "official_code": "221.A0", "english_code": "", "credential": "dec-technical"},
            {"identifier": "lea1v", "official_code": "LEA.1V", "english_code": "", "credential": "aec"},
            {"identifier": "bac-droit", "official_code": "", "english_code": "", "credential": "bachelor"},
            *others(1),
        )
        assert load("programmes", write_programmes(tmp_path, *changes)).counts.rejected == 0
        found = Programme.objects.order_by("pk").values_list("identifier", "level")
        assert dict(found) == {
            "221a0": "college",
            "5333": "secondary",
            "bac-droit": "university",
            "cours-0": "continuing",
            "lea1v": "college",
        }

    def test_a_missing_english_title_is_read_in_french(self, tmp_path):
        load("programmes", write_programmes(tmp_path, {"english_code": "", "title_en": ""}))
        programme = Programme.objects.get()
        assert (programme.title, programme.title_language) == ("Plomberie et chauffage", "fr")
        assert programme.code == "5333"

    @pytest.mark.parametrize(
        ("change", "column", "value", "code"),
        [
            ({"english_code": "5834"}, "english_code", "5834", "codes-disagree"),
            ({"credential": "dec-technical", "official_code": "533.A0", "identifier": "533a0"}, "english_code", "5833",
             "codes-disagree"),
            ({"identifier": "plomberie"}, "identifier", "plomberie", "codes-disagree"),
            ({"official_code": "533", "identifier": "533"}, "official_code", "533", "code-format"),
            ({"credential": "bachelor", "english_code": ""}, "official_code", "5333", "code-format"),
            ({"credential": "dvs", "english_code": ""}, "credential", "dvs", "unknown-label"),
            ({"prerequisites": "language-4 latin-5"}, "prerequisites", "latin-5", "unknown-label"),
            ({"sector_evidence": ""}, "sector_evidence", "", "missing"),
            ({"sector": "99"}, "sector", "99", "unknown-code"),
            ({"cip": "99.01"}, "cip", "99.01", "unknown-code"),
            ({"evidence": "sure"}, "evidence", "sure", "unknown-label"),
            ({"title_fr": ""}, "title_fr", "", "missing"),
        ],
    )  # fmt: skip
    def test_a_bad_line_is_rejected_with_its_reason(self, tmp_path, change, column, value, code):
        outcome = load("programmes", write_programmes(tmp_path, *others(120), change))
        (problem,) = outcome.rejections
        assert (problem.line, problem.column, problem.value, problem.code) == (122, column, value, code)
        assert (outcome.counts.loaded, Programme.objects.count()) == (120, 120)

    def test_a_programme_given_twice_refuses_the_file(self, tmp_path):
        with pytest.raises(BadFile, match=r"line 3, column identifier: 5333 was already given on line 2"):
            load("programmes", write_programmes(tmp_path, {}, {}))
        assert Dataset.objects.get(slug="programmes").live_release is None


@pytest.mark.django_db
class TestCip:
    ROWS = (
        ("1", "Series", "01.", "", "Agriculture", "", "About agriculture"),
        ("2", "Subseries", "01.00", "01.", "Agriculture, general", "", ""),
        ("3", "Class", "01.0000", "01.00", "Agriculture, general", "", ""),
    )

    def test_the_official_layout(self, tmp_path):
        assert load("cip", write_csv(tmp_path / "cip.csv", CIP, self.ROWS)).counts.rejected == 0
        found = CipClass.objects.values_list("code", "level", "parent", "definition_en")
        assert list(found) == [
            ("01", 1, None, "About agriculture"),
            ("01.00", 2, "01", None),
            ("01.0000", 3, "01.00", None),
        ]

    @pytest.mark.parametrize(
        ("row", "message"),
        [
            (("1", "Series", "1", "", "X", "", ""), "column Code, “1”. The code is not in the expected form"),
            (("3", "Class", "01.00", "01.", "X", "", ""), "column Code, “01.00”. The code is not in the expected form"),
            (("2", "Subseries", "01.01", "02.", "X", "", ""), "column Parent, “02”. The code is not known"),
        ],
    )
    def test_a_code_off_its_place(self, tmp_path, row, message):
        with pytest.raises(BadFile, match=message):
            load("cip", write_csv(tmp_path / "cip.csv", CIP, [*self.ROWS, row]))

    def test_the_official_file_keeps_the_french_that_is_known(self, tmp_path):
        load("cip", write_csv(tmp_path / "portal.csv", "code,name_fr,name_en", [("01", "Agriculture (fr)", "Old")]))
        load("cip", write_csv(tmp_path / "cip.csv", CIP, self.ROWS))
        assert CipClass.objects.values_list("name_fr", "name_en").get(code="01") == ("Agriculture (fr)", "Agriculture")


@pytest.mark.usefixtures("plumbing")
class TestLinks:
    def test_programmes_leading_to_an_occupation_come_before_those_that_may(self, tmp_path):
        Programme.objects.create(identifier="a", title_fr="A", credential="bachelor", evidence="compiled")
        rows = [("a", "72300", "may-lead-to", "2026-11-22"), ("5333", "72300", "leads-to", "2026-11-22")]
        load("programme-occupations", write_csv(tmp_path / "links.csv", LINKS, rows))
        found = NocGroup.objects.get(pk="72300").programmes.current().values_list("programme", "kind")
        assert list(found) == [("5333", "leads-to"), ("a", "may-lead-to")]

    @pytest.mark.parametrize(
        ("row", "message"),
        [
            (("5334", "72300", "leads-to", "2026-11-22"), "column programme, “5334”. The code is not known"),
            (("5333", "72301", "leads-to", "2026-11-22"), "column noc, “72301”. The code is not known"),
            (("5333", "7230", "leads-to", "2026-11-22"), "column noc, “7230”. The code is not in the expected form"),
            (("5333", "72300", "leads", "2026-11-22"), "column kind, “leads”"),
            (("5333", "72300", "leads-to", "yesterday"), "column reviewed_on, “yesterday”. A date was expected"),
        ],
    )
    def test_a_bad_line_refuses_the_table(self, tmp_path, row, message):
        with pytest.raises(BadFile, match=message):
            load("programme-occupations", write_csv(tmp_path / "links.csv", LINKS, [row]))
        assert not ProgrammeOccupation.objects.exists()


@pytest.mark.django_db
def test_embedded():
    for slug in ("training-sectors", "cip", "programmes"):
        assert load_embedded(slug).counts.rejected == 0
    assert TrainingSector.objects.count() == 21
    assert CipClass.objects.filter(level=CipClass.Level.CLASS).count() == 2_119
    for level, credentials in LEVELS.items():
        assert Programme.objects.filter(level=level, credential__in=credentials).exists()
    assert not Programme.objects.filter(evidence="official").exists()
    assert not Programme.objects.filter(sector_evidence="official").exists()
