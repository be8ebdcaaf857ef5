"""The lexicon: the words of the field in both languages, read once from data/lexicon.yaml."""

from functools import cache
from itertools import groupby

import yaml
from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import get_language
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

SOURCE = settings.BASE_DIR / "data" / "lexicon.yaml"


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_min_length=1)


class Entry(Strict):
    """A term in one language: `short` is its abbreviation, `definition` one or two plain sentences."""

    term: str
    short: str | None = None
    definition: str = Field(max_length=260, pattern=r"\.$")


class Term(Strict):
    """One notion. `key` is its anchor on the page in both languages, `see` the keys of related ones."""

    key: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    see: tuple[str, ...]
    fr: Entry
    en: Entry

    @property
    def here(self) -> Entry:
        """Return the term in the active language."""
        return self.en if get_language() == "en" else self.fr

    @property
    def sort_key(self) -> str:
        return slugify(self.here.term)

    @property
    def related(self) -> list["Term"]:
        return [terms()[key] for key in self.see]


@cache
def terms() -> dict[str, Term]:
    """Return the terms by key. A file that does not hold together raises, so that it cannot be deployed."""
    read = TypeAdapter(list[Term]).validate_python(yaml.safe_load(SOURCE.read_text(encoding="utf-8")))
    by_key = {term.key: term for term in read}
    if len(by_key) < len(read):
        raise ValueError(f"{SOURCE.name}: a key is used twice")
    unknown = {key for term in read for key in term.see if key not in by_key or key == term.key}
    if unknown:
        raise ValueError(f"{SOURCE.name}: `see` names {sorted(unknown)}")
    return by_key


def by_letter() -> list[tuple[str, list[Term]]]:
    """Return (letter, terms) in the alphabetical order of the active language, accents aside."""
    ordered = sorted(terms().values(), key=lambda term: term.sort_key)
    return [(letter.upper(), list(group)) for letter, group in groupby(ordered, lambda term: term.sort_key[0])]


def abbreviations() -> list[Term]:
    """Return the terms that have an abbreviation in the active language, in its order."""
    return sorted((term for term in terms().values() if term.here.short), key=lambda term: slugify(term.here.short))
