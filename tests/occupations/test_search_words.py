import pytest

from occupations.search.words import distance, fold, singular, sound, stem, words


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Infirmière", "infirmiere"),
        ("Maître d’hôtel", "maitre d'hotel"),
        ("main-d’œuvre", "main-d'oeuvre"),
        ("travailleur.euse", "travailleur"),
        ("préposé·e", "prepose"),
        ("conseiller(ère)", "conseiller"),
        ("employé-e-s", "employe"),
    ],
)
def test_fold_forgets_accents_ligatures_and_inclusive_endings(typed, folded):
    assert fold(typed) == folded


@pytest.mark.parametrize(
    "family",
    [
        "infirmier infirmière infirmières infirmiers",
        "caissier caissière caisse",
        "soudeur soudeuse soudure",
        "directeur directrice directrices",
        "plombier plombière plomberie",
        "électricien électricienne électricité",
        "mécanicien mécanicienne mécanique",
        "avocat avocate avocates",
        "préposé préposée préposés",
        "boulanger boulangère boulangerie",
        "comptable comptables comptabilité",
        "professionnel professionnelle",
    ],
)
def test_a_french_family_has_one_stem(family):
    assert len({stem(word, "fr") for word in words(family, "fr")}) == 1


@pytest.mark.parametrize(
    "family",
    ["welder welders welding", "nurse nurses nursing", "plumber plumbing", "driver driving drive", "baker bakery"],
)
def test_an_english_family_has_one_stem(family):
    assert len({stem(word, "en") for word in words(family, "en")}) == 1


def test_neighbours_keep_their_own_stems():
    assert len({stem(word, "fr") for word in words("pompier pomiculteur peintre pilote plongeur policier", "fr")}) == 6


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("inaloterapeute", "inhalotherapeute"),
        ("plonbier", "plombier"),
        ("farmacien", "pharmacien"),
        ("coifeur", "coiffeur"),
    ],
)
def test_words_that_sound_alike(wrong, right):
    assert sound(wrong) == sound(right)


def test_singular():
    assert [singular(word, "fr") for word in ("animaux", "agents", "gaz", "lieux")] == [
        "animal",
        "agent",
        "gaz",
        "lieux",
    ]
    assert [singular(word, "en") for word in ("secretaries", "cooks", "glass", "bus")] == [
        "secretary",
        "cook",
        "glass",
        "bus",
    ]


def test_distance_counts_a_swap_once_and_stops_early():
    assert distance("camionneur", "camoinneur", 2) == 1
    assert distance("soudeur", "soudeur", 2) == 0
    assert distance("abc", "xyzabc", 2) == 3


def test_words_drops_what_says_nothing():
    assert words("Préposé(e) aux bénéficiaires", "fr") == ["prepose", "beneficiaires"]
