from collections import Counter

import pytest

from catalog.problems import BadFile
from occupations.models import FormerCode, JobTitle, NocGroup, OfficialText
from tests.files import load, load_embedded, write_csv

pytestmark = pytest.mark.django_db

STRUCTURE_EN = "Level,Hierarchical structure,Code - NOC 2021 V1.0,Class title,Class definition"
STRUCTURE_FR = "Niveau,Structure hiérarchique,Code dela CNP 2021 v1.0,Titres de classes,Définitions de la classe"
ELEMENTS_EN = "Level,Code - NOC 2021 V1.0,Class title,Element Type Label English,Element Description English"
ELEMENTS_FR = (
    "Niveau,Code de la CNP v1.0,Titres de classes,Nom du type d’élément Français,Description d’élément Français"
)
CONCORDANCE = (
    "NOC 2016 V1.3 Code,NOC 2016 V1.3 Title, GSIM Type of Change,NOC 2021 V1.0 Code,NOC 2021 V1.0 Title,Notes,"
)

# --- Structure ----------------------------------------------------------------------------------------------

EN = [
    ["1", "Broad Category", "3", "Health occupations", "People in health."],
    ["2", "Major Group", "31", "Health professionals ", "People with a degree."],
]
FR = [
    ["1", "Grande catégorie", "3", "Santé", "Personnes en santé."],
    ["2", "Grand groupe", "31", "Professionnels de la santé", "Personnes diplômées."],
]


@pytest.fixture
def english(tmp_path):
    return write_csv(tmp_path / "noc.csv", STRUCTURE_EN, EN)


@pytest.mark.parametrize("spelling", ["Code dela CNP 2021 v1.0", "Code de la CNP 2021 v1.0"])
def test_the_two_structure_files_make_one_row_a_class(tmp_path, english, spelling):
    french = write_csv(tmp_path / "cnp.csv", STRUCTURE_FR.replace("Code dela CNP 2021 v1.0", spelling), FR)
    outcome = load("noc", french, english)

    assert (outcome.counts.read, outcome.counts.loaded, outcome.counts.rejected) == (4, 2, 0)
    assert (outcome.release.label, outcome.release.published_on.isoformat()) == ("2021 v1.0", "2021-09-21")
    group = NocGroup.objects.get(code="31")
    assert (group.name_fr, group.name_en) == ("Professionnels de la santé", "Health professionals")
    assert (group.definition_fr, group.definition_en) == ("Personnes diplômées.", "People with a degree.")
    assert (group.level, group.teer) == (NocGroup.Level.MAJOR_GROUP, 1)


def test_one_language_alone_is_refused(english):
    with pytest.raises(BadFile) as error:
        load("noc", english)
    assert error.value.problem.code == "parts"


def test_a_class_that_one_file_lacks_is_rejected(tmp_path, english):
    french = write_csv(tmp_path / "cnp.csv", STRUCTURE_FR, FR[:1])
    with pytest.raises(BadFile) as error:
        load("noc", english, french)
    problem = error.value.problem
    assert (problem.file, problem.line, problem.value) == ("noc.csv", 3, "31")
    assert problem.details["reason"] == "missing-part"


def test_a_code_that_lost_its_leading_zero_is_rejected(tmp_path, english):
    french = write_csv(tmp_path / "cnp.csv", STRUCTURE_FR, [*FR, ["2", "Grand groupe", "0", "Cadres", ""]])
    with pytest.raises(BadFile) as error:
        load("noc", english, french)
    problem = error.value.problem
    assert (problem.line, problem.column) == (4, "Code dela CNP 2021 v1.0")
    assert problem.details["reason"] == "code-format"


def test_the_embedded_classification_loads_whole():
    outcome = load_embedded("noc")
    assert (outcome.counts.loaded, outcome.counts.rejected, outcome.release.kind) == (822, 0, "official")
    levels = Counter(NocGroup.objects.values_list("level", flat=True))
    assert levels == {1: 10, 2: 45, 3: 89, 4: 162, 5: 516}


# --- Elements -----------------------------------------------------------------------------------------------


def element(code, label, text):
    return ["5", code, "a class", label, text]


@pytest.fixture
def elements(tmp_path, classes):
    english = [
        element("31301", "Illustrative example(s)", "nurse practitioner "),
        element("31301", "All examples", "nurse practitioner "),
        element("31301", "All examples", "community  health nurse "),
        element("31301", "Inclusion(s)", "nursing consultant "),
        element("31301", "Main duties", "Care for patients  every day "),
        element("31301", "Main duties", "Plan care "),
        element("31301", "Employment requirements", "A licence "),
        element("72106", "Illustrative example(s)", "welder "),
        element("72106", "All examples", "welder "),
        element("72106", "Main duties", "Join metal "),
        element("72106", "Exclusion(s)", "Solderers (See 94106) "),
    ]
    french = [
        element("31301", "Exemple(s) illustratif(s)", "infirmier praticien/infirmière praticienne "),
        element("31301", "Tous les exemples", "infirmier praticien/infirmière praticienne "),
        element("31301", "Fonctions principales", "Ce groupe exerce ces fonctions\xa0: "),
        element("31301", "Conditions d'accès à la profession", "Un permis "),
        element("31301", "Renseignements supplémentaires", "Mobilité "),
        element("72106", "Tous les exemples", "soudeur/soudeuse "),
    ]
    return [
        write_csv(tmp_path / "noc_elements.csv", ELEMENTS_EN, english),
        write_csv(tmp_path / "cnp_elements.csv", ELEMENTS_FR, french),
    ]


def test_a_title_that_is_also_an_illustrative_example_makes_one_row(elements):
    outcome = load("noc-titles", *elements)

    assert outcome.counts.rejected == 0
    titles = JobTitle.objects.order_by("language", "title")
    assert list(titles.values_list("unit_group_id", "language", "title", "is_illustrative")) == [
        ("31301", "en", "community health nurse", False),
        ("31301", "en", "nurse practitioner", True),
        ("72106", "en", "welder", True),
        ("31301", "fr", "infirmier praticien/infirmière praticienne", True),
        ("72106", "fr", "soudeur/soudeuse", False),
    ]


def test_official_texts_keep_their_order_within_each_element(elements):
    outcome = load("noc-texts", *elements)

    assert outcome.counts.rejected == 0
    texts = OfficialText.objects.order_by("language", "unit_group", "element", "position")
    assert list(texts.values_list("unit_group_id", "language", "element", "position", "text")) == [
        ("31301", "en", "duty", 1, "Care for patients every day"),
        ("31301", "en", "duty", 2, "Plan care"),
        ("31301", "en", "requirement", 1, "A licence"),
        ("72106", "en", "duty", 1, "Join metal"),
        ("72106", "en", "exclusion", 1, "Solderers (See 94106)"),
        ("31301", "fr", "additional", 1, "Mobilité"),
        ("31301", "fr", "duty", 1, "Ce groupe exerce ces fonctions\xa0:"),
        ("31301", "fr", "requirement", 1, "Un permis"),
    ]


def test_a_second_load_of_the_same_elements_numbers_them_the_same(elements):
    load("noc-texts", *elements)
    outcome = load("noc-texts", *elements, force=True)
    assert (outcome.counts.unchanged, outcome.counts.changed, outcome.counts.added) == (8, 0, 0)


def test_an_unknown_element_is_rejected(tmp_path, classes, elements):
    french = write_csv(tmp_path / "cnp.csv", ELEMENTS_FR, [element("31301", "Salaires", "élevés")])
    with pytest.raises(BadFile) as error:
        load("noc-texts", elements[0], french)
    problem = error.value.problem
    assert (problem.column, problem.value) == ("Nom du type d’élément Français", "Salaires")
    assert problem.details["reason"] == "unknown-label"


def test_the_embedded_titles_load_whole():
    load_embedded("noc")
    outcome = load_embedded("noc-titles")
    assert (outcome.counts.loaded, outcome.counts.rejected) == (57_702, 0)
    kinds = Counter(JobTitle.objects.values_list("language", "is_illustrative"))
    assert kinds == {("en", True): 4_768, ("en", False): 23_167, ("fr", True): 4_756, ("fr", False): 25_011}


# --- Concordance --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        ("VC1 - Code Change, VC2 - Name Change", "VC1 VC2"),
        ("RC4.2 - Split off , RC5 - Transfer, VC1 - Code Change, VC2 - Name Change", "RC4.2 RC5 VC1 VC2"),
        ("RC4.2 - Split off, RC5 VC1 - Code Change, VC2 - Name Change", "RC4.2 RC5 VC1 VC2"),
        ("Transfer, VC1 - Code Change, VC2 - Name Change", "RC5 VC1 VC2"),
    ],
)
def test_the_correspondence_table_keeps_the_codes_of_changes(tmp_path, classes, published, kept):
    rows = [["3012", "Registered nurses", published, "31301 ", "Registered nurses", "", ""]]
    load("noc-2016", write_csv(tmp_path / "noc2016v1_3-noc2021v1_0-eng.csv", CONCORDANCE, rows))

    code = FormerCode.objects.get()
    assert (code.former_code, code.unit_group_id, code.change) == ("3012", "31301", kept)
    assert (code.former_name_en, code.former_name_fr) == ("Registered nurses", None)


def test_the_english_table_keeps_the_french_names_that_are_known(tmp_path, classes):
    FormerCode.objects.create(
        former_code="3012", unit_group_id="31301", former_name_fr="Infirmiers autorisés", former_name_en="Nurses"
    )
    rows = [[code, "Registered nurses", "VC1", "31301", "", "", ""] for code in ("3012", "3011")]
    load("noc-2016", write_csv(tmp_path / "table.csv", CONCORDANCE, rows))

    assert dict(FormerCode.objects.values_list("former_code", "former_name_fr")) == {
        "3012": "Infirmiers autorisés",
        "3011": None,
    }
    assert FormerCode.objects.get(former_code="3012").former_name_en == "Registered nurses"


def test_the_embedded_concordance_loads_whole():
    load_embedded("noc")
    outcome = load_embedded("noc-2016")
    assert (outcome.counts.loaded, outcome.counts.rejected) == (585, 0)
    assert FormerCode.objects.values("former_code").distinct().count() == 500
    assert FormerCode.objects.values("unit_group").distinct().count() == 516
