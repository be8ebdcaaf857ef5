"""Every text of the interface is in the French catalogue, translated; English is the text in the code."""

import os
import shutil
import subprocess
import sys

import pytest
from babel.messages.pofile import read_po
from django.conf import settings

FRENCH = "locale/fr/LC_MESSAGES/django.po"
NOT_SOURCES = shutil.ignore_patterns("var", ".*", "node_modules", "staticfiles", "tests", "data", "bench", "*.mo")


def catalogue(path):
    with path.open("rb") as file:
        return read_po(file)


def texts(messages):
    return {(message.context, message.id) for message in messages if message.id}


def test_each_text_is_translated():
    french = catalogue(settings.BASE_DIR / FRENCH)
    assert not french.fuzzy, "the header is marked as a draft: Babel would not compile it"
    missing = [message.id for message in french if message.id and not all(as_tuple(message.string))]
    assert missing == []
    assert [message.id for message in french if message.id and message.fuzzy] == []


def as_tuple(string):
    return string if isinstance(string, tuple) else (string,)


def test_each_translation_keeps_the_placeholders():
    french = catalogue(settings.BASE_DIR / FRENCH)
    assert [(message.id, str(errors[0])) for message, errors in french.check()] == []


@pytest.mark.skipif(not shutil.which("xgettext") and not os.environ.get("CI"), reason="gettext is not installed")
def test_the_catalogue_has_exactly_the_texts_of_the_code(tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(settings.BASE_DIR, copy, ignore=NOT_SOURCES)
    command = [sys.executable, "manage.py", "makemessages", "--locale=fr", "--no-obsolete", "--verbosity=0"]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "imt.settings"}
    subprocess.run(command, cwd=copy, env=environment, check=True)
    differences = texts(catalogue(copy / FRENCH)) ^ texts(catalogue(settings.BASE_DIR / FRENCH))
    assert not differences, "run: make messages"
