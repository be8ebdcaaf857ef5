"""The enterprise register: what is read of its six files, and what is left out."""

from datetime import date

import pytest

from businesses import changes
from businesses.models import BusinessCount, BusinessMovement, Establishment, RemovalRequest
from catalog.models import Release
from catalog.problems import BadFile, Held
from catalog.publication import publish, rollback
from tests.businesses.register import enterprise, establishment, name, texts, write
from tests.catalog.database import every_row
from tests.files import load

pytestmark = pytest.mark.django_db

REGISTER = "business-register"
PERSON = "2200000002"


@pytest.fixture
def register(world, tmp_path):
    """Load an archive of the lines given; return the release."""
    editions = iter(range(100))

    def loaded(**lines) -> Release:
        force = lines.pop("force", False)
        return load(REGISTER, write(tmp_path / f"{next(editions)}.zip", **lines), force=force).release

    return loaded


def one() -> Establishment:
    return Establishment.objects.get()


def test_what_is_known_of_an_establishment(register):
    release = register()
    assert (release.label, release.kind, release.loaded) == ("2026-03-01", "official", 1)
    business = one()
    assert (business.key, business.enterprise, business.name) == ("1100000001-1", "1100000001", "Essai inc.")
    assert (business.address, business.locality, business.postal_code) == ("1, rue A", "Montréal", "H2X 1Y4")
    assert (business.municipality_id, business.region_id, business.fsa) == ("66023", "06", "H2X")
    assert (business.latitude, business.longitude, business.precision) == (45.5, -73.5, "postal-area")
    assert (business.size_min, business.size_max, business.size_year, business.size_of) == (6, 10, 2025, "enterprise")
    assert (business.activity, business.cae) == ("Restaurants", "9211")
    assert (business.industry_id, business.industry_confidence, business.grouping_id) == ("722", "high", "38")
    assert (business.registered_on, business.is_main, business.is_listed) == (date(2011, 5, 31), True, True)


@pytest.mark.parametrize(
    ("code", "bracket"),
    [("O", (0, 0)), ("A", (1, 5)), ("J", (1000, 2499)), ("L", (5000, None)), ("N", (None, None)), ("?", (None, None))],
)
def test_brackets_are_those_of_the_labels_in_the_file(register, code, bracket):
    register(enterprises=[enterprise(COD_INTVAL_EMPLO_QUE=code)])
    assert (one().size_min, one().size_max) == bracket
    assert (one().size_year is None) == (bracket[0] is None)


NAMES = {
    "the legal one": ([], "", ("Essai inc.", "")),
    "its own": ([name(text="Autre", TYP_NOM_ASSUJ="A")], "Chez Essai", ("Essai inc.", "Chez Essai")),
    "the only other one": ([name(text="Autre", TYP_NOM_ASSUJ="A")], "", ("Essai inc.", "Autre")),
    "not one of several": (
        [name(text="Un", TYP_NOM_ASSUJ="A"), name(text="Deux", TYP_NOM_ASSUJ="A")],
        "",
        ("Essai inc.", ""),
    ),
    "not a former one": ([name(text="Ancien", TYP_NOM_ASSUJ="A", STAT_NOM="A")], "", ("Essai inc.", "")),
    "not the same twice": ([], "Essai inc.", ("Essai inc.", "")),
}


@pytest.mark.parametrize("case", NAMES)
def test_names(case, register):
    others, own, expected = NAMES[case]
    register(names=[name(), *others], establishments=[establishment(NOM_ETAB=own)])
    assert (one().legal_name, one().trade_name) == expected


def test_the_number_of_a_company_is_its_name_where_it_has_no_other(register):
    register(names=[name(text="9000-0001 QUÉBEC INC.", TYP_NOM_ASSUJ="M")])
    assert one().name == "9000-0001 QUÉBEC INC."


OUT_OF_SCOPE = {
    "struck off": {"enterprises": [enterprise(), enterprise("1100000002", COD_STAT_IMMAT="RD")]},
    "of no enterprise": {},
    "elsewhere": {"enterprises": [enterprise(), enterprise("1100000002")]},
}


@pytest.mark.parametrize("case", OUT_OF_SCOPE)
def test_what_is_not_a_place_of_business_in_quebec_is_left_out(case, register):
    postal_code = "K1A0B1" if case != "elsewhere" else "M5V2T6"
    places = [establishment(), establishment("1100000002", LIGN4_ADR=postal_code)]
    names = [name(), name("1100000002")]
    release = register(**OUT_OF_SCOPE[case], names=names, establishments=places)
    assert (release.loaded, release.rejected) == (1, 0)
    assert one().enterprise == "1100000001"


PLACES = {  # the lines of an address: what is read in them
    "floor on a line of its own": (
        {"LIGN2_ADR": "3e étage", "LIGN3_ADR": "Montréal (Québec)"},
        ("1, rue A, 3e étage", "Montréal", "66023", "06"),
    ),
    "province without brackets": ({"LIGN2_ADR": "MONTREAL QC"}, ("1, rue A", "MONTREAL", "66023", "06")),
    "one of two towns of a name, told by the postal area": (
        {"LIGN2_ADR": "Saint-Modèle (Québec)", "LIGN4_ADR": "G3B 1A1"},
        ("1, rue A", "Saint-Modèle", "03001", "03"),
    ),
    "one of two towns of a name, not told": (
        {"LIGN2_ADR": "Saint-Modèle (Québec)", "LIGN4_ADR": "H2X1Y4"},
        ("1, rue A", "Saint-Modèle", None, "06"),
    ),
    "a town over the border of its postal area": (
        {"LIGN2_ADR": "Lac-Beauport (Québec)", "LIGN4_ADR": "G0B1A1"},
        ("1, rue A", "Lac-Beauport", "22010", "03"),
    ),
    "no such town": ({"LIGN2_ADR": "Nulle part (Québec)"}, ("1, rue A", "Nulle part", None, "06")),
    "no postal code": ({"LIGN2_ADR": "Lac-Beauport", "LIGN4_ADR": ""}, ("1, rue A", "Lac-Beauport", "22010", "03")),
}


@pytest.mark.parametrize("case", PLACES)
def test_places(case, register):
    lines, expected = PLACES[case]
    register(establishments=[establishment(**lines)])
    assert (one().address, one().locality, one().municipality_id, one().region_id) == expected


ACTIVITIES = {
    "of the establishment": ({"DESC_ACT_ECON_ETAB": "Casse-croûte"}, ("Casse-croûte", "9211", "722", "high")),
    "of the enterprise": ({"COD_ACT_ECON": ""}, ("Réparation", "6351", "8111", "high")),
    "of a group of codes": ({"COD_ACT_ECON": "9299"}, ("", "9299", "72", "medium")),
    "that nobody maps": ({"COD_ACT_ECON": "1234", "DESC_ACT_ECON_ETAB": "Magie"}, ("Magie", "1234", None, "")),
}


@pytest.mark.parametrize("case", ACTIVITIES)
def test_activities(case, register):
    columns, expected = ACTIVITIES[case]
    company = enterprise(COD_ACT_ECON_CAE="6351", DESC_ACT_ECON_ASSUJ="Réparation")
    register(enterprises=[company], establishments=[establishment(**columns)])
    assert (one().activity, one().cae, one().industry_id, one().industry_confidence) == expected


# --- Respect of people --------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [PERSON, "1100000001"])
def test_the_address_of_a_person_is_never_kept(register, number):
    form = "IND" if number != PERSON else ""  # told by the legal form, or by the number
    place = establishment(number, LIGN2_ADR="Lac-Beauport (Québec)", LIGN4_ADR="G3B1A1")
    register(
        enterprises=[enterprise(number, COD_FORME_JURI=form)],
        names=[name(number, "Camille Tremblay"), name(number, "Le Dépanneur", TYP_NOM_ASSUJ="A")],
        establishments=[place],
    )
    business = one()
    assert business.withheld == "individual"
    assert (business.address, business.locality, business.postal_code, business.fsa) == ("", "", "", "")
    assert (business.municipality, business.latitude, business.longitude) == (None, None, None)
    assert (business.region_id, business.rcm_id) == ("03", "220")
    assert (business.legal_name, business.trade_name) == ("Le Dépanneur", "")
    assert "Tremblay" not in str(vars(business))


def test_an_address_that_the_register_keeps_to_itself(register):
    register(establishments=[establishment(IND_DISP="N")])
    assert (one().withheld, one().address, one().postal_code, one().fsa) == ("asked", "", "", "")
    assert (one().locality, one().latitude, one().municipality_id) == ("", None, "66023")


@pytest.mark.parametrize("request_", [{"establishment": "1100000001-1"}, {"enterprise": "1100000001"}])
def test_removal_requests_survive_a_refresh_and_a_rollback(register, request_):
    others = {"enterprises": [enterprise(), enterprise("1100000002")], "names": [name(), name("1100000002")]}
    places = [establishment(), establishment("1100000002")]
    first = register(**others, establishments=places)
    asked = RemovalRequest.objects.create(asked_on="2026-11-01", **request_)

    register(**others, establishments=[*places, establishment("1100000002", "2")])
    listed = set(Establishment.objects.listed().values_list("key", flat=True))
    assert listed == {"1100000002-1", "1100000002-2"}
    assert RemovalRequest.objects.get() == asked

    assert rollback(REGISTER) == first
    assert set(Establishment.objects.listed().values_list("key", flat=True)) == {"1100000002-1"}


def test_what_is_asked_for_while_a_load_is_under_way_is_left_out_too(register, monkeypatch):
    def note(cursor, keys):
        RemovalRequest.objects.create(asked_on="2026-11-01", establishment="1100000001-2")
        noting(cursor, keys)

    noting = changes.note
    monkeypatch.setattr(changes, "note", note)
    register(establishments=[establishment(), establishment(suffix="2")])
    assert one().key == "1100000001-1"
    assert BusinessCount.objects.get().establishments == 1


# --- Editions -----------------------------------------------------------------------------------------------


def places(count: int, **values) -> list[dict]:
    return [establishment(suffix=str(number), **values) for number in range(1, count + 1)]


def written() -> dict[str, str]:
    rows = Establishment.objects.extra(select={"place": "(ctid, xmin, xmax)::text"})
    return dict(rows.values_list("key", "place"))


def test_only_what_differs_is_written_and_what_is_gone_is_retired(register):
    register(establishments=places(20))
    before = written()
    edition = [*places(19), establishment(suffix="21", COD_ACT_ECON="6351")]
    edition[0]["LIGN1_ADR"] = "2, rue B"
    release = register(establishments=edition)
    assert (release.added, release.changed, release.removed, release.unchanged) == (1, 1, 1, 18)
    assert {key for key, place in written().items() if before.get(key) != place} == {
        "1100000001-1",
        "1100000001-20",
        "1100000001-21",
    }
    gone = Establishment.objects.get(pk="1100000001-20")
    assert (gone.retired_on is None, gone.is_listed) == (False, False)


def test_counts_and_movements(register):
    register(establishments=places(20))
    assert BusinessCount.objects.values_list("grouping", "region", "size_min", "size_max", "establishments").get() == (
        *("38", "06", 6, 10),
        20,
    )
    assert not BusinessMovement.objects.exists()
    register(establishments=[*places(19), establishment(suffix="30", COD_ACT_ECON="6351")])
    moved = set(BusinessMovement.objects.values_list("grouping", "region", "opened", "closed"))
    assert moved == {("38", "06", 0, 1), ("39", "06", 1, 0)}
    assert dict(BusinessCount.objects.values_list("grouping", "establishments")) == {"38": 19, "39": 1}


def test_the_same_archive_again(register, tmp_path):
    register()
    assert load(REGISTER, tmp_path / "0.zip").result == "nothing-new"


def test_rollback_reads_the_archive_that_was_kept(register, settings):
    first = register(establishments=places(20))
    register(establishments=places(19, LIGN1_ADR="2, rue B"))
    assert len(list((settings.ARCHIVE_DIR / REGISTER).glob("*.zip"))) == 2
    assert rollback(REGISTER) == first
    assert Establishment.objects.listed().filter(address="1, rue A").count() == 20


def test_dry_run_writes_nothing(register, tmp_path):
    register()
    before = every_row()
    path = write(tmp_path / "next.zip", establishments=places(2))
    outcome = load(REGISTER, path, dry_run=True)
    assert (outcome.result, outcome.counts.added, outcome.counts.unchanged) == ("dry-run", 1, 1)
    assert every_row() == before


def test_an_edition_that_loses_many_is_held(register, tmp_path):
    register(establishments=places(100))
    with pytest.raises(Held):
        load(REGISTER, write(tmp_path / "short.zip", establishments=places(90)))
    assert Establishment.objects.listed().count() == 100
    publish(Release.objects.get(state=Release.State.HELD))
    assert Establishment.objects.listed().count() == 90
    assert BusinessMovement.objects.get().closed == 10


def test_files_that_were_made_up_say_so(register):
    release = register(values=[("DEMONSTRATION", "O", "Rien de tout cela n’existe")])
    assert release.kind == "demonstration"


def test_the_files_may_come_out_of_their_archive(world, tmp_path):
    paths = []
    for file, text in texts().items():
        (tmp_path / file).write_text(text, encoding="utf-8-sig", newline="")
        paths.append(tmp_path / file)
    assert load(REGISTER, *paths).release.loaded == 1


def test_an_establishment_told_twice_refuses_the_archive(register):
    with pytest.raises(BadFile) as error:
        register(establishments=[establishment(), establishment()])
    assert error.value.problem.code == "duplicate"
    assert (error.value.problem.file, error.value.problem.line) == ("Etablissements.csv", 3)
