"""docs/operations.md names what there is."""

import re
from dataclasses import fields

import pytest
from django.conf import settings
from django.core.management import get_commands

from catalog.health import Health

TEXT = (settings.BASE_DIR / "docs" / "operations.md").read_text()
MAKEFILE = (settings.BASE_DIR / "Makefile").read_text()


@pytest.mark.parametrize("figure", [field.name for field in fields(Health)])
def test_each_figure_of_healthz_is_explained(figure):
    assert re.search(rf"^\| `{figure}`", TEXT, re.M)


def test_each_command_exists():
    assert set(re.findall(r"`make (\w+)", TEXT)) <= set(re.findall(r"^(\w+):", MAKEFILE, re.M))
    assert set(re.findall(r"manage\.py (\w+)", TEXT)) <= set(get_commands())
