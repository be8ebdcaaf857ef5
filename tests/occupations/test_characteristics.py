"""Ratings in plain words, what marks an occupation, which ones are alike, and what one asks for beyond another."""

import pytest
from django.utils import translation

from catalog.models import Dataset, Release
from occupations import similarity
from occupations.characteristics import compare, level_label, sentence
from occupations.characteristics.words import IMPORTANCE_OF_NAME, IMPORTANCE_OF_PHRASE, LABELS, PHRASES, SENTENCES
from occupations.datasets.oasis import MEASURES
from occupations.models import Characteristic, Descriptor, Measure, NocGroup, SimilarOccupation
from tests.files import read_embedded

NAMES = {line["code"]: (line["name_fr"], line["name_en"]) for line in read_embedded("oasis/descriptors.csv")}


def descriptor(code) -> Descriptor:
    french, english = NAMES[code]
    return Descriptor(code=code, name_fr=french, name_en=english, measure=MEASURES[code])


# --- Words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("code", MEASURES)
def test_each_value_of_each_descriptor_is_a_sentence(code, language):
    with translation.override(language):
        rated = descriptor(code)
        sentences = [sentence(rated, value) for value in range(rated.top + 1)]
        labels = [level_label(rated.measure, value) for value in range(rated.top + 1)]
    assert len(set(sentences)) == len(set(labels)) == rated.top + 1
    for text in sentences:
        assert text[0].isupper()
        assert text.endswith(".")
        assert "%" not in text
        assert " de a" not in text
        assert " de é" not in text


@pytest.mark.parametrize("measure", Measure)
def test_each_value_of_each_measure_has_its_words(measure):
    sentences = (IMPORTANCE_OF_NAME, IMPORTANCE_OF_PHRASE) if measure == Measure.IMPORTANCE else (SENTENCES[measure],)
    for words in (LABELS[measure], *sentences):
        assert len(words) == measure.top + 1


def test_phrases_are_of_descriptors_that_exist():
    assert set(PHRASES) <= set(MEASURES)


@pytest.mark.parametrize(
    ("code", "value", "french", "english"),
    [
        ("F01b02", 5, "Demande un niveau très élevé de rédaction.", "Calls for a very high level of writing."),
        ("F01a01", 2, "Demande un faible niveau d’écoute active.", "Calls for a low level of active listening."),
        ("A01b02", 0, "Pas nécessaire\xa0: raisonnement mathématique.", "Not needed: mathematical reasoning."),
        ("B02a01", 4, "Demande beaucoup d’adaptabilité.", "Calls for a lot of adaptability."),
        ("J02a06", 4, "On doit souvent travailler en hauteur.", "You often have to work at heights."),
        ("J03a10", 3, "On doit rester debout environ la moitié du temps.", "You have to stand about half the time."),
        ("J01b02", 5, "Il est essentiel de travailler avec précision.", "It is essential to work with precision."),
        ("J01c03", 3, "Le travail est saisonnier.", "The work is seasonal."),
        ("G05a02", 3, "Demande des connaissances approfondies\xa0: droit.", "Calls for advanced knowledge: law."),
    ],
)
def test_sentences(code, value, french, english):
    for language, text in (("fr", french), ("en", english)):
        with translation.override(language):
            assert sentence(descriptor(code), value) == text


# --- A tiny world -------------------------------------------------------------------------------------------

#            writing, numeracy, biology (of 3), at heights
NURSES = {"F01b02": 4, "F01c01": 3, "G08a01": 3, "J02a06": 0}
DEVELOPERS = {"F01b02": 4, "F01c01": 5, "G08a01": 0, "J02a06": 0}
WELDERS = {"F01b02": 1, "F01c01": 2, "G08a01": 0, "J02a06": 4}


@pytest.fixture
def world(classes):
    Descriptor.objects.bulk_create(descriptor(code) for code in (*NURSES, "C01a04", "C01a02", "J01c03"))
    release = Release.objects.create(
        dataset=Dataset.objects.create(slug="oasis"), kind="official", state="live", retrieved_at="2026-11-21T12:00Z"
    )
    release.dataset.live_release = release
    release.dataset.save()
    shared = {"C01a04": 3, "C01a02": 0, "J01c03": 3}
    for code, ratings in (("31301", NURSES), ("21232", DEVELOPERS), ("72106", WELDERS)):
        Characteristic.objects.bulk_create(
            Characteristic(
                release=release,
                unit_group_id=code,
                descriptor_id=rated,
                value=value,
                lowest=value,
                highest=value,
                standing=10 * value,
            )
            for rated, value in (ratings | shared).items()
        )


@pytest.mark.django_db
@pytest.mark.usefixtures("world")
class TestQueries:
    def test_all_of_a_unit_group_in_one_query(self, django_assert_num_queries):
        with django_assert_num_queries(1):
            found = [(rating.descriptor.name_en, rating.value) for rating in Characteristic.objects.live().of("31301")]
        assert ("Writing", 4) in found
        assert len(found) == 7

    def test_the_strongest_first_and_no_schedule(self):
        strongest = Characteristic.objects.live().of("31301").strongest(3)
        assert [rating.descriptor_id for rating in strongest] == ["C01a04", "G08a01", "F01b02"]
        skills = Characteristic.objects.live().of("21232").under("F").strongest(1)
        assert [rating.descriptor_id for rating in skills] == ["F01c01"]

    def test_interests_are_those_that_apply(self):
        assert [rating.descriptor_id for rating in Characteristic.objects.live().of("31301").interests()] == ["C01a04"]

    def test_search_by_a_level(self):
        found = NocGroup.objects.with_characteristic("F01b02", at_least=4)
        assert {group.code for group in found} == {"31301", "21232"}
        assert not NocGroup.objects.with_characteristic("F01b02", at_least=5).exists()

    def test_a_release_that_is_not_live_counts_for_nothing(self):
        Dataset.objects.update(live_release=None)
        assert not Characteristic.objects.live().of("31301").exists()
        assert not NocGroup.objects.with_characteristic("F01b02", at_least=1).exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("world")
class TestSimilarity:
    def rebuild(self):
        similarity.rebuild(None)

    def test_the_nearest_by_the_rule(self):
        self.rebuild()
        # Mean square of differences by category: skills (0² + 0.4²) / 2, knowledge 1², context 0²; mean 0.36, root 0.6.
        nurses = [(group.code, group.likeness) for group in NocGroup.objects.similar_to("31301")]
        assert nurses == [("21232", 40), ("72106", 22)]
        assert [group.code for group in NocGroup.objects.similar_to("72106")] == ["21232", "31301"]

    def test_likeness_is_mutual(self):
        self.rebuild()
        pairs = {(near.unit_group_id, near.other_id): near.likeness for near in SimilarOccupation.objects.all()}
        assert all(pairs[other, code] == likeness for (code, other), likeness in pairs.items())

    def test_a_unit_group_that_lacks_a_rating_is_not_compared(self):
        Characteristic.objects.filter(unit_group="31301", descriptor="G08a01").delete()
        self.rebuild()
        assert {near.unit_group_id for near in SimilarOccupation.objects.all()} == {"21232", "72106"}

    def test_retired_occupations_are_not_suggested(self):
        self.rebuild()
        NocGroup.objects.filter(code="21232").update(retired_on="2026-11-21")
        assert [group.code for group in NocGroup.objects.similar_to("31301")] == ["72106"]

    def test_nothing_is_left_when_nothing_is_live(self):
        self.rebuild()
        Dataset.objects.update(live_release=None)
        self.rebuild()
        assert not SimilarOccupation.objects.exists()


def ratings(**values):
    return [
        Characteristic(descriptor=descriptor(code), value=value, standing=10 * value) for code, value in values.items()
    ]


class TestComparison:
    def test_what_is_shared_missing_and_different(self):
        found = compare(ratings(**NURSES), ratings(**DEVELOPERS))
        assert [pair.descriptor.code for pair in found.shared] == ["F01b02"]
        assert [(pair.descriptor.code, pair.here.value, pair.there.value) for pair in found.missing] == [
            ("F01c01", 3, 5)
        ]
        assert found.conditions == []

    def test_conditions_differ_either_way(self):
        there, back = compare(ratings(**NURSES), ratings(**WELDERS)), compare(ratings(**WELDERS), ratings(**NURSES))
        assert [pair.descriptor.code for pair in there.conditions] == ["J02a06"]
        assert [pair.descriptor.code for pair in back.conditions] == ["J02a06"]

    @pytest.mark.parametrize(
        ("code", "here", "there", "shared", "missing"),
        [
            ("F01b02", 3, 3, True, False),
            ("F01b02", 3, 4, True, False),  # one step of five is not a gap
            ("F01b02", 3, 5, False, True),
            ("F01b02", 2, 3, False, False),  # notable there only, and near
            ("F01b02", 0, 2, False, False),  # not notable there
            ("G08a01", 2, 3, False, True),  # one step of three is
            ("G08a01", 2, 2, True, False),
            ("G08a01", 0, 1, False, False),
            ("K01a01", 1, 5, False, False),  # activities are not what a person brings
        ],
    )
    def test_what_counts(self, code, here, there, shared, missing):
        found = compare(ratings(**{code: here}), ratings(**{code: there}))
        assert (bool(found.shared), bool(found.missing)) == (shared, missing)

    def test_any_other_schedule_counts(self):
        assert compare(ratings(J01c03=1), ratings(J01c03=2)).conditions
        assert not compare(ratings(J01c03=2), ratings(J01c03=2)).conditions

    def test_a_rating_that_one_lacks_is_left_out(self):
        assert compare(ratings(F01b02=4), ratings(F01c01=4)).missing == []

    def test_why(self):
        found = compare(ratings(**NURSES), ratings(**DEVELOPERS))
        with translation.override("en"):
            assert found.why() == "In common: writing. To develop: numeracy."
        with translation.override("fr"):
            assert found.why() == "En commun\xa0: rédaction. À acquérir\xa0: numératie."
        assert compare([], []).why() == ""
