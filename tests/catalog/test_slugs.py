"""The words of a name at the end of an address."""

import pytest

from catalog.slugs import slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Techniques d’hygiène dentaire", "techniques-d-hygiene-dentaire"),
        ("L'École du routier", "l-ecole-du-routier"),
        ("Ce qu’on sait et lorsqu’on sait", "ce-qu-on-sait-et-lorsqu-on-sait"),
        ("Plombiers/plombières", "plombiers-plombieres"),
        ("Cuisine / santé/", "cuisine-sante"),
        ("Children’s and workers’ clothing", "childrens-and-workers-clothing"),
        ("…", ""),
        ("a" * 79 + " b", "a" * 79),
    ],
)
def test_each_word_stands_apart(name, slug):
    assert slug_of(name) == slug
