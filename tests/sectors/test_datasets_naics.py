import pytest
from django.utils import translation

from catalog.problems import BadFile
from sectors.models import FormerIndustry, IndustryText, OccupationShare
from tests.files import load, load_embedded, write_csv

ENGLISH = "Level,Code,Class title,Element Type,Element Description"
FRENCH = "Niveau,Code,Titre de la classe,Type d'élément,Description de l'élément"
FORMER = (
    "NAICS 2017 V3.0 Code,NAICS 2017 V3.0 Title,GSIM Type of Change,NAICS 2022 V1.0 Code,NAICS 2022 V1.0 Title,Notes"
)
SHARES = "noc,naics,share,period"


@pytest.fixture
def naics(db):
    translation.activate("en")
    load_embedded("naics")


def texts(language):
    rows = IndustryText.objects.current().filter(language=language).order_by("industry", "element", "position")
    return [(row.industry_id, row.element, row.position, row.text) for row in rows]


class TestElements:
    def test_each_language_stays_when_the_other_comes(self, naics, tmp_path):
        english = [
            (3, "7225", "Eating places", "Inclusion(s)", "cafés  with service "),
            (3, "7225", "Eating places", "Exclusion(s)", "bars (See 7224)"),
            (3, "7225", "Eating places", "Exclusion(s)", "hotels (See 7211)"),
            (3, "7225", "Eating places", "All examples", "pizzerias"),
        ]
        load("naics-texts", write_csv(tmp_path / "en.csv", ENGLISH, english))
        load("naics-texts", write_csv(tmp_path / "fr.csv", FRENCH, [(3, "7225", "x", "Inclusion(s)", "cafés")]))
        assert texts("fr") == [("7225", "inclusion", 1, "cafés")]
        assert texts("en") == [
            ("7225", "exclusion", 1, "bars (See 7224)"),
            ("7225", "exclusion", 2, "hotels (See 7211)"),
            ("7225", "inclusion", 1, "cafés with service"),
        ]
        load("naics-texts", write_csv(tmp_path / "en2.csv", ENGLISH, english[:2]))
        assert (len(texts("en")), len(texts("fr"))) == (2, 1)

    @pytest.mark.parametrize(
        ("code", "label", "message"),
        [
            ("7225", "Remark", "column Element Type, “Remark”. The label is not one of those published"),
            ("9999", "Inclusion(s)", "column Code, “9999”. The code is not known"),
        ],
    )
    def test_what_is_not_known_is_refused(self, naics, tmp_path, code, label, message):
        with pytest.raises(BadFile, match=message):
            load("naics-texts", write_csv(tmp_path / "en.csv", ENGLISH, [(3, code, "x", label, "y")]))
        assert not IndustryText.objects.exists()


class TestConcordance:
    def test_an_old_code_leads_to_each_class_that_it_became(self, naics, tmp_path):
        rows = [
            ("4481", "Clothing stores", "RC5 - Transfer, VC1 - Code change", "4581", "Clothing retailers", ""),
            ("4529", "Other general stores", "RC4.1 - Breakdown", "4552", "Warehouse clubs", ""),
            ("4529", "Other general stores", "RC4.1 - Breakdown", "4551", "Department stores", ""),
        ]
        load("naics-2017", write_csv(tmp_path / "c.csv", FORMER, rows))
        found = FormerIndustry.objects.current().filter(former_code="4529")
        assert [former.industry_id for former in found] == ["4551", "4552"]
        assert FormerIndustry.objects.get(former_code="4481").change == "RC5 VC1"

    def test_french_names_stay(self, naics, tmp_path):
        own = [("4481", "Magasins de vêtements", "Clothing stores", "", "4581")]
        load("naics-2017", write_csv(tmp_path / "o.csv", "naics_2017,name_2017_fr,name_2017_en,change,naics_2022", own))
        rows = [("4481", "Clothing stores", "VC1 - Code change", "4581", "x", "")]
        load("naics-2017", write_csv(tmp_path / "c.csv", FORMER, rows))
        former = FormerIndustry.objects.get()
        assert (former.former_name_fr, former.change) == ("Magasins de vêtements", "VC1")


@pytest.fixture
def noc(naics):
    load_embedded("noc")


class TestShares:
    def test_the_matrix(self, noc, tmp_path):
        rows = [("31301", "622", 62.5, 2021), ("31301", "62", 91.25, 2021), ("31301", "31-33", 0, 2021)]
        release = load("occupation-shares", write_csv(tmp_path / "m.csv", SHARES, rows)).release
        assert (release.label, release.kind) == ("2021", "third-party")
        shares = OccupationShare.objects.live().order_by("-share")
        assert [(row.industry_id, float(row.share)) for row in shares] == [("62", 91.25), ("622", 62.5), ("31-33", 0)]

    def test_more_than_the_whole_is_refused(self, noc, tmp_path):
        rows = [("31301", "62", 91, 2021), ("31301", "61", 9.4, 2021), ("31301", "31-33", 0.2, 2021)]
        with pytest.raises(BadFile) as error:
            load("occupation-shares", write_csv(tmp_path / "m.csv", SHARES, rows))
        assert str(error.value) == "m.csv: the shares of 31301 add up to 100.60%."
        assert not OccupationShare.objects.exists()
