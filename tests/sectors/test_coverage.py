import pytest

from sectors.coverage import covers, is_exact, narrowest

PUBLISHED = ("all", "113 1153", "31-33", "41 44-45", "44-45", "51 71", "51", "62")


@pytest.mark.parametrize(
    ("industries", "code", "held"),
    [
        ("31-33", "311", True),
        ("31-33", "31-33", True),
        ("31-33", "34", False),
        ("41 44-45", "44-45", True),
        ("44-45", "41", False),
        ("113 1153", "11", False),
        ("113 1153", "11331", True),
        ("51 71", "5", False),
        ("all", "11", True),
    ],
)
def test_covers(industries, code, held):
    assert covers(industries, code) is held


@pytest.mark.parametrize(
    ("codes", "found"),
    [
        (["311", "312"], "31-33"),
        (["441", "457"], "44-45"),
        (["41"], "41 44-45"),
        (["512", "516"], "51"),
        (["71"], "51 71"),
        (["113", "114"], None),  # one of the two would be left out
        (["111"], None),  # all industries together say nothing of agriculture
    ],
)
def test_narrowest(codes, found):
    assert narrowest(PUBLISHED, codes) == found


@pytest.mark.parametrize(
    ("industries", "codes", "exact"),
    [("62", ["62"], True), ("31-33", ["311", "312"], False), ("113 1153", ["113"], False), ("51 71", ["51"], False)],
)
def test_is_exact(industries, codes, exact):
    assert is_exact(industries, codes) is exact
