"""The portal's own tables about occupations, as embedded, and the selections that read them."""

import pytest
from django.conf import settings

from catalog.folders import document, files_of
from occupations.models import FieldOfInterest, NocGroup, OccupationField, Regulation, RegulatoryBody
from tests.files import load, load_embedded, read_embedded, write_csv

OCCUPATIONS = NocGroup.objects.unit_groups


def codes(selected) -> list[str]:
    return list(selected.values_list("code", flat=True))


@pytest.fixture
def noc(db):
    load_embedded("noc")


def test_fields_of_interest(noc):
    fields, ties = load_embedded("fields-of-interest"), load_embedded("occupation-fields")
    assert (fields.counts.loaded, ties.counts.rejected) == (25, 0)
    assert {"31301", "33102"} <= set(codes(OCCUPATIONS().in_field("care")))
    assert not FieldOfInterest.objects.filter(occupations=None).exists()
    assert codes(OCCUPATIONS().exclude(fields_of_interest__rank=1)) == []  # each has a first field
    assert max(OccupationField.objects.values_list("rank", flat=True)) <= 4
    assert codes(OCCUPATIONS().in_field("nothing")) == []


def test_what_is_retired_selects_nothing(noc, tmp_path):
    load_embedded("ict-occupations")
    assert len(codes(OCCUPATIONS().ict())) == 20
    load("ict-occupations", write_csv(tmp_path / "ict.csv", "noc", [["21232"]]), force=True)
    assert codes(OCCUPATIONS().ict()) == ["21232"]


class TestRegulation:
    @pytest.fixture(autouse=True)
    def loaded(self, noc):
        assert load_embedded("regulatory-bodies").counts.rejected == 0
        assert load_embedded("regulations").counts.rejected == 0

    def test_an_occupation_of_several_bodies_is_selected_once(self):
        selected = codes(OCCUPATIONS().regulated())
        assert len(selected) == len(set(selected)) == 114
        assert {"31301", "41101", "72200", "73300"} <= set(selected)
        assert "64100" not in selected

    def test_the_46_orders(self):
        assert RegulatoryBody.objects.filter(is_order=True).count() == 46
        without = RegulatoryBody.objects.filter(regulations=None).values_list("code", flat=True)
        assert set(without) == {"adma", "otpq"}  # titles that belong to no unit group

    def test_orders_reserve_titles_or_practice_and_others_do_not(self):
        of_orders = {Regulation.Kind.EXCLUSIVE_PRACTICE, Regulation.Kind.RESERVED_TITLE}
        kinds = Regulation.objects.order_by().values_list("body__is_order", "kind").distinct()
        assert {kind for is_order, kind in kinds if is_order} == of_orders
        assert {kind for is_order, kind in kinds if not is_order} == set(Regulation.Kind) - of_orders

    def test_a_nurse(self):
        (nurse,) = Regulation.objects.filter(unit_group="31301")
        assert (nurse.body.code, nurse.kind, nurse.covers_all) == ("oiiq", "exclusive-practice", True)
        assert (nurse.title_fr, nurse.title_en) == ("Infirmière, infirmier", "Nurse")

    def test_nothing_claims_more_than_it_is(self):
        assert {line["evidence"] for line in read_embedded("regulation/regulations.csv")} == {"compiled"}


def test_profiles_and_their_files_have_the_same_code():
    files = files_of(settings.EMBEDDED_EDITION / "profiles")
    assert [file.stem for file in files] == [document(file)["code"] for file in files]
    assert len(files) == 516
