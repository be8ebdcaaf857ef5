"""Brackets of persons in words."""

import pytest
from django.utils.translation import override

from businesses.models.bracket import bracket


@pytest.mark.parametrize(
    ("least", "most", "said"), [(5, 9, "5 to 9"), (500, None, "500 or more"), (0, 0, "0"), (None, None, "")]
)
def test_a_bracket_in_words(least, most, said):
    with override("en"):
        assert bracket(least, most) == said
